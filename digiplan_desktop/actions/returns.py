"""Official returns: which there are, made as a workbook or as a table for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.actions.rounds import Round, list_rounds
from digiplan_desktop.errors import ChoiceUnknown, RoundMissing

if TYPE_CHECKING:
    from pathlib import Path

    from digiplan_desktop.actions.workspace import Workspace
    from digiplan_desktop.returns.bieu01 import Preview, Written
    from digiplan_desktop.returns.content import Bieu01


@dataclass(frozen=True)
class ReturnKind:
    """A return that the province asks for; number and title are printed as they stand."""

    id: str
    number: str
    title: str
    form: str


KINDS = (
    ReturnKind(
        "bieu01",
        "Biểu 01/CNS-KH74",
        "Kết quả thực hiện các chỉ tiêu doanh nghiệp theo đơn vị hành chính",
        "dn01",
    ),
)


@dataclass(frozen=True)
class ReturnWish:
    """Which return: its id, the round's period (or the round's id), an area's uid or "" for all, the territory."""

    id: str
    period: str
    area: str = ""
    territory: str = "old"


def list_returns() -> tuple[ReturnKind, ...]:
    """Give the returns that can be made."""
    return KINDS


def make_return(workspace: Workspace, wish: ReturnWish, path: Path) -> Written:
    """Write a return as an Excel workbook.

    Raises ChoiceUnknown (return, territory), RoundMissing, AreaOutside,
    FileNotWritable.
    """
    from digiplan_desktop.returns.bieu01 import write_bieu01

    if path.suffix.lower() != ".xlsx":
        raise ChoiceUnknown("return_file", path.suffix, (".xlsx",))
    return write_bieu01(path, _contents(workspace, wish))


def preview_return(workspace: Workspace, wish: ReturnWish) -> Preview:
    """Give the table of a return as it will be printed; raises as `make_return`."""
    from digiplan_desktop.returns.bieu01 import bieu01_table

    return bieu01_table(_contents(workspace, wish))


def _contents(workspace: Workspace, wish: ReturnWish) -> Bieu01:
    from digiplan_desktop.actions.bieu01 import TERRITORIES, fill_bieu01

    kind = next((kind for kind in KINDS if kind.id == wish.id), None)
    if kind is None:
        raise ChoiceUnknown("return", wish.id, tuple(kind.id for kind in KINDS))
    if wish.territory not in TERRITORIES:
        raise ChoiceUnknown("territory", wish.territory, tuple(TERRITORIES))
    known = _round(workspace, kind.form, wish.period)
    return fill_bieu01(workspace, known, area=wish.area, territory=wish.territory)


def _round(workspace: Workspace, form: str, period: str) -> Round:
    """Give the round of that questionnaire and period; of several, the one that stands for the latest day."""
    rounds = [known for known in list_rounds(workspace) if known.form == form]
    for known in rounds:
        if period in {known.period, known.id}:
            return known
    raise RoundMissing(period, tuple(known.period for known in rounds))
