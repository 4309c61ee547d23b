"""A small store with a round of questionnaire dn01, and a keyer who types into the real entry page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from digiplan_desktop.actions.questionnaires import start_response
from digiplan_desktop.actions.rounds import RoundPlan, create_round
from digiplan_desktop.register.identifiers import enterprise_id

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.ui.entry_page import EntryPage

# Both tax codes have a right check digit.
ENTERPRISES = (
    ("6000123450", "Công ty TNHH Cà phê Ea Kar"),
    ("6000234577", "Hợp tác xã Nông nghiệp Buôn Hồ"),
)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def make_round(workspace: Workspace, form: str = "dn01") -> str:
    """Put the enterprises into the register and give the id of a round that asks them."""
    for tax_code, name in ENTERPRISES:
        facts = {
            "m/name": name,
            "m/tax_code": tax_code,
            "m/address": "12 Nguyễn Tất Thành",
            "m/status": "active",
        }
        workspace.store.save(enterprise_id(tax_code, name, ""), "enterprise", facts, act="create")
    made, _ = create_round(workspace, RoundPlan(form, "2026-II", "census", territory="new"))
    return made.id


def begin(workspace: Workspace, round_id: str, number: int = 0) -> str:
    """Begin the questionnaire of one of the enterprises and give its id."""
    tax_code, name = ENTERPRISES[number]
    return start_response(workspace, round_id, enterprise_id(tax_code, name, ""))


class Keyer:
    """Types where the keyboard is; never touches a widget by hand."""

    def __init__(self, page: EntryPage, qtbot: QtBot | None = None) -> None:
        self.page = page
        self._qtbot = qtbot

    def open(self, response_id: str) -> Keyer:
        """Open a questionnaire and wait until it can be typed into."""
        assert self._qtbot is not None
        with self._qtbot.waitSignal(self.page.ready, timeout=20_000):
            self.page.open_response(response_id)
        return self

    def type(self, text: str) -> Keyer:
        """Type letters and digits; a line end is Enter."""
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self.target, letter)
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Keyer:
        """Press one key."""
        QTest.keyClick(self.target, key, modifiers)
        return self

    def settle(self) -> Keyer:
        """Wait until everything that was answered is on the disk."""
        assert self._qtbot is not None
        self._qtbot.waitUntil(lambda: not self.page.pending, timeout=20_000)
        return self

    @property
    def target(self) -> QWidget:
        """The widget that has the keyboard."""
        return QApplication.focusWidget() or self.page

    @property
    def at(self) -> str:
        """The name of the question that the keyboard is in."""
        return self.page.current.rpartition("/")[2]

    def shown(self) -> list[str]:
        """Give the names of the questions that can be seen or scrolled to in this section."""
        panels = self.page.form.panels.values()
        rows = [(ref, row) for panel in panels for ref, row in panel.rows.items() if row.isVisible()]
        return [ref.rpartition("/")[2] for ref, row in rows if row.editor is not None]

    def under(self, name: str) -> list[str]:
        """Give the lines that stand under a question."""
        rows = {ref: row for panel in self.page.form.panels.values() for ref, row in panel.rows.items()}
        row = next(row for ref, row in rows.items() if ref.rpartition("/")[2] == name)
        lines = [row.checks.violation, *(line.words for line in row.checks.warnings.values())]
        return [line.text for line in lines if line.isVisible() and line.text]


# What a keyer types for a small trading company that sells online, question by question from A3 on.
ANSWERS: Mapping[str, str] = {
    "status": "1",
    "legal_form": "2",
    "ownership": "2",
    "reg_date": "02032019",
    "commune": "ea kar",
    "address": "12 Nguyen Tat Thanh",
    "phone": "02623812345",
    "activity": "Ban le ca phe",
    "vsic1": "ban buon",
    "vsic5": "4711",
    "emp": "12",
    "emp_f": "5",
    "emp_si": "10",
    "rev": "12.500,5",
    "cap": "3000",
    "ict_dev": "1",
    "ict_dev_n": "9",
    "net": "1",
    "net_n": "9",
    "net_speed": "2",
    "web": "1",
    "soc": "1,2",
    "f_acct": "2",
    "f_hr": "1",
    "f_adm": "0",
    "f_pur": "1",
    "f_inv": "2",
    "f_prod": "0",
    "f_log": "0",
    "f_sale": "2",
    "f_crm": "1",
    "tech": "1",
    "econtract": "1",
    "platform": "1",
    "ec_sell": "1",
    "ec_ch": "1",
    "ec_pct": "20",
    "ec_b2c": "80",
    "ec_buy": "1",
    "ei": "1",
    "ei_type": "1",
    "pay_in": "1,2",
    "pay_in_pct": "60",
    "pay_out_pct": "70",
    "pay_sal": "1",
    "it": "0",
    "hr_ict": "1",
    "hr_tr": "1",
    "strat": "1",
    "sec": "1",
    "inc": "1",
    "bar": "1,2",
    "need": "1",
    "resp_name": "Nguyen Van An",
    "consent": "1",
    "mode": "1",
    "int_date": "01072026",
    "interviewer": "H Lan",
    "result": "1",
    "note": "",
}
