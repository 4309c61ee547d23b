from __future__ import annotations

import pytest

from digiplan_desktop.errors import DesignBroken, FileDamaged, FileEmpty, FileMissing
from digiplan_desktop.plan.csv_estimates import estimate_csv

ROWS = "cell,N,village,y,part\na,20,v1,1,in\na,20,v2,0,out\nb,30,v1,NA,in\nb,30,v2,1,in\nb,30,v3,0,in\n"


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("\ufeff" + ROWS, encoding="utf-8")
    return path


def problems_of(path, design):
    with pytest.raises(DesignBroken) as raised:
        estimate_csv(path, design)
    return [(problem.code, problem.row, problem.column, problem.text) for problem in raised.value.problems]


def test_an_answer_has_the_keys_of_the_contract(data):
    [found] = estimate_csv(
        data,
        {"strata": "cell", "population": "N", "ask": [{"id": "t", "kind": "share", "y": "y", "equals": "1"}]},
    )
    document = found.to_json()
    assert document["id"] == "t"
    assert document["n"] == 4
    assert {"estimate", "se", "df", "low", "high", "interval"} <= set(document)
    assert document["interval"] == "logit"


def test_the_name_in_the_first_heading_survives_a_byte_order_mark(data):
    assert (
        estimate_csv(data, {"strata": "cell", "ask": [{"id": "m", "kind": "mean", "y": "N"}]})[0].estimate.n
        == 5
    )


def test_a_text_a_number_and_a_truth_are_compared_as_people_mean_them(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("y,z,w\n1.0,TRUE,x\n2,FALSE,x\n1,true,y\n", encoding="utf-8")
    ask = [
        {"id": "n", "kind": "share", "y": "y", "equals": 1},
        {"id": "b", "kind": "share", "y": "z", "equals": True},
        {"id": "d", "kind": "mean", "y": "y", "domain": {"w": "x"}},
    ]
    number, truth, domain = (found.estimate for found in estimate_csv(path, {"ask": ask}))
    assert number.value == pytest.approx(2 / 3)
    assert truth.value == pytest.approx(2 / 3)
    assert domain.value == 1.5


def test_every_mistake_of_a_design_is_listed_at_once(data):
    found = problems_of(
        data,
        {
            "strata": "zone",
            "weights": "y",
            "poststrata": {"by": "part", "totals": {"in": 3, "else": 9}},
            "ask": [
                {"id": "1", "kind": "median", "y": "y"},
                {"id": "2", "kind": "mean", "y": "part"},
                {"id": "3", "kind": "mean", "y": "y", "interval": "guess"},
                {"id": "4", "kind": "ratio", "y": "y", "x": "nothing"},
            ],
        },
    )
    assert set(found) == {
        ("column_missing", 0, "zone", ""),
        ("not_positive", 3, "y", "0"),
        ("total_missing", 0, "part", "out"),
        ("group_empty", 0, "part", "else"),
        ("kind_unknown", 0, "", "median"),
        ("not_a_number", 2, "part", "in"),
        ("interval_unknown", 0, "", "guess"),
        ("column_missing", 0, "nothing", ""),
    }


def test_a_population_that_varies_or_is_smaller_than_the_sample_is_refused(tmp_path, data):
    path = tmp_path / "varies.csv"
    path.write_text("cell,N,y\na,20,1\na,21,0\n", encoding="utf-8")
    ask = [{"id": "m", "kind": "mean", "y": "y"}]
    assert problems_of(path, {"strata": "cell", "population": "N", "ask": ask})[0][0] == "population_varies"
    path.write_text("cell,N,y\na,1,1\na,1,0\n", encoding="utf-8")
    assert (
        problems_of(path, {"strata": "cell", "population": "N", "ask": ask})[0][0] == "population_too_small"
    )


@pytest.mark.parametrize(
    "design",
    [
        {},
        {"ask": []},
        {"ask": "mean"},
        {"ask": ["mean"]},
        [],
        {"poststrata": {"by": "part"}, "ask": [{"kind": "mean"}]},
    ],
)
def test_a_design_of_another_shape_is_refused(data, design):
    assert problems_of(data, design)


def test_files_that_are_missing_empty_or_no_text_are_named(tmp_path):
    design = {"ask": [{"id": "m", "kind": "mean", "y": "y"}]}
    with pytest.raises(FileMissing):
        estimate_csv(tmp_path / "none.csv", design)
    empty = tmp_path / "empty.csv"
    empty.write_text("y\n", encoding="utf-8")
    with pytest.raises(FileEmpty):
        estimate_csv(empty, design)
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\xff\xfe\x00")
    with pytest.raises(FileDamaged):
        estimate_csv(picture, design)


def test_ragged_rows_count_as_missing_and_extra_cells_are_ignored(tmp_path):
    path = tmp_path / "ragged.csv"
    path.write_text("x,y\n1,2\n3\n5,6,7\n", encoding="utf-8")
    assert estimate_csv(path, {"ask": [{"id": "m", "kind": "mean", "y": "y"}]})[0].estimate.n == 2


@pytest.mark.parametrize(
    ("design", "problem"),
    [
        ({"strata": "cell", "population": "y"}, ("not_positive", 3, "y", "0")),
        ({"strata": "zone", "population": "N"}, ("column_missing", 0, "zone", "")),
        ({"weights": "part"}, ("not_a_number", 2, "part", "in")),
        ({"poststrata": {"by": "zone", "totals": {"in": 1}}}, ("column_missing", 0, "zone", "")),
        (
            {"poststrata": {"by": "part", "totals": {"in": "many", "out": 4}}},
            ("not_positive", 0, "", "in: many"),
        ),
    ],
)
def test_a_column_that_cannot_serve_is_named(data, design, problem):
    assert problem in problems_of(data, {**design, "ask": [{"id": "m", "kind": "mean", "y": "N"}]})


@pytest.mark.parametrize(
    "entry", [{"kind": "share", "y": "q", "equals": 1}, {"kind": "mean", "y": "y", "domain": {"q": 1}}]
)
def test_a_question_about_a_missing_column_is_refused(data, entry):
    assert problems_of(data, {"ask": [entry]}) == [("column_missing", 0, "q", "")]


def test_infinity_is_no_number(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("y\n1\ninf\n", encoding="utf-8")
    ask = [{"id": "m", "kind": "mean", "y": "y"}]
    assert problems_of(path, {"ask": ask}) == [("not_a_number", 3, "y", "inf")]


def test_a_share_of_a_number_in_a_column_of_words_is_zero(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("y\nyes\nno\nno\n", encoding="utf-8")
    [found] = estimate_csv(path, {"ask": [{"id": "s", "kind": "share", "y": "y", "equals": 1}]})
    assert (found.estimate.value, found.estimate.interval) == (0, "clopper-pearson")


def test_merged_strata_are_told_in_the_answer(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("h,N,y\na,9,1\nb,9,2\nb,9,4\n", encoding="utf-8")
    [found] = estimate_csv(
        path, {"strata": "h", "population": "N", "ask": [{"id": "m", "kind": "mean", "y": "y"}]}
    )
    assert found.to_json()["merged"] == [["a", "b"]]
