"""How a visit ended, and the response rates that follow (AAPOR, Standard Definitions, establishment surveys)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Answers to "status" of the questionnaires. A unit that nobody found may still exist somewhere: unknown.
_BY_STATUS = {
    2: evidence.INELIGIBLE,
    3: evidence.INELIGIBLE,
    4: evidence.UNKNOWN_OTHER,
    5: evidence.INELIGIBLE,
    6: evidence.INELIGIBLE,
    7: evidence.REFUSAL,
}
# Answers to "result" for a unit that operates.
_BY_RESULT = {
    2: evidence.PARTIAL,
    3: evidence.PENDING,
    4: evidence.REFUSAL,
    5: evidence.NO_CONTACT,
}


def final_disposition(facts: Mapping[str, float]) -> str:
    """Give the AAPOR code of a finished questionnaire from its answers `status` and `result`.

    A questionnaire without `status` (public agencies) is judged by `result` alone. A unit to be called again
    (result 3) is still pending.
    """
    status = int(facts.get("status", 1))
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    return _BY_RESULT.get(int(facts.get("result", 1)), evidence.COMPLETE)


@dataclass(frozen=True)
class ResponseRates:
    """Response rates 0-1, None when nothing was attempted.

    Attributes:
        eligibility: e, the share of eligible units among those resolved (CASRO).
        rr1, rr3, rr5: complete interviews over eligible units, with all, a share e, or none of the unknown ones.
        rr2, rr4, rr6: the same with partial interviews counted as answers.
    """

    counts: Mapping[str, int]
    eligibility: float | None
    rr1: float | None
    rr2: float | None
    rr3: float | None
    rr4: float | None
    rr5: float | None
    rr6: float | None


def response_rates(dispositions: Iterable[str]) -> ResponseRates:
    """Count final dispositions and give the rates; pending units are left out."""
    counts = Counter(code for code in dispositions if code != evidence.PENDING)
    complete, partial = counts[evidence.COMPLETE], counts[evidence.PARTIAL]
    known = (
        complete + partial + counts[evidence.REFUSAL] + counts[evidence.NO_CONTACT] + counts[evidence.OTHER]
    )
    unknown = counts[evidence.UNKNOWN_HOUSING] + counts[evidence.UNKNOWN_OTHER]
    e = _divide(known, known + counts[evidence.INELIGIBLE])
    estimated = known + (1.0 if e is None else e) * unknown
    return ResponseRates(
        counts=dict(counts),
        eligibility=e,
        rr1=_divide(complete, known + unknown),
        rr2=_divide(complete + partial, known + unknown),
        rr3=_divide(complete, estimated),
        rr4=_divide(complete + partial, estimated),
        rr5=_divide(complete, known),
        rr6=_divide(complete + partial, known),
    )


def _divide(part: float, whole: float) -> float | None:
    return part / whole if whole else None
