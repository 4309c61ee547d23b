"""`digiplan register`: take in lists, search, find duplicates, decide place names."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from digiplan_desktop.cli.arguments import find_area, json_option, language, opened
from digiplan_desktop.cli.main import exit_with_problems
from digiplan_desktop.cli.output import give, load_words

if TYPE_CHECKING:
    from digiplan_desktop.actions.enterprises import ImportReport


@click.group("register")
def register_verb() -> None:
    """The register of enterprises."""


@register_verb.command("import")
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--sheet", default=None, help="Sheet of the workbook; the one that looks like a list unless named."
)
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@json_option
def import_verb(file: Path, sheet: str | None, dry_run: bool, as_json: bool) -> None:
    """Take an Excel or CSV list into the register."""
    from digiplan_desktop.actions.enterprises import import_list

    with opened() as workspace:
        report = import_list(workspace, file, sheet=sheet, dry_run=dry_run)
    load_words(language())
    give(_import_document(report), as_json=as_json, text=_import_lines(report))
    if report.refusals:
        exit_with_problems()


def _import_document(report: ImportReport) -> dict[str, object]:
    return {
        "file": str(report.path),
        "sheet": report.sheet,
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": [
            {
                "sheet": each.sheet,
                "row": each.row,
                "column": each.column,
                "value": each.value,
                "reason": each.reason,
            }
            for each in report.refusals
        ],
        "skipped": [{"sheet": each.sheet, "row": each.row, "reason": each.reason} for each in report.skipped],
        "warnings": [
            {
                "sheet": each.sheet,
                "row": each.row,
                "column": each.column,
                "value": each.value,
                "reason": each.reason,
            }
            for each in report.warnings
        ],
        "columns": dict(report.columns),
    }


def _import_lines(report: ImportReport) -> list[str]:
    from digiplan_desktop.ui.command_words import import_summary, row_lines

    return [import_summary(report), *row_lines(report)]


@register_verb.command("search")
@click.argument("text")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@json_option
def search_verb(text: str, limit: int, as_json: bool) -> None:
    """Find enterprises by name, tax code, phone or address, blind to case and diacritics."""
    from digiplan_desktop.store.enterprises import search_enterprises

    with opened(read_only=True) as workspace:
        begun = perf_counter()
        rows = search_enterprises(workspace.store, text, limit=limit)
        spent = (perf_counter() - begun) * 1000
        hits = [
            {
                "id": row.id,
                "tax_code": row.tax_code,
                "name": row.name,
                "area": row.area,
                "area_name": workspace.catalogue.unit(row.area).name if row.area else "",
            }
            for row in rows
        ]
    lines = [f"{hit['tax_code']:<15} {hit['name']} · {hit['area_name']}" for hit in hits]
    give({"hits": hits, "ms": round(spent, 2)}, as_json=as_json, text=lines)


@register_verb.command("duplicates")
@json_option
def duplicates_verb(as_json: bool) -> None:
    """List pairs of records that may be the same enterprise; a person decides."""
    from digiplan_desktop.actions.duplicates import find_duplicates

    with opened(read_only=True) as workspace:
        pairs = find_duplicates(workspace)
    document = {
        "pairs": [
            {"a": pair.a, "b": pair.b, "score": round(pair.score, 1), "reasons": list(pair.reasons)}
            for pair in pairs
        ]
    }
    give(
        document,
        as_json=as_json,
        text=[f"{pair.score:5.1f}  {pair.a}  {pair.b}  {', '.join(pair.reasons)}" for pair in pairs],
    )


@register_verb.command("place")
@click.argument("text")
@click.argument("unit")
@click.option("--district", default="", help="The district that the list names beside it.")
@json_option
def place_verb(text: str, unit: str, district: str, as_json: bool) -> None:
    """Decide in which UNIT the place name TEXT of the lists lies."""
    from digiplan_desktop.actions.enterprises import decide_area

    with opened() as workspace:
        area = find_area(workspace, unit)
        decide_area(workspace, text, district, area)
        name = workspace.catalogue.unit(area).name
    give({"text": text, "area": area, "name": name}, as_json=as_json, text=f"{text} → {name}")
