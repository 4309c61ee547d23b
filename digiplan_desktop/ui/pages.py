"""Which class shows which page; a page's module is imported when the page is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.ui.page import Page, PageContext


def make_page(name: str, context: PageContext) -> Page:
    """Make the page of that name (one of `page.PAGE_NAMES`)."""
    return _class_of(name)(context)


def _class_of(name: str) -> type[Page]:  # noqa: PLR0911 (one case for each page)
    match name:
        case "overview":
            from digiplan_desktop.ui.overview_page import OverviewPage

            return OverviewPage
        case "enterprises":
            from digiplan_desktop.ui.enterprises_page import EnterprisesPage

            return EnterprisesPage
        case "questionnaires":
            from digiplan_desktop.ui.questionnaires_page import QuestionnairesPage

            return QuestionnairesPage
        case "targets":
            from digiplan_desktop.ui.targets_page import TargetsPage

            return TargetsPage
        case "returns":
            from digiplan_desktop.ui.returns_page import ReturnsPage

            return ReturnsPage
        case "exchange":
            from digiplan_desktop.ui.exchange_page import ExchangePage

            return ExchangePage
        case _:
            from digiplan_desktop.ui.settings_page import SettingsPage

            return SettingsPage
