"""The shapes of results: what pages, charts, returns and the command line are given.

Units: everything of a `TargetProgress` is in the unit of the target (percent 0-100, enterprises, persons);
everything of a `DomainEstimate` is a fraction 0-1 with its weighted sums, because a return recomputes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.plan.targets import NO_WORDS, Aim, Wording

if TYPE_CHECKING:
    from datetime import date

# The fifteen states of a target, in words of the code; ui/messages.py has the words for people.
NO_TARGET = "no_target"
QUALITATIVE = "qualitative"
NO_DATA = "no_data"
MET = "met"
EXCEEDED = "exceeded"
MISSED = "missed"
LOW_COVERAGE = "low_coverage"
STALE = "stale"
INCONCLUSIVE = "inconclusive"
NO_BASELINE = "no_baseline"
ON_TRACK = "on_track"
SLIGHTLY_BEHIND = "slightly_behind"
BEHIND = "behind"
FAR_BEHIND = "far_behind"
REGRESSING = "regressing"
STATES = (
    NO_TARGET,
    QUALITATIVE,
    NO_DATA,
    MET,
    EXCEEDED,
    MISSED,
    LOW_COVERAGE,
    STALE,
    INCONCLUSIVE,
    NO_BASELINE,
    ON_TRACK,
    SLIGHTLY_BEHIND,
    BEHIND,
    FAR_BEHIND,
    REGRESSING,
)

# Quality flags (Eurostat/SDMX letters), printed next to a figure in this order.
FLAG_NONE = ":"
FLAG_UNRELIABLE = "u"
FLAG_IMPUTED = "e"
FLAG_PROVISIONAL = "p"
FLAG_BREAK = "b"


@dataclass(frozen=True)
class Note:
    """A fact that belongs beside a figure: a code that `ui/messages.py` words, and its numbers.

    Codes: see `NOTE_CODES` in `progress.py`.
    """

    code: str
    values: tuple[float | int | str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """A state with the reason why this test of the order was the first to hit.

    Attributes:
        status: one of `STATES`.
        reason: why, as a code; for instance "certain", "point", "coverage", "n", "interval", "ratio".
        values: the numbers for the sentence, in the order the reason code's documentation gives.
        notes: what must be added ("two_classes", "floor_zero", …).

    """

    status: str
    reason: str
    values: tuple[float, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class MergedStratum:
    """One lonely or empty stratum and the one it was counted with."""

    stratum: str
    into: str
    population: int
    answered: int


@dataclass(frozen=True)
class SeriesPoint:
    """One dated observation of an indicator, for a trajectory."""

    date: date
    value: float
    low: float | None
    high: float | None
    source: str


@dataclass(frozen=True)
class DefinitionEstimate:
    """The same target by one of the definitions that stand side by side; value in the target's unit."""

    id: str
    name: Wording
    chosen: bool
    value: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True)
class TargetProgress:
    """Where one target stands for one due date. All values are in the target's unit; None = unknown.

    Attributes:
        id, due, year, text, short, unit: of the target; `kind` of its indicator (share, ratio, mean, count
            or sum).
        aim, operator: the demand; `aim.printed` is the plan's own writing.
        status, reason, reason_values: the verdict; `together` is the state of the whole compound target
            ("" when it stands alone) and `group` its id.
        value, low, high: estimate and 95 % interval; `interval` names its kind: "logit", "wald",
            "korn-graubard", "clopper-pearson", or "none" (census, counts, figures).
        se, df: standard error (same unit) and degrees of freedom, None without an interval.
        n: usable answers in the domain (counts: number of events).
        coverage: 0-1, how much of the frame is resolved (see docs/decisions/plan-coverage.md);
            `worst_stratum`, `worst_coverage`: the least covered stratum. None for counts and figures.
        flags: letters of §quality in order, "" when the figure is sound.
        lower_bound, upper_bound: what is certain without any assumption.
        expected: required by `as_of` on the path that decides the status; None when the path is unknown.
        planned: the same on the plan's own straight path through its target points (2030 from the 2025 aim).
        ratio: ρ = progress made / progress required by the observation's date; None when undefined.
        pace_needed: change per year still needed until the due date; None when met, due or unknown.
        gap: aim − value, ≤ 0 when reached; None without a number.
        projection, projection_low, projection_high: straight-line value on the due date; None without a
            baseline.
        baseline, baseline_date: start of the path that decides the status.
        numerator, denominator: weighted sums behind a share or ratio; the count itself has only a numerator.
        definition: id of the frozen definition; `definition_name` its words; `definitions` all of them.
        source: "survey", "figure", "units" or ""; `regime` of the round, "administrative" for events.
        reference_date: the day the figure stands for. round: id of the survey round, "".
        frame: units of the frame. frame_hash names it.
        merged: strata counted together.
        notes: facts to be told beside the figure.
        series: all observations up to the day, oldest first.

    """

    id: str
    due: date
    year: int
    kind: str
    text: Wording
    short: Wording
    unit: Wording
    aim: Aim
    operator: str
    status: str
    reason: str
    reason_values: tuple[float, ...] = ()
    group: str = ""
    together: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    interval: str = "none"
    se: float | None = None
    df: int | None = None
    n: int = 0
    coverage: float | None = None
    worst_stratum: str = ""
    worst_coverage: float | None = None
    flags: str = ""
    lower_bound: float | None = None
    upper_bound: float | None = None
    expected: float | None = None
    planned: float | None = None
    ratio: float | None = None
    pace_needed: float | None = None
    gap: float | None = None
    projection: float | None = None
    projection_low: float | None = None
    projection_high: float | None = None
    baseline: float | None = None
    baseline_date: date | None = None
    numerator: float | None = None
    denominator: float | None = None
    definition: str = ""
    definition_name: Wording = NO_WORDS
    definitions: tuple[DefinitionEstimate, ...] = ()
    source: str = ""
    regime: str = ""
    reference_date: date | None = None
    round: str = ""
    frame: int = 0
    frame_hash: str = ""
    merged: tuple[MergedStratum, ...] = ()
    notes: tuple[Note, ...] = ()
    series: tuple[SeriesPoint, ...] = ()


@dataclass(frozen=True)
class DomainEstimate:
    """One indicator in one commune, one old district or the whole territory of a round.

    All rows of the survey stay in the estimate and those outside the domain are set to zero, so the domain
    estimates of a round add up: Σ numerator and Σ denominator over the domains are those of the whole.

    Attributes:
        by: "area", "district" or "total"; `domain`: the unit_uid, "" for the total.
        share: numerator / denominator as a fraction 0-1; None when nobody answered.
        numerator, denominator: Σwdy and Σwd (or Σwdx of a ratio), full precision.
        n: usable answers inside the indicator's scope; n_active: operating units among the answers;
            answered: resolved units (answers and ineligible ones).
        population: frame units of the domain, 0 when unknown.
        se, low, high: fractions; None where no interval exists (census, convenience sample, no answers).
        interval: as in `TargetProgress`.
        flags: quality letters; ":" no answers.
        coverage: resolved / frame (or drawn) units of the domain, None when the frame is unknown.

    """

    by: str
    domain: str
    share: float | None
    numerator: float
    denominator: float
    n: int
    n_active: int
    answered: int
    population: int
    se: float | None
    df: int
    low: float | None
    high: float | None
    interval: str
    flags: str
    coverage: float | None
