"""Drives a session in sentences, after the scenario tests of the two reference engines."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from digiplan_desktop.forms.definition import Form
from digiplan_desktop.forms.session import Session
from tests.helpers.forms import form_of

if TYPE_CHECKING:
    from collections.abc import Mapping

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Scenario:
    """A session whose every step is a claim; steps can be chained."""

    def __init__(
        self,
        form: Form | str,
        data: Mapping[str, object] | None = None,
        *,
        language: str = "vi",
        **files: str,
    ) -> None:
        self.form = form if isinstance(form, Form) else form_of(form, **files)
        self.session = Session(self.form, data, language=language, now=lambda: NOON)

    def answer(self, name: str, text: str) -> Scenario:
        self.session.answer(name, text)
        return self

    def answers(self, **texts: str) -> Scenario:
        for name, text in texts.items():
            self.session.answer(name, text)
        return self

    def confirms(self, check: str, reason: str) -> Scenario:
        self.session.confirm(check, reason)
        return self

    def shows(self, *names: str) -> Scenario:
        missing = set(names) - self._shown()
        assert not missing, f"not shown: {missing}"
        return self

    def hides(self, *names: str) -> Scenario:
        present = set(names) & self._shown()
        assert not present, f"shown: {present}"
        return self

    def _shown(self) -> set[str]:
        return {node.name for node in self.session.nodes()}

    def holds(self, **values: str) -> Scenario:
        present = self.session.values()
        assert {name: present.get(name) for name in values} == values
        return self

    def submits(self, **values: str) -> Scenario:
        assert {name: value for name, value in self.session.values().items() if value} == values
        return self

    def violates(self, **kinds: str) -> Scenario:
        assert {each.ref.rpartition("/")[2]: each.kind for each in self.session.violations()} == kinds
        return self

    def warns(self, *checks: str) -> Scenario:
        assert [each.check for each in self.session.warnings()] == list(checks)
        return self

    def offers(self, name: str, *values: str) -> Scenario:
        assert [choice.value for choice in self.session.choices(name)] == list(values)
        return self

    def reopened(self) -> Scenario:
        """Save everything as a store would, and open it again."""
        saved = {**self.session._saved, **self.session.writes()}
        again = Scenario.__new__(Scenario)
        again.form = self.form
        again.session = Session(self.form, saved, language=self.session.language, now=lambda: NOON)
        return again
