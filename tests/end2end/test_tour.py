"""The tour: what `make run` leaves behind on a machine without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from tests.helpers.command import Ran, digiplan
from tests.helpers.libreoffice import recalculate

PAGES = ("overview", "enterprises", "questionnaires", "targets", "returns", "exchange", "settings")


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Ran]:
    folder = tmp_path_factory.mktemp("tour")
    store, out = folder / "kho", folder / "out"
    assert digiplan("demo", store, "--enterprises", 900, "--responses", 200).code == 0
    return store, out, digiplan("tour", store, "--out", out, "--json", seconds=400)


def test_a_questionnaire_was_filled_by_keys_and_completed(toured: tuple[Path, Path, Ran]) -> None:
    store, _, ran = toured
    assert ran.code == 0, ran.err
    complete = digiplan("response", "list", "--status", "complete", "--json", store=store).document[
        "responses"
    ]
    assert len(complete) == 201
    typed = digiplan("response", "show", complete[0]["id"], "--json", store=store).document
    assert typed["answers"]["emp"] == "24"
    assert typed["answers"]["activity"] == "Chế biến cà phê"


def test_every_page_is_pictured_in_both_languages_and_themes(toured: tuple[Path, Path, Ran]) -> None:
    pictures = [path.name.partition("-")[2] for path in (toured[1] / "screens").glob("*.png")]
    wanted = {
        f"{language}-{theme}-{page}.png"
        for language in ("vi", "en")
        for theme in ("light", "dark")
        for page in PAGES
    }
    assert wanted <= set(pictures)
    for path in (toured[1] / "screens").glob("*.png"):
        with Image.open(path) as picture:
            assert picture.size == (1366, 768)
            colours = picture.convert("RGB").getcolors(maxcolors=1 << 24) or []
            assert len(colours) > 50, f"{path.name} is nearly blank"


def test_the_files_it_names_are_there(toured: tuple[Path, Path, Ran]) -> None:
    files = [Path(name) for name in toured[2].document["files"]]
    assert all(path.is_file() and path.stat().st_size for path in files)
    assert {"bullet-light.png", "bullet-dark.png", "bullet-light.pdf"} <= {path.name for path in files}


def test_the_return_recalculates_to_the_same_values(toured: tuple[Path, Path, Ran], tmp_path: Path) -> None:
    (made,) = (toured[1] / "returns").glob("bieu01-*.xlsx")
    again = load_workbook(recalculate(made, tmp_path), data_only=True)
    cached, formulas = load_workbook(made, data_only=True), load_workbook(made)
    compared = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    ours, theirs = (
                        cached[sheet.title][cell.coordinate].value,
                        again[sheet.title][cell.coordinate].value,
                    )
                    assert _same(ours, theirs), f"{sheet.title}!{cell.coordinate}: {ours!r} {theirs!r}"
                    compared += 1
    assert compared > 500


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) <= 1e-9
    return ours == theirs and not (isinstance(ours, str) and ours.startswith("#"))
