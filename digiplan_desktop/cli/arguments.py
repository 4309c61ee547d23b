"""Arguments and options that several verbs share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from digiplan_desktop.errors import AreaUnknown, ValueUnreadable
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from digiplan_desktop.actions.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])


def json_option(command: Command) -> Command:
    """Add `--json`: exactly one JSON document on standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


class Day(click.ParamType[date]):
    """A day as ISO text; gives a date."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; raises ValueUnreadable."""
        del param, ctx
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueUnreadable(str(value), "date") from None


@contextmanager
def opened(*, read_only: bool = False) -> Iterator[Workspace]:
    """Open the store that the options name, and close it afterwards."""
    from digiplan_desktop import paths
    from digiplan_desktop.actions.workspace import open_workspace

    folder = click.get_current_context().find_root().obj.store or paths.default_store()
    with open_workspace(folder, read_only=read_only) as workspace:
        yield workspace


def language() -> str:
    """Give the language that the options name."""
    chosen: str = click.get_current_context().find_root().obj.language
    return chosen


def find_area(workspace: Workspace, text: str) -> str:
    """Give the uid of a unit that a user named by uid or by name; raises AreaUnknown with the candidates.

    A name with its kind ("Huyện Lắk") means an old district before a commune of that name, a bare one the commune.
    """
    if not text or text in workspace.catalogue.units:
        return text
    districts = workspace.catalogue.districts()
    named = {fold(unit.name): unit.uid for unit in districts}
    if fold(text) in named:
        return named[fold(text)]
    found = workspace.catalogue.resolve(text, "", date.today())  # noqa: DTZ011 (the user's own calendar)
    short = {fold(unit.short): unit.uid for unit in districts}
    uid = found.uid or short.get(fold(text), "")
    if not uid:
        raise AreaUnknown(text, tuple(found.candidates))
    return uid


def read_json(text: str, name: str) -> Any:
    """Give what a JSON text says; raises ValueUnreadable with the name of where it came from."""
    try:
        return json.loads(text)
    except ValueError:
        raise ValueUnreadable(name, "json") from None


def plain(value: Any) -> Any:
    """Give a value as JSON can hold it."""
    match value:
        case Decimal():
            return float(value)
        case date() | Path():
            return str(value)
        case dict():
            return {str(key): plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case _:
            return value
