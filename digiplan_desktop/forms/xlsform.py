"""XLSForm to XForm through pyxform, with its errors and warnings as problems that have a place."""

from __future__ import annotations

import csv
import io
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from digiplan_desktop.errors import Problem
from digiplan_desktop.forms.soft_checks import SHEET

if TYPE_CHECKING:
    from digiplan_desktop.forms.workbook import Source

_ROW = re.compile(r"\[row : (\d+)\]\s*", re.IGNORECASE)


def convert(path: Path, source: Source) -> tuple[str | None, list[Problem]]:
    """Give the XForm of a file and what pyxform had to say; None when it could not compile the file."""
    if path.suffix.lower() == ".xml":
        return source.content.decode("utf-8-sig", "replace"), []
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert as compile_workbook

    try:
        with warnings.catch_warnings():
            # pyxform's readers leave files to the garbage collector; that is no matter of the form.
            warnings.simplefilter("ignore")
            result = compile_workbook(_input(path, source), validate=False, form_name="data", **_kind(path))
    except PyXFormError as error:
        return None, [_problem(error, source)]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, UnicodeError, OSError) as error:
        # pyxform meets some broken workbooks with errors of its own making.
        return None, [Problem("error", "text", "survey", text=f"{type(error).__name__}: {error}")]
    return result.xform, [
        Problem("warning", "text", "survey", _row_in(text), text=_words(text)) for text in result.warnings
    ]


def _input(path: Path, source: Source) -> str:
    kind = path.suffix.lower()
    text = source.content.decode("utf-8-sig", "replace")
    return text if kind == ".md" else _without_soft_checks(text) if kind == ".csv" else str(path)


def _without_soft_checks(text: str) -> str:
    """Leave out the sheet that pyxform does not know: in CSV, unlike in a workbook, it stumbles over it."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept)
    sheet = ""
    for row in csv.reader(io.StringIO(text, newline="")):
        sheet = row[0].strip() if row and row[0].strip() else sheet
        if sheet != SHEET:
            writer.writerow(row)
    return kept.getvalue()


def _kind(path: Path) -> dict[str, str]:
    kind = path.suffix.lower()
    return {"file_type": kind} if kind in (".md", ".csv") else {}


def _problem(error: Exception, source: Source) -> Problem:
    text = str(error)
    context = getattr(error, "context", None) or {}
    sheet = str(context.get("sheet") or _sheet_in(text))
    row = int(context.get("row") or _row_in(text) or _row_of_name(source, sheet, text))
    return Problem("error", "text", sheet, row, str(context.get("column") or ""), _words(text))


def _sheet_in(text: str) -> str:
    lowered = text.lower()
    return next((name for name in ("choices", "settings", "external_choices") if name in lowered), "survey")


def _row_in(text: str) -> int:
    match = _ROW.search(text)
    return int(match.group(1)) if match else 0


def _words(text: str) -> str:
    return _ROW.sub("", text).strip()


def _row_of_name(source: Source, sheet: str, text: str) -> int:
    """Find the row of a name that the message quotes, where pyxform gives no number."""
    quoted = set(re.findall(r"['\"“]([^'\"”]+)['\"”]", text))
    for row in source.rows(sheet):
        if row.cells.get("name") in quoted or row.cells.get("type") in quoted:
            return row.number
    return 0
