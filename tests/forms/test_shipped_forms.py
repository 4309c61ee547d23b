"""The three shipped questionnaires, filled to the end by people of different kinds."""

from __future__ import annotations

import csv
import re
from itertools import pairwise

import pytest

from digiplan_desktop import paths
from digiplan_desktop.errors import FormUnknown
from digiplan_desktop.forms.compilation import check_form
from digiplan_desktop.forms.library import form_path, shipped_form, shipped_forms
from tests.helpers.scenario import Scenario

FORMS = ("cq02", "cs03", "dn01")

ACTIVE = {
    "ent_name": "Công ty TNHH Cà phê Ea H'leo",
    "mst": "6000123450",
    "status": "1",
    "legal_form": "2",
    "ownership": "2",
    "reg_date": "14/6/2023",
    "commune": "24133",
    "activity": "Chế biến cà phê",
    "vsic1": "C",
    "vsic5": "10770",
    "emp": "40",
    "emp_f": "15",
    "emp_si": "30",
    "rev": "45.000,5",
    "cap": "12000",
    "ict_dev": "1",
    "ict_dev_n": "30",
    "net": "1",
    "net_n": "25",
    "net_speed": "3",
    "web": "1",
    "soc": "fb zalo",
    "f_acct": "3",
    "f_hr": "2",
    "f_adm": "1",
    "f_pur": "1",
    "f_inv": "2",
    "f_prod": "1",
    "f_log": "1",
    "f_sale": "2",
    "f_crm": "1",
    "tech": "dam_may",
    "econtract": "1",
    "ec_sell": "1",
    "ec_ch": "san",
    "ec_pct": "12,5",
    "ec_b2c": "60",
    "ec_buy": "0",
    "ei": "1",
    "ei_type": "co_ma",
    "pay_in": "tien_mat ck",
    "pay_in_pct": "80",
    "pay_out_pct": "90",
    "pay_sal": "1",
    "it": "0",
    "hr_ict": "1",
    "hr_tr": "1",
    "strat": "1",
    "sec": "",
    "inc": "",
    "bar": "",
    "need": "",
    "consent": "1",
    "mode": "1",
    "int_date": "20/11/2026",
    "interviewer": "ĐTV 07",
    "result": "1",
}


def fill(form_id: str, answers: dict[str, str]) -> Scenario:
    """Answer every question as given; a select with no given answer takes its first choice."""
    scenario = Scenario(shipped_form(form_id))
    for name, text in answers.items():
        choices = scenario.session.choices(name)
        fits = not choices or (text and set(text.split()) <= {choice.value for choice in choices})
        scenario.answer(name, text if fits else choices[0].value)
    return scenario


def test_the_three_forms_ship_and_nothing_is_wrong_with_them():
    assert [path.stem for path in shipped_forms()] == list(FORMS)
    for path in shipped_forms():
        check = check_form(path)
        assert check.ok
        assert check.problems == ()
        assert check.languages == ("Tiếng Việt (vi)", "English (en)")


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_is_known_by_its_id_and_compiled_once(form_id: str):
    assert shipped_form(form_id).id == form_id
    assert shipped_form(form_id) is shipped_form(form_id)


def test_an_unknown_form_is_refused_with_the_known_ones():
    with pytest.raises(FormUnknown) as caught:
        form_path("xx99")
    assert caught.value.known == FORMS


@pytest.mark.parametrize("form_id", FORMS)
def test_every_text_is_there_in_both_languages(form_id: str):
    form = shipped_form(form_id)
    for question in form.questions:
        assert question.labels["vi"]
        assert question.labels["en"]
    for check in form.soft_checks:
        assert check.messages["vi"]
        assert check.messages["en"]
    for texts in form.model.texts.values():
        assert not [
            name for name, forms in texts.items() if not any(source.pieces for source in forms.values())
        ]
    assert set(form.model.texts["Tiếng Việt (vi)"]) == set(form.model.texts["English (en)"])


@pytest.mark.parametrize("form_id", FORMS)
def test_every_choice_an_expression_names_exists(form_id: str):
    form = shipped_form(form_id)
    named = re.compile(r"selected\(\s*(\S+?)\s*,\s*'([^']+)'\)")
    texts = [rule.text for rule in form.model.rules] + [rule.text for _, rule in form.model.soft_checks]
    session = Scenario(form).session
    for ref, option in {pair for text in texts for pair in named.findall(text)}:
        assert option in {choice.value for choice in session.choices(ref)}, (ref, option)


def test_an_active_enterprise_is_filled_to_the_end():
    scenario = fill("dn01", ACTIVE)
    scenario.violates().warns()
    assert scenario.session.complete()
    scenario.holds(
        size_class="2", sector2="1", n_fn2="4", dt_manage="1", dt_produce="1", dt_sell="1", dt_adv="1",
        kpi_digital_wide="1", kpi_digital_mid="1", kpi_ec_oecd="1", kpi_ec_any="1", kpi_ei="1", rev="45000.5",
        it_new_2325="0",
    )  # fmt: skip
    scenario.reopened().holds(kpi_digital_wide="1", size_class="2", commune="24133")


def test_an_inactive_enterprise_is_asked_little_and_warned_of_nothing():
    scenario = fill(
        "dn01", {**{name: ACTIVE[name] for name in ("ent_name", "mst", "commune")}, "status": "2"}
    )
    scenario.hides("g_size", "emp", "g_ict", "g_ec", "g_pay", "consent", "legal_form")
    scenario.answers(mode="2", int_date="20/11/2026", interviewer="ĐTV 07", result="1").violates().warns()
    assert scenario.session.complete()
    assert "kpi_digital_wide" not in scenario.session.values()


