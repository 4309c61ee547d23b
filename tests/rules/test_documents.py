"""What the documents say is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from digiplan_desktop.cli.main import VERBS
from tests.helpers.sources import ROOT, project_files

DOCUMENTS = sorted(path for path in project_files() if path.suffix == ".md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path):
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text("utf-8"))
    own = [link for link in links if "://" not in link]

    assert [link for link in own if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_as_a_place_exists(name: str):
    text = (ROOT / name).read_text("utf-8")
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|spec|md))`", text)
    known = [ROOT, ROOT / "digiplan_desktop", ROOT / "resources"]
    made = ("dist/", "build/", "demo-output/", "demo-store/", ".venv/")

    assert [
        path
        for path in named
        if not path.startswith(made) and not any((base / path).exists() for base in known)
    ] == []


def test_the_readme_names_every_verb():
    text = (ROOT / "README.md").read_text("utf-8")

    assert [verb for verb in VERBS if not re.search(rf"`(?:digiplan )?{verb}\b", text)] == []


def test_every_decision_is_in_the_list():
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")

    assert [
        path.name
        for path in folder.glob("*.md")
        if path.name != "README.md" and f"({path.name})" not in listed
    ] == []


def test_every_shipped_library_has_its_licence_noted():
    notes = (ROOT / "resources" / "licences" / "third-party.md").read_text("utf-8")
    pins = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements" / "runtime.txt").read_text("utf-8"), re.MULTILINE
    )

    assert [name for name in pins if f"\n| {name} " not in notes] == []
