"""Charts as files."""

from __future__ import annotations

import pytest
from PIL import Image

from digiplan_desktop.charts.bullet import bullet_chart
from digiplan_desktop.charts.captions import ChartText, alt_text
from digiplan_desktop.charts.save import save_figure
from digiplan_desktop.charts.theme import DARK, LIGHT
from digiplan_desktop.errors import ChoiceUnknown, FileNotWritable
from tests.helpers.charts import TEXT, plan_rows


def chart(theme=LIGHT):
    return bullet_chart(plan_rows()[:2], TEXT, theme)


def test_a_png_has_the_asked_resolution_the_surface_to_its_edges_and_the_words(tmp_path):
    figure = chart(DARK)
    with Image.open(save_figure(figure, tmp_path / "a.png", dpi=200)) as picture:
        assert picture.width == round(11.2 * 200)
        assert picture.text["Description"].startswith("Hai trong tám chỉ tiêu")
        corners = [
            (0, 0),
            (picture.width - 1, 0),
            (0, picture.height - 1),
            (picture.width - 1, picture.height - 1),
        ]
        surface = tuple(int(DARK.surface[place : place + 2], 16) for place in (1, 3, 5))
        assert {picture.convert("RGB").getpixel(corner) for corner in corners} == {surface}


def test_an_svg_holds_its_title_and_draws_letters_as_shapes(tmp_path):
    text = save_figure(chart(), tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "Hai trong tám chỉ tiêu" in text
    assert "font-family" not in text


def test_a_pdf_names_its_subject_and_embeds_its_fonts(tmp_path):
    content = save_figure(chart(), tmp_path / "a.pdf", title="Chỉ tiêu", alt="Hai thanh").read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Subject" in content
    assert b"SourceSans3" in content


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes(tmp_path, kind):
    first = save_figure(chart(), tmp_path / f"a.{kind}").read_bytes()
    assert save_figure(chart(), tmp_path / f"b.{kind}").read_bytes() == first


def test_another_ending_is_refused_with_the_known_ones(tmp_path):
    with pytest.raises(ChoiceUnknown) as refusal:
        save_figure(chart(), tmp_path / "a.gif")
    assert refusal.value.known == ("png", "svg", "pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told_with_its_path(tmp_path):
    with pytest.raises(FileNotWritable) as refusal:
        save_figure(chart(), tmp_path / "none" / "a.png")
    assert refusal.value.path == tmp_path / "none" / "a.png"


def test_the_alt_text_is_title_and_subtitle_unless_given():
    assert alt_text(ChartText("Đã đạt", "Đến 2025")) == "Đã đạt. Đến 2025"
    assert alt_text(ChartText("Đã đạt", alt="Ba thanh")) == "Ba thanh"
