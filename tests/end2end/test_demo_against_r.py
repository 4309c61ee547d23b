"""The demo's estimates are those of R's package survey on the same rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.helpers.command import digiplan
from tests.helpers.r_survey import run_r

SCRIPT = """
for (id in c("T1", "T2")) {
  rows <- read.csv(paste0(id, ".csv"), fileEncoding = "UTF-8-BOM")
  design <- svydesign(~1, strata = ~cell, fpc = ~population, data = rows)
  proportion(id, ~y, subset(design, eligible == 1), "logit")
}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("r") / "kho"
    assert digiplan("demo", folder, "--json").code == 0
    return folder


def test_shares_errors_and_intervals_of_the_demo_equal_those_of_r(store: Path, tmp_path: Path) -> None:
    round_id = digiplan("round", "list", "--json", store=store).document["rounds"][0]["id"]
    for target in ("T1", "T2"):
        ran = digiplan(
            "plan", "microdata", round_id, tmp_path / f"{target}.csv", "--target", target, store=store
        )
        assert ran.code == 0, ran.err
    expected = run_r(SCRIPT, tmp_path)
    progress = digiplan("plan", "progress", "--json", store=store).document["targets"]
    for target in progress:
        if target["id"] in expected and target["due"] == "2030-12-31":
            ours = [
                target["value"] / 100,
                target["se"] / 100,
                target["df"],
                target["low"] / 100,
                target["high"] / 100,
            ]
            assert ours == pytest.approx(expected[target["id"]], rel=1e-8), target["id"]
    assert set(expected) == {"T1", "T2"}


def test_the_rows_are_every_resolved_questionnaire(store: Path, tmp_path: Path) -> None:
    round_id = digiplan("round", "list", "--json", store=store).document["rounds"][0]["id"]
    digiplan("plan", "microdata", round_id, tmp_path / "T1.csv", store=store)
    with (tmp_path / "T1.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {row["disposition"] for row in rows} == {"I", "ineligible"}
    frame = digiplan("round", "list", "--json", store=store).document["rounds"][0]["frame"]
    assert sum(float(row["weight"]) for row in rows) == pytest.approx(frame)
