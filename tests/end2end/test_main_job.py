"""From an invented province to a return and charts, by commands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.command import digiplan


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "kho"
    ran = digiplan("demo", folder, "--enterprises", 600, "--responses", 120, "--json")
    assert ran.code == 0, ran.err
    assert ran.document["enterprises"] == 600
    assert ran.document["responses"] == 120
    return folder


def test_every_complete_questionnaire_of_the_demo_is_complete_by_the_engine(store: Path) -> None:
    listed = digiplan("response", "list", "--status", "complete", "--json", store=store).document["responses"]
    assert len(listed) == 120
    for each in listed[:5]:
        shown = digiplan("response", "show", each["id"], "--json", store=store).document
        assert shown["violations"] == []


def test_progress_covers_every_target_of_both_years(store: Path) -> None:
    document = digiplan("plan", "progress", "--json", store=store).document
    found = {(target["id"], target["due"][:4]) for target in document["targets"]}
    assert {("T1", "2025"), ("T1", "2030"), ("T5", "2025"), ("T6", "2030")} <= found
    surveyed = next(
        target for target in document["targets"] if target["id"] == "T1" and target["due"].startswith("2030")
    )
    assert 0 < surveyed["low"] < surveyed["value"] < surveyed["high"] < 100
    assert surveyed["n"] > 0
    assert surveyed["status"]


def test_a_return_is_made_and_reconciles(store: Path, tmp_path: Path) -> None:
    period = digiplan("round", "list", "--json", store=store).document["rounds"][0]["period"]
    out = tmp_path / "bieu01.xlsx"
    ran = digiplan("return", "make", "bieu01", out, "--period", period, "--json", store=store)
    assert ran.code == 0, ran.err
    assert ran.document["reconciled"] is True
    assert out.stat().st_size > 5_000


@pytest.mark.parametrize("kind", ["bullet", "trajectory", "dotplot"])
def test_charts_are_drawn_without_a_window(store: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"{kind}.svg"
    ran = digiplan("chart", kind, out, store=store)
    assert ran.code == 0, ran.err
    assert "<svg" in out.read_text(encoding="utf-8")


def test_an_answer_saved_beside_another_that_its_writer_had_not_seen_is_a_conflict(store: Path) -> None:
    response = digiplan("response", "list", "--status", "complete", "--json", store=store).document[
        "responses"
    ][0]["id"]
    seen = digiplan("response", "show", response, "--json", store=store).document["heads"]
    first = digiplan("response", "answer", response, "note=một", "--json", store=store)
    assert first.code == 0, first.err
    late = digiplan(
        "response", "answer", response, "note=hai", "--seen", ",".join(seen), "--json", store=store
    )
    assert late.code == 0, late.err
    shown = digiplan("response", "show", response, "--json", store=store).document
    values = {each["value"] for conflict in shown["conflicts"] for each in conflict["values"]}
    assert {"một", "hai"} <= values
    assert len(shown["heads"]) == 2
