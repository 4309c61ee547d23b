"""The exchange page tells the honest state of this machine's store."""

from __future__ import annotations

from pathlib import Path

import pytest

from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.ui.exchange_page import ExchangePage
from tests.helpers.pages import context_of, speak


@pytest.fixture
def page(qtbot, workspace: Workspace, tmp_path: Path) -> ExchangePage:
    speak("vi")
    page = ExchangePage(context_of(workspace, tmp_path))
    qtbot.addWidget(page)
    page.show()
    return page


def test_counts_and_digest_are_those_of_the_store(page: ExchangePage, workspace: Workspace):
    workspace.store.save("a", "enterprise", {"m/name": "Công ty A"})
    workspace.store.save("a", "enterprise", {"m/phone": "0262"})

    page.refresh()

    assert page.numbers["records"].text() == "1"
    assert page.numbers["revisions"].text() == "2"
    assert page.facts["digest"].text() == workspace.store.state().digest
    assert page.facts["folder"].text() == str(workspace.store.folder)


def test_the_last_change_stands_first(page: ExchangePage, workspace: Workspace):
    workspace.store.save("a", "enterprise", {"m/name": "Công ty A"})
    workspace.store.save("a", "enterprise", {"m/phone": "0262"})

    page.refresh()

    cells = [page.recent.item(0, column).text() for column in range(1, 5)]
    assert cells == ["Nguyễn Thị Kiểm", "doanh nghiệp", "Công ty A", "Điện thoại"]


def test_two_values_for_one_field_are_shown_side_by_side(page: ExchangePage, workspace: Workspace):
    first = workspace.store.save("a", "enterprise", {"m/phone": "1"})
    workspace.store.save("a", "enterprise", {"m/phone": "2"}, parents=first.heads)
    workspace.store.save("a", "enterprise", {"m/phone": "3"}, parents=first.heads)

    page.refresh()

    assert page.numbers["conflicts"].text() == "1"
    assert page.conflicts.rowCount() == 1
    values = page.conflicts.item(0, 2).text()
    assert "2" in values
    assert "3" in values
    assert page.calm.isHidden()


def test_without_conflicts_the_page_is_calm(page: ExchangePage):
    page.refresh()

    assert page.calm.isVisible()
    assert page.conflicts.isHidden()
