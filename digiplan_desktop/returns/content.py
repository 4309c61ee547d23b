"""What the return Biểu 01 says: plain values, filled by the caller from the store and the estimates.

The rows form a tree written flat, in print order: a row's children are the rows below it whose `level` is one
deeper, up to the next row of its own level or above. A return of the whole province has levels 0 (province),
1 (old district) and 2 (commune); a return of one district starts with the district as level 0; that of one
commune is a single row of level 0. Enterprises that lie in no known commune get a row of their own
("Chưa xác định xã") so that the sums stay whole.

Parents carry the engine's own figures too. The workbook prints sums of the children as live formulas and
compares them with the engine's figures: that is the reconciliation.

All words in these values are Vietnamese and printed as they stand: the return is an official form.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


@dataclass(frozen=True)
class Office:
    """Who reports, to whom, and who signs. Empty text is printed as a dotted line to be filled by hand.

    Attributes:
        superior: agency above ("UBND tỉnh Đắk Lắk"); printed in capitals.
        name: the reporting office ("UBND xã Ea Kar"); printed in capitals.
        receiver: the office that receives the return.
        place: for the place-and-date line ("Đắk Lắk").
        signer_title: the signature form, one line under another ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"); "" gives
            the general heading.
    """

    superior: str = ""
    name: str = ""
    receiver: str = ""
    place: str = ""
    signer_title: str = ""
    signer_name: str = ""
    preparer: str = ""
    checker: str = ""


@dataclass(frozen=True)
class Measure:
    """One target in one row; y = the enterprise counts, d = it belongs to the denominator, w = its weight.

    Attributes:
        positive: Σdy over the answers.
        eligible: Σd over the answers.
        weighted_positive: Σwdy, full precision; None when the regime allows no estimate (printed "x").
        weighted_eligible: Σwd, full precision; None as above. For a target without a denominator of its own
            it equals the row's `weighted_active`.
        low, high: ends of the 95 % interval as shares (0.257); None where none is given (printed "x").
        flag: "" or one of the quality letters u e p b, several together as "ue"; a value flagged u is printed
            in brackets.
    """

    positive: int
    eligible: int
    weighted_positive: float | None
    weighted_eligible: float | None
    low: float | None = None
    high: float | None = None
    flag: str = ""


@dataclass(frozen=True)
class Bieu01Row:
    """One line of the table.

    Attributes:
        uid: unit of the catalogue ("W24133-3"), "" for a line without one.
        code: official code as text ("24133"), may be empty.
        level: depth in the tree, 0 = the first line (see the module's text).
        listed: enterprises in the frame.
        surveyed: enterprises with a completed questionnaire (status of the enterprise known).
        active: of them, operating.
        weighted_active: Σw over the operating ones; None when the regime allows no estimate.
        measures: by target id; every target of the return must be there.
    """

    uid: str
    code: str
    name: str
    level: int
    listed: int
    surveyed: int
    active: int
    weighted_active: float | None
    measures: Mapping[str, Measure]
    note: str = ""


@dataclass(frozen=True)
class Bieu01Target:
    """One target, its words, and the engine's estimate for the return's first row.

    Attributes:
        id: "T1".
        heading: words above its columns, at most about 60 characters.
        definition, numerator, denominator: sentences of the plan file, for the provenance card.
        definition_name: which definition is in force ("vừa, KH74-2023 v1").
        own_denominator: True prints a column with the target's own estimated denominator (T3a: enterprises
            that have to issue invoices); False divides by the column of operating enterprises.
        aim: the target as printed in the plan ("≥ 20%"), "" if none; threshold: its number as a share (0.2). A
            share is never printed rounded across it.
        estimate, se, low, high: shares of the first row at full precision; None when not estimable.
        df: degrees of freedom; n: answers in the denominator.
        interval: "logit", "korn-graubard", "clopper-pearson", "wilson", or "none" (no sampling error, or no
            estimate).
        lower_bound, upper_bound: limits without any assumption about the enterprises not reached.
    """

    id: str
    heading: str
    definition: str
    numerator: str
    denominator: str
    definition_name: str = ""
    own_denominator: bool = False
    source: str = ""
    aim: str = ""
    threshold: float | None = None
    estimate: float | None = None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    df: int | None = None
    n: int = 0
    interval: str = "logit"
    lower_bound: float | None = None
    upper_bound: float | None = None


@dataclass(frozen=True)
class Provenance:
    """Where the numbers come from: enough for another person to make them again.

    Attributes:
        regime: "census", "census_in_progress", "probability_sample", "convenience" or "administrative".
        frame_size, frame_hash: frozen list of the round, its SHA-256 in hex.
        strata: number of strata after merging; merged: one sentence a merge ("Lắk|vừa gộp vào Lắk|nhỏ").
        response_rate: as a share, None when unknown; response_rate_name: which ("AAPOR RR3").
        records: questionnaires used; data_hash: SHA-256 (64 hex digits) of their canonical bytes.
        data_date: last change among the data used; cut_off: the day to which the return counts.
        catalogue, plan, form, program: versions as printed text.
    """

    round_title: str
    regime: str
    frame_size: int
    frame_hash: str
    strata: int
    records: int
    data_hash: str
    data_date: datetime | None
    cut_off: date | None
    catalogue: str
    plan: str
    form: str
    program: str
    made_at: datetime
    merged: tuple[str, ...] = ()
    response_rate: float | None = None
    response_rate_name: str = ""
    seed: str = ""


@dataclass(frozen=True)
class Bieu01:
    """The whole return.

    Attributes:
        basis: "Ban hành kèm theo Kế hoạch số …".
        period: words of the period ("6 tháng đầu năm 2026"); period_from, period_to: its days, None if open.
        territory: words of the territory the rows cover ("Địa bàn tỉnh Đắk Lắk trước 01/7/2025").
        received: when it has to arrive ("Ngày 18/6/2026"), "" prints dots.
        invented: True prints that the figures are invented (a demo).
    """

    period: str
    territory: str
    office: Office
    targets: tuple[Bieu01Target, ...]
    rows: tuple[Bieu01Row, ...]
    provenance: Provenance
    basis: str = ""
    period_from: date | None = None
    period_to: date | None = None
    received: str = ""
    signed_on: date | None = None
    notes: tuple[str, ...] = field(default_factory=tuple)
    invented: bool = False
