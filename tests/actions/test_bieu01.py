"""Biểu 01 filled from a store: its lines add up and agree with the estimates."""

from __future__ import annotations

from pathlib import Path

import pytest

from digiplan_desktop.actions.bieu01 import UNKNOWN_COMMUNE, fill_bieu01
from digiplan_desktop.actions.bieu01_provenance import period_words
from digiplan_desktop.actions.demo import DemoSize, make_demo
from digiplan_desktop.actions.progress import plan_progress
from digiplan_desktop.actions.returns import ReturnWish, make_return
from digiplan_desktop.actions.rounds import Round, list_rounds
from digiplan_desktop.actions.workspace import Workspace, open_workspace
from digiplan_desktop.errors import AreaOutside, ChoiceUnknown
from digiplan_desktop.returns.content import Bieu01Row


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder: Path = tmp_path_factory.mktemp("bieu01") / "kho"
    make_demo(folder, DemoSize(enterprises=1500, responses=300, seed=3))
    workspace = open_workspace(folder)
    yield workspace
    workspace.close()


@pytest.fixture
def made(demo: Workspace) -> Round:
    return list_rounds(demo)[0]


def children(rows: tuple[Bieu01Row, ...], level: int) -> list[Bieu01Row]:
    return [row for row in rows if row.level == level]


def test_districts_add_up_to_the_province_and_communes_to_their_district(
    demo: Workspace, made: Round
) -> None:
    rows = fill_bieu01(demo, made).rows
    top = rows[0]
    for level in (1, 2):
        below = children(rows, level)
        assert sum(row.listed for row in below) == top.listed == 1500
        assert sum(row.surveyed for row in below) == top.surveyed
        assert sum(row.active for row in below) == top.active
        for target in top.measures:
            total = sum(row.measures[target].weighted_positive or 0 for row in below)
            assert total == pytest.approx(top.measures[target].weighted_positive, rel=1e-12)


def test_the_first_line_is_the_figure_of_the_screen(demo: Workspace, made: Round) -> None:
    contents = fill_bieu01(demo, made)
    shown = {target.id: target for target in plan_progress(demo).targets if target.source == "survey"}
    top = contents.rows[0].measures["T1"]
    assert 100 * top.weighted_positive / top.weighted_eligible == pytest.approx(shown["T1"].value, rel=1e-12)
    printed = next(target for target in contents.targets if target.id == "T1")
    assert 100 * printed.estimate == pytest.approx(shown["T1"].value, rel=1e-12)
    assert 100 * printed.low == pytest.approx(shown["T1"].low, rel=1e-12)


def test_a_return_of_one_district_begins_with_that_district(demo: Workspace, made: Round) -> None:
    whole = {row.uid: row for row in fill_bieu01(demo, made).rows}
    part = fill_bieu01(demo, made, area="D651-1").rows
    assert part[0].uid == "D651-1"
    assert part[0].level == 0
    assert part[0].measures["T1"] == whole["D651-1"].measures["T1"]
    assert {row.uid for row in part[1:]} == {
        row.uid for row in whole.values() if row.uid in {r.uid for r in part[1:]}
    }


def test_a_return_of_one_commune_is_one_line(demo: Workspace, made: Round) -> None:
    commune = next(row for row in fill_bieu01(demo, made).rows if row.level == 2 and row.surveyed)
    (line,) = fill_bieu01(demo, made, area=commune.uid).rows
    assert (line.uid, line.listed, line.surveyed) == (commune.uid, commune.listed, commune.surveyed)


def test_communes_carry_no_interval(demo: Workspace, made: Round) -> None:
    rows = fill_bieu01(demo, made).rows
    assert all(row.measures["T1"].low is None for row in children(rows, 2))
    assert rows[0].measures["T1"].low is not None


def test_enterprises_without_a_commune_get_a_line_and_nothing_is_lost(tmp_path: Path) -> None:
    from digiplan_desktop.actions.rounds import RoundPlan, create_round
    from digiplan_desktop.actions.workspace import create_workspace

    with create_workspace(tmp_path / "kho") as workspace:
        for number, area, district in ((1, "", ""), (2, "W24305-2", "D644-1"), (3, "", "D644-1")):
            fields = {"m/name": f"DN {number}", "m/area": area, "m/district": district, "m/size": "micro"}
            workspace.store.save(
                f"00000000-0000-5000-8000-00000000000{number}", "enterprise", fields, act="create"
            )
        made, _ = create_round(workspace, RoundPlan("dn01", "2026-II", "census"))
        rows = fill_bieu01(workspace, made).rows
    assert rows[0].listed == 3
    unknown = [row for row in rows if row.name == UNKNOWN_COMMUNE]
    assert sorted((row.level, row.listed) for row in unknown) == [(1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-I", "6 tháng đầu năm 2026"),
        ("2026-II", "6 tháng cuối năm 2026"),
        ("2026-Q3", "Quý III năm 2026"),
        ("2026", "Năm 2026"),
        ("đợt thử", "đợt thử"),
    ],
)
def test_periods_are_printed_in_words(period: str, words: str) -> None:
    assert period_words(period) == words


@pytest.mark.parametrize("area", ["W22015-2", "P66-2", "W24133-1"])
def test_an_area_outside_the_territory_is_refused(demo: Workspace, made: Round, area: str) -> None:
    with pytest.raises(AreaOutside):
        fill_bieu01(demo, made, area=area, territory="old")


def test_a_return_is_written_as_a_workbook_and_as_nothing_else(demo: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ChoiceUnknown) as refused:
        make_return(demo, ReturnWish("bieu01", period="2026-II"), tmp_path / "bieu.pdf")
    assert refused.value.known == (".xlsx",)
    assert list(tmp_path.iterdir()) == []
