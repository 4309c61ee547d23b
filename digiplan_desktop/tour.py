"""The main job from end to end through the real window, without a screen: what a new user would do and see."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from digiplan_desktop.actions.returns import ReturnWish, list_returns, make_return
from digiplan_desktop.errors import FileNotWritable, NotMeasured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.ui.main_window import MainWindow
    from digiplan_desktop.ui.questionnaires_page import QuestionnairesPage

LOOKS = (("vi", "light"), ("vi", "dark"), ("en", "light"), ("en", "dark"))
CHARTS = ("bullet", "trajectory", "dotplot")
PATIENCE_MS = 60_000

# What is typed into each question of the enterprise questionnaire; a question that is not named is passed with Enter.
KEYS = {
    "status": "1",
    "legal_form": "2",
    "ownership": "2",
    "reg_date": "15062019",
    "phone": "02623856789",
    "activity": "Chế biến cà phê",
    "vsic1": "che bien",
    "emp": "24",
    "emp_f": "11",
    "emp_si": "20",
    "rev": "18500",
    "cap": "6200",
    "ict_dev": "1",
    "ict_dev_n": "16",
    "net": "1",
    "net_n": "15",
    "net_speed": "3",
    "web": "1",
    "soc": "1,2",
    "f_acct": "2",
    "f_hr": "1",
    "f_adm": "1",
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
    "ec_pct": "25",
    "ec_b2c": "70",
    "ec_buy": "1",
    "ei": "1",
    "ei_type": "1",
    "pay_in": "1,2",
    "pay_in_pct": "60",
    "pay_out_pct": "80",
    "pay_sal": "1",
    "it": "0",
    "hr_ict": "3",
    "hr_tr": "1",
    "strat": "1",
    "sec": "1,2",
    "inc": "5",
    "bar": "1,3",
    "need": "1,2",
    "resp_name": "Nguyễn Thị Lan",
    "consent": "1",
    "mode": "1",
    "int_date": "10112026",
    "interviewer": "H'Lan",
    "result": "1",
}


@dataclass(frozen=True)
class _Places:
    """Where the tour puts what it makes."""

    screens: Path
    charts: Path
    returns: Path

    @classmethod
    def make(cls, out: Path) -> _Places:
        places = cls(out / "screens", out / "charts", out / "returns")
        try:
            for folder in (places.screens, places.charts, places.returns):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileNotWritable(out, str(error)) from error
        return places


def run_tour(
    folder: Path, out: Path, *, language: str = "vi", tell: Callable[[str], None]
) -> tuple[Path, ...]:
    """Do the main job on the store in `folder` and give the files made under `out`.

    A store that is missing is made as a demo first. Raises what opening the store, the returns and the charts raise.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from digiplan_desktop.actions.demo import DemoSize, make_demo
    from digiplan_desktop.actions.workspace import open_workspace

    places = _Places.make(out)
    if not folder.exists():
        make_demo(folder, DemoSize())
    # The tour's own preferences: the user's stay as they are.
    with TemporaryDirectory() as own:
        tour = _Tour(_open_window(open_workspace(folder), Path(own), language), places, tell)
        try:
            return (*tour.fill(), *tour.returns(language), *tour.charts(), *tour.screens())
        finally:
            tour.close()


def _open_window(workspace: Workspace, own: Path, language: str) -> MainWindow:
    from digiplan_desktop.app import make_application, make_window
    from digiplan_desktop.ui.language import install_language
    from digiplan_desktop.ui.preferences import Preferences
    from digiplan_desktop.ui.theme import apply_theme

    app = make_application()
    preferences = Preferences(own / "window.ini")
    preferences.language = language
    install_language(app, language)
    apply_theme(app, "light", 100)
    window = make_window(preferences)
    window.resize(1366, 768)
    window.show()
    window.show_workspace(workspace)
    return window


