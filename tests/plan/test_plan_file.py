from __future__ import annotations

import csv
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from digiplan_desktop import paths
from digiplan_desktop.errors import FileDamaged, FileMissing, PlanBroken
from digiplan_desktop.plan.plan_file import load_plan
from digiplan_desktop.plan.targets import Condition

PLAN_74 = paths.PLANS / "kh74-2023.toml"


@pytest.fixture(scope="module")
def plan():
    return load_plan(PLAN_74)


@pytest.fixture
def broken(tmp_path):
    """Replace pieces of Plan 74 and give the problems found, with the line each is expected on."""

    def problems(*changes: tuple[str, str]):
        text = PLAN_74.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "plan.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(PlanBroken) as raised:
            load_plan(path)
        lines = text.splitlines()
        return [(problem.code, problem.text, lines[problem.row - 1]) for problem in raised.value.problems]

    return problems


def test_the_aims_stand_as_the_plan_prints_them(plan):
    aims = {
        (target.id, stage.year): (stage.aim.operator, stage.aim.value, stage.aim.upper)
        for target in plan.targets
        for stage in target.stages
    }
    assert aims == {
        ("T1", 2025): (">=", 20, None),
        ("T1", 2030): (">", 90, None),
        ("T2", 2025): (">=", 50, None),
        ("T2", 2030): (">", 80, None),
        ("T3a", 2025): ("=", 100, None),
        ("T3b", 2025): ("=", 100, None),
        ("T4", 2025): ("qualitative", None, None),
        ("T4", 2030): ("qualitative", None, None),
        ("T4b", 2025): ("none", None, None),
        ("T4b", 2030): ("none", None, None),
        ("T5", 2025): (">=", 20, None),
        ("T5", 2030): (">=", 50, None),
        ("T5b", 2025): ("range", 500, 1000),
        ("T5b", 2030): ("range", 500, 1000),
        ("T6", 2025): ("range", 1, 5),
        ("T6", 2030): ("range", 5, 10),
    }
    assert {stage.due for target in plan.targets for stage in target.stages} == {
        date(2025, 12, 31),
        date(2030, 12, 31),
    }


def test_baselines_measures_and_territories_are_those_of_the_plan(plan):
    assert [(each.operator, each.value, each.territory) for each in plan.baselines] == [
        ("=", 12_075, "old"),
        (">", 400, "old"),
    ]
    assert [measure.id for measure in plan.measures] == [f"M{number}" for number in range(1, 9)]
    assert [territory.id for territory in plan.territories] == ["old", "new"]
    assert plan.signed == date(2023, 5, 10)
    assert plan.number == "74/KH-UBND"


def test_shares_have_no_baseline_and_counts_start_at_zero(plan):
    assert {target.id for target in plan.targets if target.baseline.value is None} == {
        "T1", "T2", "T3a", "T3b", "T4", "T4b",
    }  # fmt: skip
    assert {target.baseline.value for target in plan.targets if target.counted_from} == {0}


def test_definitions_stand_side_by_side_with_one_frozen(plan):
    first = plan.target("T1").indicator
    assert [definition.id for definition in first.definitions] == ["wide", "mid", "strict"]
    assert first.definition.numerator == ("kpi_digital_mid",)
    assert first.definition.where == (Condition("status", "=", 1), Condition("legal_form", "!=", 7))
    assert plan.target("T3a").indicator.definition.where[-1] == Condition("ei", "!=", 5)
    assert [definition.id for definition in plan.target("T3b").indicator.definitions] == ["all", "obliged"]
    assert plan.target("T3a").indicator.sources[0] == "figure"


def test_every_fact_the_plan_reads_is_a_question_of_its_questionnaire(plan):
    for form in ("dn01", "cq02", "cs03"):
        known = _question_names(paths.FORMS / f"{form}.xlsx")
        assert plan.facts(form)
        assert plan.facts(form) <= known


def _question_names(path: Path) -> set[str]:
    from openpyxl import load_workbook

    with closing(load_workbook(path, read_only=True)) as book:
        rows = book["survey"].iter_rows(values_only=True)
        column = next(rows).index("name")
        return {row[column] for row in rows if row[column]}


def test_every_word_of_the_plan_is_there_in_both_languages(plan):
    for target in plan.targets:
        for words in (target.text, target.short, target.unit, target.indicator.name):
            assert words.of("vi")
            assert words.of("en")
    for measure in plan.measures:
        assert measure.text.of("vi") != measure.text.of("en")


def test_neighbouring_districts_know_each_other_and_are_all_in_the_catalogue(plan):
    with (paths.AREAS / "units.csv").open(encoding="utf-8") as file:
        known = {row["unit_uid"] for row in csv.DictReader(file) if row["level"] == "district"}
    assert set(plan.neighbours) == known
    for district, others in plan.neighbours.items():
        assert all(district in plan.neighbours[other] for other in others)
    assert set(plan.territories[0].districts) == {f"D{code}-1" for code in range(643, 658)}


def test_a_broken_line_is_named(broken):
    [(code, _, line)] = broken(("signed = 2023-05-10", "signed = 2023-05-"))
    assert code == "toml"
    assert line.startswith("signed")