def test_an_enterprise_that_turns_out_to_be_closed_keeps_no_warnings_and_forgets_nothing():
    scenario = fill("dn01", {**ACTIVE, "emp": "0", "emp_f": "0", "ict_dev_n": "0", "net_n": "0"})
    assert "emp_zero" in {warning.check for warning in scenario.session.warnings()}
    scenario.answer("status", "3").warns()
    scenario.answer("status", "1").holds(emp="0")


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"mst": "6000123455"}, "mst"),
        ({"mst": "6000123450-001"}, "mst_branch"),
        ({"emp_si": "90"}, "emp_si"),
        ({"rev": "6.000.000"}, "rev_unit"),
        ({"rev": "30"}, "rev_per_emp"),
        ({"net_n": "35"}, "net_le_dev"),
        ({"tech": "khong dam_may"}, "tech_none"),
        ({"ec_pct": "0"}, "ec_pct0"),
        ({"pay_in_pct": "100"}, "pay_cash"),
        ({"pay_in": "ck"}, "pay_nocash"),
        ({"it": "1"}, "it_vsic"),
    ],
)
def test_an_odd_answer_is_questioned(changes: dict[str, str], check: str):
    scenario = fill("dn01", ACTIVE)
    for name, text in changes.items():
        scenario.answer(name, text)
    assert check in {warning.check for warning in scenario.session.warnings()}


@pytest.mark.parametrize("tax_code", ["6000123450", "0100109106", "6000123450-001"])
def test_a_sound_tax_code_passes_its_check_digit(tax_code: str):
    scenario = fill("dn01", {"mst": tax_code})
    assert "mst" not in {warning.check for warning in scenario.session.warnings()}


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("mst", "12345", "constraint"),
        ("phone", "12", "constraint"),
        ("reg_date", "1/1/2030", "constraint"),
        ("emp_f", "41", "constraint"),
        ("ict_dev_n", "41", "constraint"),
        ("ec_pct", "101", "constraint"),
        ("emp", "bốn mươi", "type"),
        ("commune", "99999", "choice"),
        ("interviewer", "", "required"),
    ],
)
def test_a_wrong_answer_is_refused_beside_its_question(name: str, text: str, kind: str):
    session = fill("dn01", ACTIVE).answer(name, text).session
    violation = session.node(name).violation
    assert violation is not None
    assert violation.kind == kind
    assert not session.complete()
    if kind == "constraint":
        assert violation.message
        session.language = "en"
        assert session.node(name).violation.message != violation.message


def test_turnover_is_asked_by_bracket_only_when_it_is_unknown():
    fill("dn01", ACTIVE).hides("rev_b").answer("rev", "").shows("rev_b")


def test_the_communes_come_from_the_file_and_are_found_without_diacritics():
    session = Scenario(shipped_form("dn01")).session
    with (paths.FORMS / "communes_66_2025.csv").open(encoding="utf-8") as file:
        assert len(session.choices("commune")) == len(list(csv.reader(file))) - 1 == 102
    assert [choice.label for choice in session.choices("commune", "buon ho")] == ["Phường Buôn Hồ"]
    assert len(session.choices("commune", "xa", limit=5)) == 5


def test_an_agency_is_filled_to_the_end():
    scenario = fill(
        "cq02",
        {
            "org_name": "UBND xã Ea Kao", "budget_code": "1234567", "org_type": "", "org_level": "", "commune": "",
            "period": "", "year": "2026", "out_n": "120", "out_nc_n": "110", "out_v": "5.000,0", "out_nc_v": "4500",
            "proc_v": "1000", "proc_nc_v": "900", "proc_cash5": "0", "sal": "", "has_in": "0", "consent": "1",
            "mode": "1", "int_date": "20/11/2026", "interviewer": "ĐTV", "result": "1",
        },
    )  # fmt: skip
    scenario.violates().warns().holds(kpi_nc_value="0.9", kpi_nc_proc="0.9")
    scenario.answer("out_nc_v", "1000").warns("nc_low").confirms("nc_low", "Kho bạc chưa nối mạng")
    assert scenario.session.complete()
    scenario.answer("has_in", "1").shows("in_v", "in_ch")


def test_a_household_business_is_filled_to_the_end():
    scenario = fill(
        "cs03",
        {
            "est_name": "Tạp hóa Hoa", "etype": "2", "status": "1", "owner": "Nguyễn Thị Hoa", "id_type": "2",
            "tin10": "6000123450", "commune": "", "act": "", "emp": "2", "revh": "4", "b2c": "1", "ei": "1",
            "ei_type": "may_tinh_tien", "pay_in": "", "nc": "", "ec": "0", "sw": "1", "consent": "1", "mode": "1",
            "int_date": "20/11/2026", "interviewer": "ĐTV", "result": "1",
        },
    )  # fmt: skip
    scenario.violates().warns().holds(kpi_ei="1", ei_duty="1")
    scenario.answer("b2c", "0").warns("pos")
    scenario.answer("ei", "4").warns("duty")
    scenario.answer("tin10", "6000123455").warns("tin10", "duty")


@pytest.mark.parametrize("form_id", FORMS)
def test_the_questions_of_a_filled_form_keep_their_order(form_id: str):
    form = shipped_form(form_id)
    order = {question.ref: place for place, question in enumerate(form.questions)}
    shown = [
        order[node.ref]
        for node in Scenario(form).answer("status" if form_id != "cq02" else "has_in", "1").session.nodes()
    ]
    assert all(before < after for before, after in pairwise(shown))