class _Tour:
    """The window, driven by keys, and the files it leaves behind."""

    def __init__(self, window: MainWindow, places: _Places, tell: Callable[[str], None]) -> None:
        self._window = window
        self._places = places
        self._tell = tell
        self._shown = 0
        self._settle()

    @property
    def _workspace(self) -> Workspace:
        return self._window.context.workspace

    def close(self) -> None:
        self._window.close()

    def fill(self) -> Iterator[Path]:
        """Begin a questionnaire of the current round, fill it by keys and complete it."""
        from digiplan_desktop.actions.questionnaires import start_response
        from digiplan_desktop.actions.worklists import list_worklist

        round_id = self._window.context.round_id
        waiting = list_worklist(self._workspace, round_id, status="new", limit=1).items if round_id else ()
        if not waiting:
            return
        self._tell(waiting[0].name)
        response_id = start_response(self._workspace, round_id, waiting[0].respondent)
        page = self._questionnaires(response_id)
        yield from self._type(page)
        yield self._picture(self._window, "questionnaire-complete")
        self._leave(page)

    def _questionnaires(self, response_id: str) -> QuestionnairesPage:
        from digiplan_desktop.ui.questionnaires_page import QuestionnairesPage

        page = self._window.open_page("questionnaires", response_id)
        if not isinstance(page, QuestionnairesPage):
            message = f"the questionnaires page is a {type(page).__name__}"
            raise TypeError(message)
        self._wait(lambda: page.entry is not None and page.entry.response_id == response_id)
        return page

    def _type(self, page: QuestionnairesPage) -> Iterator[Path]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        entry = page.entry
        if entry is None or entry.work is None:
            return
        for _ in range(400):
            name = entry.current.rpartition("/")[2]
            if name == "f_sale":
                yield self._picture(self._window, "questionnaire")
            self._enter(KEYS.get(name, ""))
            before = entry.current
            QTest.keyClick(self._target(), Qt.Key.Key_Return)
            if entry.current == before:
                break
        entry.complete()
        self._wait(lambda: not entry.pending)
        self._settle()

    def _enter(self, text: str) -> None:
        """Type a text; what an input method composes (Telex: ế, đ) arrives as it does from one."""
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtGui import QInputMethodEvent
        from PySide6.QtTest import QTest

        if text.isascii():
            QTest.keyClicks(self._target(), text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QCoreApplication.sendEvent(self._target(), composed)

    def _leave(self, page: QuestionnairesPage) -> None:
        if page.entry is not None:
            page.entry.leave()
        self._settle()

    def returns(self, language: str) -> Iterator[Path]:
        """Make every return of the newest round."""
        from digiplan_desktop.actions.rounds import list_rounds

        del language
        rounds = list_rounds(self._workspace)
        for kind in list_returns():
            period = next((known.period for known in rounds if known.form == kind.form), "")
            if period:
                self._tell(kind.number)
                path = self._places.returns / f"{kind.id}-{period}.xlsx"
                yield make_return(self._workspace, ReturnWish(kind.id, period=period), path).path

    def charts(self) -> Iterator[Path]:
        """Draw every chart, for the screen and for paper."""
        from digiplan_desktop.charts.save import save_figure
        from digiplan_desktop.ui.chart_figures import ChartWish, draw_chart

        for kind, theme, ending in product(CHARTS, ("light", "dark"), ("png", "pdf")):
            try:
                figure = draw_chart(self._workspace, ChartWish(kind, theme=theme))
            except NotMeasured:
                continue
            yield save_figure(figure, self._places.charts / f"{kind}-{theme}.{ending}")

    def screens(self) -> Iterator[Path]:
        """Take a picture of every page in both languages and both themes."""
        from digiplan_desktop.app import make_application
        from digiplan_desktop.ui.page import PAGE_NAMES

        app = make_application()
        for language, theme in LOOKS:
            self._tell(f"{language} {theme}")
            self._dress(app, language, theme)
            for name in PAGE_NAMES:
                self._window.open_page(name)
                self._settle()
                yield self._picture(self._window, name, f"{language}-{theme}-")

    def _dress(self, app: QApplication, language: str, theme: str) -> None:
        from digiplan_desktop.ui.language import install_language
        from digiplan_desktop.ui.theme import apply_theme

        preferences = self._window.context.preferences
        preferences.language, preferences.theme = language, theme
        install_language(app, language)
        apply_theme(app, theme, 100)
        self._window.rebuild()
        self._settle()

    def _picture(self, widget: QWidget, name: str, look: str = "") -> Path:
        # A picture of what a person would see: laid out, and painted.
        self._pause(50)
        self._shown += 1
        path = self._places.screens / f"{self._shown:02}-{look}{name}.png"
        if not widget.grab().save(str(path)):
            raise FileNotWritable(path)
        return path

    def _target(self) -> QWidget:
        from digiplan_desktop.app import make_application

        return make_application().focusWidget() or self._window

    def _settle(self) -> None:
        """Wait until the background has answered and the window has painted."""
        self._wait(lambda: not self._window.context.tasks.busy)
        self._pause(120)
        self._wait(lambda: not self._window.context.tasks.busy)

    def _wait(self, reached: Callable[[], bool]) -> None:
        waited = 0
        while not reached():
            if waited > PATIENCE_MS:
                message = "the window did not answer"
                raise TimeoutError(message)
            self._pause(20)
            waited += 20

    @staticmethod
    def _pause(milliseconds: int) -> None:
        # QTest.qWait keeps the interpreter's lock, so that the background could hardly work meanwhile.
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
