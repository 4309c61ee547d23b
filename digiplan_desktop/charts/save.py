"""A figure as a file: PNG, SVG or PDF, with its words in the file's metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib as mpl

from digiplan_desktop.errors import ChoiceUnknown, FileNotWritable

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

KINDS = ("png", "svg", "pdf")
_PROGRAM = "DigiPlan Desktop"


def save_figure(figure: Figure, path: Path, *, dpi: int = 200, title: str = "", alt: str = "") -> Path:
    """Write the figure in the kind that the file name's ending says.

    `dpi` is the number of pixels an inch of a PNG; `title` and `alt` are words for the metadata, by default the
    alt text the chart was made with.

    Raises:
        ChoiceUnknown: the ending is none of KINDS.
        FileNotWritable: the folder is missing or read-only, or another program holds the file.
    """
    kind = path.suffix.lower().lstrip(".")
    if kind not in KINDS:
        raise ChoiceUnknown(what="chart_file", text=path.suffix, known=KINDS)
    words = alt or str(figure.get_label())
    metadata = _metadata(kind, title or words, words)
    # Fixed salt and no date: the same chart gives the same bytes.
    with mpl.rc_context({"svg.hashsalt": "digiplan", "svg.fonttype": "path", "pdf.fonttype": 42}):
        try:
            figure.savefig(path, format=kind, dpi=dpi, metadata=metadata, facecolor="auto")
        except OSError as error:
            raise FileNotWritable(path, str(error)) from error
    return path


def _metadata(kind: str, title: str, words: str) -> dict[str, str | None]:
    if kind == "png":
        return {"Title": title, "Description": words, "Software": _PROGRAM}
    if kind == "svg":
        return {"Title": title, "Description": words, "Creator": _PROGRAM, "Date": None}
    return {"Title": title, "Subject": words, "Creator": _PROGRAM, "CreationDate": None}
