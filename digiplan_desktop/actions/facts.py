"""The figures that a saved response contributes: computed by the questionnaire, kept by the store."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.store.canon import Value

# Kept beside what the plan asks for: who answered at all, and how the visit ended.
ALWAYS = frozenset({"status", "result", "legal_form", "emp", "size_class"})


class Derivation:
    """Gives the numbers of a response by name, as its questionnaire computes them from the answers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def __call__(self, kind: str, data: Mapping[str, Value]) -> Mapping[str, float]:
        """Give the facts of a record; a record that is no response has none."""
        form_id = data.get("m/form")
        if kind != "response" or not isinstance(form_id, str):
            return {}
        from digiplan_desktop.forms.session import Session

        session = Session(self._workspace.form(form_id), data)
        return numbers(session.values(), ALWAYS | self._workspace.plan.facts(form_id))


def numbers(values: Mapping[str, str], wanted: frozenset[str]) -> dict[str, float]:
    """Give those of the wanted values that are numbers; an empty answer is no number."""
    found: dict[str, float] = {}
    for name in wanted:
        number = _number(values.get(name, ""))
        if number is not None:
            found[name] = number
    return found


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None
