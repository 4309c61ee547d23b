"""How a figure of the plan is written: with its unit, honestly rounded, with its aim and its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.text import format_number
from digiplan_desktop.ui.language import current_language

if TYPE_CHECKING:
    from digiplan_desktop.plan.results import TargetProgress
    from digiplan_desktop.plan.targets import Aim

_SIGNS = {">=": "≥ ", ">": "> "}
_MOST_DECIMALS = 6


def in_percent(target: TargetProgress) -> bool:
    """Say whether the target's figures are shares in percent."""
    return target.kind in {"share", "ratio"} or target.unit.vi.startswith("%")


def number_text(target: TargetProgress, value: float) -> str:
    """Give a number of the target without its unit: one decimal for shares, none for counts."""
    if not in_percent(target):
        return format_number(value, 0, current_language())
    return format_number(value, _decimals(target.aim, value), current_language())


def value_text(target: TargetProgress, value: float | None) -> str:
    """Give a number of the target with % where it is a share; a dash when unknown."""
    if value is None:
        return "–"
    return number_text(target, value) + ("%" if in_percent(target) else "")


def aim_text(target: TargetProgress) -> str:
    """Give what is to be reached: "≥ 20%", "> 90%", "100%", "500–1.000"; "" without a number."""
    aim = target.aim
    if aim.value is None:
        return ""
    language = current_language()
    percent = "%" if in_percent(target) else ""
    first = format_number(aim.value, 0, language)
    if aim.upper is not None:
        return f"{first}–{format_number(aim.upper, 0, language)}{percent}"
    return f"{_SIGNS.get(aim.operator, '')}{first}{percent}"


def interval_text(target: TargetProgress) -> str:
    """Give the 95 % interval in words, "" where there is none."""
    if target.low is None or target.high is None:
        return ""
    low, high = number_text(target, target.low), value_text(target, target.high)
    return QCoreApplication.translate("figures", "95% CI {low}–{high}").format(low=low, high=high)


def percent_text(share: float | None, decimals: int = 0) -> str:
    """Give a fraction 0-1 in percent; a dash when unknown."""
    return "–" if share is None else format_number(100 * share, decimals, current_language()) + "%"


def _decimals(aim: Aim, value: float) -> int:
    # Never round across a threshold: 59.97 against 60 is printed 59.97, not 60.0.
    if aim.value is None or value == aim.value:
        return 1
    for decimals in range(1, _MOST_DECIMALS):
        if (round(value, decimals) < aim.value) == (value < aim.value) and round(
            value, decimals
        ) != aim.value:
            return decimals
    return _MOST_DECIMALS
