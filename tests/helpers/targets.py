"""Targets as the plan measures them, with only what a test is about spelled out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from digiplan_desktop.plan.results import TargetProgress
from digiplan_desktop.plan.targets import Aim, Wording

_SHARE = TargetProgress(
    id="T1",
    due=date(2025, 12, 31),
    year=2025,
    kind="share",
    text=Wording("Doanh nghiệp ứng dụng công nghệ số", "Enterprises that use digital technology"),
    short=Wording("Ứng dụng công nghệ số", "Digital technology in use"),
    unit=Wording("%", "%"),
    aim=Aim(">=", 20.0, printed="20"),
    operator=">=",
    status="on_track",
    reason="ratio",
    reason_values=(0.97, 17.0, 16.6),
    value=16.6,
    low=15.2,
    high=18.1,
)


def a_target(**changes: Any) -> TargetProgress:
    """Give a target of 2025, at least 20 %, that stands at 16.6 % (15.2-18.1); `changes` replace its fields."""
    if isinstance(changes.get("aim"), Aim):
        changes.setdefault("operator", changes["aim"].operator)
    return replace(_SHARE, **changes)


def a_count(**changes: Any) -> TargetProgress:
    """Give a target of 2025, 20 new enterprises, that stands at 9."""
    unit = Wording("DN", "enterprises")
    short = Wording("Doanh nghiệp số thành lập mới", "New digital enterprises")
    base = replace(
        _SHARE, id="T5", kind="count", unit=unit, short=short, value=9.0, low=None, high=None, gap=11.0
    )
    return replace(base, **changes)
