"""The themes: readable, and told apart by every kind of eye."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from digiplan_desktop.charts.theme import DARK, GLYPHS, LIGHT, Tone

# Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB.
VISION = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
)
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def luminance(colour: str) -> float:
    return float(np.array([0.2126, 0.7152, 0.0722]) @ linear(colour))


def contrast(one: str, other: str) -> float:
    lower, higher = sorted((luminance(one), luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def test_the_contrast_measure_gives_21_for_black_on_white():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@THEMES
def test_words_stand_out_from_the_surface(theme):
    for colour in (theme.text, theme.secondary, theme.bar, theme.expected):
        assert contrast(colour, theme.surface) >= 4.5, colour
    assert contrast(theme.muted, theme.surface) >= 4.4


@THEMES
def test_glyphs_and_marks_stand_out_from_the_surface(theme):
    for colour in (*theme.tones.values(), theme.muted, theme.projection):
        assert contrast(colour, theme.surface) >= 3.0, colour


@THEMES
def test_the_bar_stands_out_from_all_three_shades(theme):
    for shade in theme.bands:
        assert contrast(theme.bar, shade) >= 3.0
        assert contrast(theme.text, shade) >= 4.5


@THEMES
@pytest.mark.parametrize("vision", VISION)
def test_status_colours_keep_their_distance_for_every_eye(theme, vision):
    colours = sorted(set(theme.tones.values()))
    seen = {colour: lab(VISION[vision] @ linear(colour)) for colour in colours}
    for one, other in combinations(colours, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 20, (one, other)


def test_every_tone_has_a_glyph_of_its_own_and_a_colour():
    assert set(GLYPHS) == set(Tone)
    assert len(set(GLYPHS.values())) == len(Tone)
    for theme in (LIGHT, DARK):
        assert set(theme.tones) == set(Tone)
