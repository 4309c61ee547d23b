"""Results of the plan as plain values, ready to be printed as JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from digiplan_desktop.plan.results import DomainEstimate, TargetProgress


def progress_document(target: TargetProgress) -> dict[str, Any]:
    """Give a target's progress under the names of its fields, `flag` for the quality letters."""
    document = _plain(target)
    document["flag"] = document.pop("flags")
    return dict(document)


def domain_document(domain: DomainEstimate) -> dict[str, Any]:
    """Give a domain's estimate under the names of its fields, `flag` for the quality letters."""
    document = _plain(domain)
    document["flag"] = document.pop("flags")
    return dict(document)


def _plain(value: object) -> Any:
    """Turn dataclasses and mappings into dicts, tuples into lists, dates into ISO text, NaN into None."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
