"""What a plan demands, as values: targets, their stages, indicators, definitions, measures, baselines.

Everything here is read from one plan file by `plan_file.load_plan` and never changes afterwards.
Shares are in percent (0-100), counts in units, sums of staff in persons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NO_TARGET = "none"
QUALITATIVE = "qualitative"
AT_LEAST = ">="
ABOVE = ">"
EQUAL = "="
RANGE = "range"
OPERATORS = (AT_LEAST, ABOVE, EQUAL, RANGE, QUALITATIVE, NO_TARGET)


@dataclass(frozen=True)
class Wording:
    """One piece of the plan's own text in both languages of the program."""

    vi: str
    en: str

    def of(self, language: str) -> str:
        """Give the text in that language ("vi" or "en")."""
        return self.en if language == "en" else self.vi


NO_WORDS = Wording("", "")


@dataclass(frozen=True)
class Condition:
    """A comparison of one fact of an answer with a number, such as `legal_form != 7`.

    Attributes:
        fact: question or calculation name.
        operator: "=", "!=", "<", "<=", ">" or ">=".

    """

    fact: str
    operator: str
    value: float


@dataclass(frozen=True)
class Definition:
    """One way to measure an indicator from the answers to a questionnaire.

    Attributes:
        id: "wide", "mid", "strict", "all", "obliged" …
        numerator: names of facts whose product is y; one 0/1 fact for a share.
        denominator: names of facts whose product is x of a ratio; empty for a share or a mean.
        where: the units that count at all (d = 1); all conditions must hold.
        note: what is to be said beside the figure.

    """

    id: str
    name: Wording
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    note: Wording = NO_WORDS

    @property
    def facts(self) -> frozenset[str]:
        """Names of every fact the definition reads."""
        return frozenset((*self.numerator, *self.denominator, *(each.fact for each in self.where)))


@dataclass(frozen=True)
class Indicator:
    """What is measured for a target, and by which definitions.

    Attributes:
        kind: "share" (Σwdy/Σwd of a 0/1 fact, in %), "ratio" (Σwdy/Σwdx, in %), "mean" (in the unit of y),
            "count" (number of plan events) or "sum" (persons over plan events).
        form: questionnaire id ("dn01"), or "" for a count.
        sources: where the figure may come from, best first: "figure" (reported by an administration),
            "units" (plan events), "survey" (a round of the questionnaire).
        definitions: side by side; the frozen one is named by `chosen`.
        events_of: target whose "unit" events are counted or summed; "" for survey indicators.

    """

    id: str
    name: Wording
    kind: str
    form: str
    sources: tuple[str, ...]
    definitions: tuple[Definition, ...] = ()
    chosen: str = ""
    events_of: str = ""

    @property
    def definition(self) -> Definition | None:
        """The definition that is frozen for the plan period; None for counts."""
        return next((each for each in self.definitions if each.id == self.chosen), None)


@dataclass(frozen=True)
class Aim:
    """What has to be reached.

    Attributes:
        operator: ">=" (at least), ">" (strictly above), "=" (exactly, the ceiling), "range" (value to upper),
            "qualitative" (no number on purpose) or "none" (watched only).
        value: the aim, lower end of a range; None without a number.
        upper: upper end of a range.
        printed: the aim as the plan prints it, for instance "500-1.000" or ">90".

    """

    operator: str
    value: float | None = None
    upper: float | None = None
    printed: str = ""


@dataclass(frozen=True)
class Stage:
    """One due date of a target."""

    due: date
    aim: Aim

    @property
    def year(self) -> int:
        """The year the plan names."""
        return self.due.year


@dataclass(frozen=True)
class Baseline:
    """Where a target's path starts; `value` None means that nobody recorded it."""

    date: date
    value: float | None


@dataclass(frozen=True)
class Target:
    """One line of the plan.

    Attributes:
        id: "T1" … "T6".
        text: as the plan has it; `short` for charts; `unit` the unit's name ("%", "DN", "người").
        group: id shared by targets that are one sentence of the plan ("20 DN với 500-1.000 người"), else "".
        counted_from: first day of the counting period of cumulative counts, None for shares.

    """

    id: str
    text: Wording
    short: Wording
    unit: Wording
    indicator: Indicator
    stages: tuple[Stage, ...]
    baseline: Baseline
    group: str = ""
    counted_from: date | None = None
    note: Wording = NO_WORDS

    @property
    def percent(self) -> bool:
        """Whether its figures are percentages."""
        return self.unit.en.strip() == "%"


@dataclass(frozen=True)
class Measure:
    """One solution the plan orders ("M1"): what to do, in which group of solutions."""

    id: str
    group: Wording
    text: Wording
    kind: str = QUALITATIVE


@dataclass(frozen=True)
class BaselineFigure:
    """A number the plan itself states about the beginning ("B1": 12,075 enterprises operating).

    Attributes:
        operator: "=" for an exact number, ">" for "more than".

    """

    id: str
    text: Wording
    operator: str
    value: float
    unit: Wording
    date: date
    territory: str


@dataclass(frozen=True)
class Territory:
    """An area for which the plan can be reported: "old" or "new".

    Attributes:
        districts: uids of the old districts it consists of; empty: everything in the round.

    """

    id: str
    name: Wording
    valid_from: date | None = None
    valid_to: date | None = None
    districts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A document the plan's data rest on."""

    id: str
    text: Wording


@dataclass(frozen=True)
class Plan:
    """A whole plan.

    Attributes:
        id: "kh74-2023"; `number` is text ("74/KH-UBND") because some offices number with leading zeros.
        signed: date of the document. start: first day of the plan period.
        territory: the territory the targets refer to.
        hash: SHA-256 (hex) of the file's bytes: names the definitions behind a figure.
        neighbours: district uid → adjoining districts, nearest first, for merging lonely strata.

    """

    id: str
    number: str
    title: Wording
    short: Wording
    signed: date
    start: date
    territory: str
    territories: tuple[Territory, ...]
    targets: tuple[Target, ...]
    measures: tuple[Measure, ...]
    baselines: tuple[BaselineFigure, ...]
    sources: tuple[Source, ...] = ()
    notes: tuple[Wording, ...] = ()
    hash: str = ""
    neighbours: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def target(self, target_id: str) -> Target | None:
        """Give the target of that id."""
        return next((each for each in self.targets if each.id == target_id), None)

    def facts(self, form: str) -> frozenset[str]:
        """Names of the facts that answers to this questionnaire must provide."""
        return frozenset(
            fact
            for target in self.targets
            if target.indicator.form == form
            for definition in target.indicator.definitions
            for fact in definition.facts
        )