def test_all_mistakes_are_told_at_once_each_with_its_line(broken):
    found = broken(
        ('kind = "share"', 'kind = "portion"'),
        ('where = ["status = 1", "legal_form != 7"]', 'where = ["status is 1"]'),
        ("due = 2030-12-31", "due = 2020-12-31"),
        ('chosen = "wide"', 'chosen = "oecd2"'),
        ("upper = 1000", "upper = 100"),
        ('events_of = "T6"', 'events_of = "T7"'),
        ('id = "M2"', 'id = "M1"'),
        ('operator = "none"', 'operatr = "none"'),
    )
    codes = {(code, text) for code, text, _ in found}
    assert codes >= {
        ("value_unknown", "portion"),
        ("condition", "status is 1"),
        ("stage_order", "T1"),
        ("reference_unknown", "oecd2"),
        ("range_order", "100.0"),
        ("reference_unknown", "T7"),
        ("duplicate_id", "M1"),
        ("key_missing", "operator"),
        ("key_unknown", "operatr"),
    }
    lines = {text: line for _, text, line in found}
    assert lines["portion"] == 'kind = "portion"'
    assert lines["status is 1"] == 'where = ["status is 1"]'
    assert lines["oecd2"] == 'chosen = "oecd2"'
    assert lines["100.0"] == "upper = 100"
    assert lines["operatr"] == 'operatr = "none"'


def test_words_in_one_language_only_are_refused(broken):
    [(code, _, line)] = broken(
        ('unit = { vi = "người", en = "persons" }', 'unit = { vi = "người" }'),
    )
    assert code == "wrong_type"
    assert line == 'unit = { vi = "người" }'


def test_a_date_as_text_and_a_number_as_text_are_refused(broken):
    found = broken(("counted_from = 2023-01-01", 'counted_from = "2023"'), ("value = 20\n", 'value = "20"\n'))
    assert [(code, text) for code, text, _ in found] == [("wrong_type", "20"), ("wrong_type", "2023")]


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path):
    with pytest.raises(FileMissing):
        load_plan(tmp_path / "none.toml")
    path = tmp_path / "plan.toml"
    path.write_bytes(b"[plan]\nid = '\xff'\n")
    with pytest.raises(PlanBroken) as raised:
        load_plan(path)
    assert raised.value.problems[0].code == "not_utf8"
    assert raised.value.problems[0].row == 2


def test_an_empty_file_lists_what_a_plan_needs(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(PlanBroken) as raised:
        load_plan(path)
    assert {"plan", "territory", "target"} <= {problem.text for problem in raised.value.problems}


def test_the_hash_changes_with_the_file(plan, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(PLAN_74.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    assert load_plan(path).hash != plan.hash


def test_a_folder_is_no_plan(tmp_path):
    with pytest.raises(FileDamaged):
        load_plan(tmp_path)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('sources = ["survey", "figure"]', "sources = []"), ("key_missing", "sources")),
        (('sources = ["survey", "figure"]', 'sources = ["guess"]'), ("value_unknown", "guess")),
        (('sources = ["survey", "figure"]', "sources = 3"), ("wrong_type", "3")),
        (('numerator = ["kpi_digital_wide"]', "numerator = []"), ("key_missing", "numerator")),
        (('denominator = ["out_v"]', "denominator = []"), ("key_missing", "denominator")),
        (('id = "T1"', "id = 1"), ("wrong_type", "1")),
        (('id = "T1"', 'id = "  "'), ("wrong_type", "  ")),
        (("[target.indicator]", "indicator = 3\n[target.other]"), ("wrong_type", "3")),
        (('group = "T5"', 'group = "T9"'), ("reference_unknown", "T9")),
        (('territory = "old"', 'territory = "elsewhere"'), ("value_unknown", "elsewhere")),
    ],
)
def test_each_slip_is_named(broken, change, problem):
    assert problem in {(code, text) for code, text, _ in broken(change)}


def test_a_list_where_tables_are_needed_is_refused(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text("target = [1, 2]\n[plan]\nid = 'x'\n", encoding="utf-8")
    with pytest.raises(PlanBroken) as raised:
        load_plan(path)
    assert ("wrong_type", "[1, 2]") in {(problem.code, problem.text) for problem in raised.value.problems}


def test_a_target_without_a_due_date_is_refused(tmp_path):
    text = PLAN_74.read_text(encoding="utf-8").replace("[[target.stage]]", "[[target.step]]")
    path = tmp_path / "plan.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PlanBroken) as raised:
        load_plan(path)
    found = [(problem.code, problem.text) for problem in raised.value.problems]
    assert ("key_missing", "stage") in found
    assert ("key_unknown", "step") in found


def test_a_plan_may_do_without_neighbours_and_measures(tmp_path):
    text = PLAN_74.read_text(encoding="utf-8")
    path = tmp_path / "plan.toml"
    path.write_text(text[: text.index("# ------", text.index('printed = "5-10+"'))], encoding="utf-8")
    plan = load_plan(path)
    assert (plan.measures, plan.neighbours) == ((), {})
