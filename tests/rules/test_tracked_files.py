"""Nothing of the machine on which a file was written may stand in it."""

from __future__ import annotations

import re

import pytest

from tests.helpers.sources import ROOT, place, text_files

MACHINE_PATH = re.compile(r"(?<![\w./~-])(?:/(?:root/\.|work/|(?:home|Users)/\w+)|[A-Za-z]:\\Users\\\w+)")
# Written in parts, so that this file does not name them.
REGISTRY = re.compile(
    r"(?:py{0}pi|python{0}hosted|deb\.{0}debian|registry\.{0}npmjs)\.org".replace("{0}", "")
)
INSTALL_SOURCE = re.compile(
    r"^\s*(?:--(?:extra-)?index-url|-i |--find-links|-f |--trusted-host)|@ file:", re.MULTILINE
)


def _places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{place(path)}: {found[0]}" for path, text in text_files().items() if (found := pattern.search(text))
    ]


@pytest.mark.parametrize(
    "path", ["/{0}root/.cache", "in /{0}work/main", "/{0}home/lan/store", "C:\\{0}Users\\lan"]
)
def test_the_pattern_of_machine_paths_finds(path: str):
    assert MACHINE_PATH.search(path.format(""))


@pytest.mark.parametrize("path", ["~/work/", "https://example.org/home/", "tests/work/", "/data/home"])
def test_the_pattern_of_machine_paths_passes_by(path: str):
    assert not MACHINE_PATH.search(path)


def test_no_file_holds_a_path_of_one_machine():
    assert _places(MACHINE_PATH) == []


def test_no_file_names_the_host_of_a_package_registry():
    assert _places(REGISTRY) == []


def test_every_pinned_requirement_has_a_hash_and_no_source():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text("utf-8")
        assert INSTALL_SOURCE.search(text) is None, path.name
        pinned = re.findall(r"^[\w.-]+==\S+(?: ;[^\\\n]*)? \\\n +--hash=sha256:", text, re.MULTILINE)
        named = re.findall(r"^[\w.-]+.*", text, re.MULTILINE)
        assert len(pinned) == len(named) > 0, path.name
