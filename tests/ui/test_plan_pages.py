"""Overview and targets: where the plan stands, from the records of a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from digiplan_desktop.actions.events import list_events
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.ui.event_dialog import EventDialog
from digiplan_desktop.ui.overview_page import OverviewPage
from digiplan_desktop.ui.targets_page import TargetsPage
from tests.helpers.messages import Told
from tests.helpers.pages import context_of, open_demo, speak, words_in


@pytest.fixture
def demo(tmp_path: Path):
    speak("vi")
    with open_demo(tmp_path) as workspace:
        yield workspace


@pytest.fixture
def targets(qtbot, demo: Workspace, tmp_path: Path) -> TargetsPage:
    page = TargetsPage(context_of(demo, tmp_path))
    qtbot.addWidget(page)
    page.resize(1160, 660)
    page.show()
    page.refresh_if_needed()
    return page


@pytest.fixture
def overview(qtbot, demo: Workspace, tmp_path: Path) -> OverviewPage:
    page = OverviewPage(context_of(demo, tmp_path))
    qtbot.addWidget(page)
    page.resize(1160, 660)
    page.show()
    page.refresh_if_needed()
    return page


def test_the_overview_says_where_the_plan_stands(overview: OverviewPage):
    assert "chỉ tiêu năm" in overview.sentence.accessibleName()
    assert overview.chart.picture.pixmap().width() > 600
    assert "Kế hoạch 74/KH-UBND" in overview.chart.picture.accessibleName()


def test_the_whole_chart_can_be_reached(overview: OverviewPage, qtbot):
    qtbot.waitUntil(lambda: overview.chart.height() >= overview.chart.picture.height() > 400)

    card = overview.chart.parentWidget()
    assert card.height() >= overview.chart.picture.height()


def test_the_overview_counts_the_fieldwork(overview: OverviewPage, demo: Workspace):
    words = overview.fieldwork.sentence.accessibleName()

    assert words.startswith("Xong 60/")
    assert overview.fieldwork.bar.value() == 60


def test_the_overview_leads_on(overview: OverviewPage):
    told = Told(overview.context)

    overview.fieldwork.button.click()
    overview.targets.button.click()
    overview.conflicts.button.click()

    assert [name for name, _record in told.pages] == ["questionnaires", "targets", "exchange"]


def test_the_overview_shows_both_years(overview: OverviewPage):
    overview.choose_year(2025)
    assert "2025" in overview.sentence.accessibleName()

    overview.choose_year(2030)
    assert "2030" in overview.sentence.accessibleName()


def test_every_target_of_the_year_is_listed(targets: TargetsPage):
    targets.choose_year(2025)

    assert list(targets.rows) == [target.id for target in targets.progress.of_year(2025)]
    assert {"T1", "T5", "T5b", "T6"} <= set(targets.rows)


def test_a_chosen_target_shows_its_evidence(targets: TargetsPage):
    targets.choose_year(2030)

    targets.choose("T1")

    words = list(words_in(targets.detail))
    target = next(one for one in targets.progress.of_year(2030) if one.id == "T1")
    assert target.text.vi in words
    assert str(target.n) in words
    assert any("KTC 95%" in word for word in words)
    assert targets.detail.why.accessibleName()
    assert targets.detail.definitions.rowCount() == 3


def test_a_target_has_a_chart_by_district(targets: TargetsPage):
    targets.choose("T1")

    targets.detail.kinds.buttons["dotplot"].click()

    assert "huyện cũ" in targets.detail.chart.picture.accessibleName()


def test_a_count_has_no_chart_by_district(targets: TargetsPage):
    targets.choose("T5")

    assert targets.detail.kinds.buttons["dotplot"].isHidden()


def test_the_other_territory_is_measured_apart(targets: TargetsPage):
    targets.territory.setCurrentIndex(1)
    targets.territory.activated.emit(1)

    assert targets.progress.territory == "new"


def test_an_event_changes_the_count_of_its_target(qtbot, targets: TargetsPage, demo: Workspace):
    targets.choose_year(2030)
    before = next(one for one in targets.progress.of_year(2030) if one.id == "T5").value or 0
    dialog = EventDialog(targets.context, demo.plan, "T5", targets)
    qtbot.addWidget(dialog)
    dialog.name.setText("Công ty TNHH Phần mềm Ban Mê")
    dialog.people.setValue(12)
    dialog.document.setText("15/QĐ-SKHCN")
    dialog.date.setDate(QDate.currentDate())

    dialog.save.click()

    after = next(one for one in targets.progress.of_year(2030) if one.id == "T5").value
    assert after == before + 1
    assert any(event.document == "15/QĐ-SKHCN" for event in list_events(demo, "T5"))


def test_an_event_without_its_document_is_not_recorded(qtbot, targets: TargetsPage, demo: Workspace):
    count = len(list_events(demo))
    dialog = EventDialog(targets.context, demo.plan, "T5", targets)
    qtbot.addWidget(dialog)
    dialog.name.setText("Công ty TNHH Phần mềm Ban Mê")

    dialog.save.click()

    assert "văn bản chứng minh" in dialog.problem.accessibleName()
    assert len(list_events(demo)) == count


@pytest.mark.parametrize(("typed", "kept"), [("1.234,5", "1234.5"), ("98", "98"), ("", "")])
def test_a_reported_figure_is_read_as_people_write_it(
    qtbot, targets: TargetsPage, demo, typed: str, kept: str
):
    dialog = EventDialog(targets.context, demo.plan, "T3a", targets)
    qtbot.addWidget(dialog)
    dialog.numerator.setText("1.200")
    dialog.denominator.setText(typed)
    dialog.document.setText("7/BC-CT")

    event = dialog.event_of()

    assert (event.kind, event.numerator, event.denominator) == ("figure", "1200", kept)


def test_a_reported_figure_has_to_be_a_number(qtbot, targets: TargetsPage, demo: Workspace):
    dialog = EventDialog(targets.context, demo.plan, "T3a", targets)
    qtbot.addWidget(dialog)
    dialog.numerator.setText("nhiều")
    dialog.document.setText("7/BC-CT")

    assert dialog.event_of() is None
    assert dialog.problem.accessibleName()
