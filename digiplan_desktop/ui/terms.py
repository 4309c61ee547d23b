"""The words for codes that the store and the plan use: statuses, sizes, regimes, fields of the register."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP

# Status of a target (plan/results.py): glyph (as in charts/theme.py), tone, word.
_STATUSES: dict[str, tuple[str, str, str]] = {
    "no_target": ("■", "", QT_TRANSLATE_NOOP("terms", "No target")),
    "qualitative": ("■", "", QT_TRANSLATE_NOOP("terms", "Qualitative")),
    "no_data": ("□", "", QT_TRANSLATE_NOOP("terms", "No data yet")),
    "met": ("✔", "good", QT_TRANSLATE_NOOP("terms", "Met")),
    "exceeded": ("✔", "good", QT_TRANSLATE_NOOP("terms", "Exceeded")),
    "missed": ("×", "danger", QT_TRANSLATE_NOOP("terms", "Not met")),
    "low_coverage": ("○", "", QT_TRANSLATE_NOOP("terms", "Coverage too low")),
    "stale": ("○", "", QT_TRANSLATE_NOOP("terms", "Outdated data")),
    "inconclusive": ("○", "", QT_TRANSLATE_NOOP("terms", "Inconclusive")),
    "no_baseline": ("○", "", QT_TRANSLATE_NOOP("terms", "No baseline")),
    "on_track": ("●", "accent", QT_TRANSLATE_NOOP("terms", "On track")),
    "slightly_behind": ("▲", "warning", QT_TRANSLATE_NOOP("terms", "Slightly behind")),
    "behind": ("▼", "danger", QT_TRANSLATE_NOOP("terms", "Behind")),
    "far_behind": ("◆", "danger", QT_TRANSLATE_NOOP("terms", "Far behind")),
    "regressing": ("◆", "danger", QT_TRANSLATE_NOOP("terms", "Moving backwards")),
}

_FIELDS: dict[str, str] = {
    "name": QT_TRANSLATE_NOOP("terms", "Name"),
    "tax_code": QT_TRANSLATE_NOOP("terms", "Tax code"),
    "area": QT_TRANSLATE_NOOP("terms", "Commune"),
    "area_text": QT_TRANSLATE_NOOP("terms", "Commune as listed"),
    "district": QT_TRANSLATE_NOOP("terms", "Old district"),
    "district_text": QT_TRANSLATE_NOOP("terms", "District as listed"),
    "address": QT_TRANSLATE_NOOP("terms", "Address"),
    "legal_rep": QT_TRANSLATE_NOOP("terms", "Legal representative"),
    "phone": QT_TRANSLATE_NOOP("terms", "Telephone"),
    "email": QT_TRANSLATE_NOOP("terms", "E-mail"),
    "legal_form": QT_TRANSLATE_NOOP("terms", "Legal form"),
    "activity": QT_TRANSLATE_NOOP("terms", "Main activity"),
    "vsic5": QT_TRANSLATE_NOOP("terms", "Industry code (VSIC)"),
    "capital": QT_TRANSLATE_NOOP("terms", "Capital (million VND)"),
    "revenue": QT_TRANSLATE_NOOP("terms", "Revenue (million VND)"),
    "reg_date": QT_TRANSLATE_NOOP("terms", "Registered on"),
    "emp": QT_TRANSLATE_NOOP("terms", "Employees"),
    "status": QT_TRANSLATE_NOOP("terms", "Status"),
    "status_text": QT_TRANSLATE_NOOP("terms", "Status as listed"),
    "size": QT_TRANSLATE_NOOP("terms", "Size"),
    "invented": QT_TRANSLATE_NOOP("terms", "Invented record"),
    "ordinal": QT_TRANSLATE_NOOP("terms", "No."),
    "note": QT_TRANSLATE_NOOP("terms", "Note"),
    # events, rounds, responses, offices, decisions
    "date": QT_TRANSLATE_NOOP("terms", "Date"),
    "kind": QT_TRANSLATE_NOOP("terms", "Kind"),
    "target": QT_TRANSLATE_NOOP("terms", "Target"),
    "enterprise": QT_TRANSLATE_NOOP("terms", "Enterprise"),
    "people": QT_TRANSLATE_NOOP("terms", "Staff"),
    "numerator": QT_TRANSLATE_NOOP("terms", "Number"),
    "denominator": QT_TRANSLATE_NOOP("terms", "Out of"),
    "document": QT_TRANSLATE_NOOP("terms", "Document"),
    "title": QT_TRANSLATE_NOOP("terms", "Title"),
    "form": QT_TRANSLATE_NOOP("terms", "Questionnaire"),
    "form_hash": QT_TRANSLATE_NOOP("terms", "Version of the questionnaire"),
    "period": QT_TRANSLATE_NOOP("terms", "Period"),
    "reference_date": QT_TRANSLATE_NOOP("terms", "Results stand for"),
    "regime": QT_TRANSLATE_NOOP("terms", "Regime"),
    "territory": QT_TRANSLATE_NOOP("terms", "Territory"),
    "seed": QT_TRANSLATE_NOOP("terms", "Seed of the draw"),
    "strata": QT_TRANSLATE_NOOP("terms", "Strata"),
    "drawn": QT_TRANSLATE_NOOP("terms", "Sample"),
    "frame_hash": QT_TRANSLATE_NOOP("terms", "Check sum of the frame"),
    "frame_size": QT_TRANSLATE_NOOP("terms", "Size of the frame"),
    "round": QT_TRANSLATE_NOOP("terms", "Round"),
    "respondent": QT_TRANSLATE_NOOP("terms", "Respondent"),
    "stratum": QT_TRANSLATE_NOOP("terms", "Stratum"),
    "completed_at": QT_TRANSLATE_NOOP("terms", "Completed on"),
    "text": QT_TRANSLATE_NOOP("terms", "Text"),
    "superior": QT_TRANSLATE_NOOP("terms", "Agency above"),
    "place": QT_TRANSLATE_NOOP("terms", "Place"),
    "signer_title": QT_TRANSLATE_NOOP("terms", "Title of the signer"),
    "signer_name": QT_TRANSLATE_NOOP("terms", "Name of the signer"),
    "preparer": QT_TRANSLATE_NOOP("terms", "Prepared by"),
    "checker": QT_TRANSLATE_NOOP("terms", "Checked by"),
    "receiver": QT_TRANSLATE_NOOP("terms", "Receiving office"),
}

_SIZES: dict[str, str] = {
    "micro": QT_TRANSLATE_NOOP("terms", "Micro"),
    "small": QT_TRANSLATE_NOOP("terms", "Small"),
    "medium": QT_TRANSLATE_NOOP("terms", "Medium"),
    "large": QT_TRANSLATE_NOOP("terms", "Large"),
    "unknown": QT_TRANSLATE_NOOP("terms", "Size unknown"),
}

_STATES: dict[str, str] = {
    "active": QT_TRANSLATE_NOOP("terms", "Operating"),
    "suspended": QT_TRANSLATE_NOOP("terms", "Suspended"),
    "dissolved": QT_TRANSLATE_NOOP("terms", "Dissolved"),
    "moved": QT_TRANSLATE_NOOP("terms", "Moved away"),
    "unknown": QT_TRANSLATE_NOOP("terms", "Status unknown"),
}

_RESPONSES: dict[str, tuple[str, str, str]] = {
    "": ("–", "", QT_TRANSLATE_NOOP("terms", "Not begun")),
    "new": ("○", "", QT_TRANSLATE_NOOP("terms", "Not begun")),
    "in_progress": ("◐", "warning", QT_TRANSLATE_NOOP("terms", "In progress")),
    "complete": ("✔", "good", QT_TRANSLATE_NOOP("terms", "Complete")),
}

_REGIMES: dict[str, str] = {
    "census": QT_TRANSLATE_NOOP("terms", "Census"),
    "census_in_progress": QT_TRANSLATE_NOOP("terms", "Census in progress"),
    "probability_sample": QT_TRANSLATE_NOOP("terms", "Probability sample"),
    "convenience": QT_TRANSLATE_NOOP("terms", "Convenience selection"),
    "administrative": QT_TRANSLATE_NOOP("terms", "Administrative data"),
}

_TERRITORIES: dict[str, str] = {
    "old": QT_TRANSLATE_NOOP("terms", "Đắk Lắk before 1 July 2025"),
    "new": QT_TRANSLATE_NOOP("terms", "Đắk Lắk since 1 July 2025"),
}

_RECORDS: dict[str, str] = {
    "enterprise": QT_TRANSLATE_NOOP("terms", "enterprise"),
    "response": QT_TRANSLATE_NOOP("terms", "questionnaire"),
    "round": QT_TRANSLATE_NOOP("terms", "round"),
    "area_decision": QT_TRANSLATE_NOOP("terms", "decision on a place name"),
    "plan_event": QT_TRANSLATE_NOOP("terms", "plan event"),
    "office": QT_TRANSLATE_NOOP("terms", "office"),
}

_FLAGS: dict[str, str] = {
    "": QT_TRANSLATE_NOOP("terms", "Reliable"),
    ":": QT_TRANSLATE_NOOP("terms", "No answers"),
    "u": QT_TRANSLATE_NOOP("terms", "Low reliability"),
    "e": QT_TRANSLATE_NOOP("terms", "Partly imputed or merged"),
    "p": QT_TRANSLATE_NOOP("terms", "Provisional: the round is still open"),
    "b": QT_TRANSLATE_NOOP("terms", "Break in the series"),
    "c": QT_TRANSLATE_NOOP("terms", "Confidential"),
}

_CHOICES: dict[tuple[str, str], str] = {
    ("file", "png"): QT_TRANSLATE_NOOP("terms", "a picture (PNG)"),
    ("file", "jpeg"): QT_TRANSLATE_NOOP("terms", "a picture (JPEG)"),
    ("file", "gif"): QT_TRANSLATE_NOOP("terms", "a picture (GIF)"),
    ("file", "pdf"): QT_TRANSLATE_NOOP("terms", "a PDF document"),
    ("file", "zip"): QT_TRANSLATE_NOOP("terms", "a ZIP archive"),
    ("file", "rar"): QT_TRANSLATE_NOOP("terms", "a RAR archive"),
    ("file", "docx"): QT_TRANSLATE_NOOP("terms", "a Word document"),
    ("file", "pptx"): QT_TRANSLATE_NOOP("terms", "a PowerPoint presentation"),
    ("file", "webp"): QT_TRANSLATE_NOOP("terms", "a picture (WebP)"),
    ("file", "bmp"): QT_TRANSLATE_NOOP("terms", "a picture (BMP)"),
    ("file", "tiff"): QT_TRANSLATE_NOOP("terms", "a picture (TIFF)"),
    ("file", "media"): QT_TRANSLATE_NOOP("terms", "a sound or film"),
    ("file", "program"): QT_TRANSLATE_NOOP("terms", "a program"),
    ("file", "rtf"): QT_TRANSLATE_NOOP("terms", "a text document (RTF)"),
    ("file", "doc"): QT_TRANSLATE_NOOP("terms", "a Word document"),
    ("file", "ppt"): QT_TRANSLATE_NOOP("terms", "a PowerPoint presentation"),
    ("file", "odt"): QT_TRANSLATE_NOOP("terms", "a text document"),
    ("file", "odp"): QT_TRANSLATE_NOOP("terms", "a presentation"),
    ("file", "odg"): QT_TRANSLATE_NOOP("terms", "a drawing"),
    ("file", "ole"): QT_TRANSLATE_NOOP("terms", "an old Office file of another kind"),
    ("file", "7z"): QT_TRANSLATE_NOOP("terms", "a 7z archive"),
    ("file", "gzip"): QT_TRANSLATE_NOOP("terms", "a GZIP archive"),
    ("file", "html"): QT_TRANSLATE_NOOP("terms", "a web page"),
    ("file", "xml"): QT_TRANSLATE_NOOP("terms", "an XML file"),
    ("file", "text"): QT_TRANSLATE_NOOP("terms", "plain text"),
    ("file", "sqlite"): QT_TRANSLATE_NOOP("terms", "a database"),
    ("file", "folder"): QT_TRANSLATE_NOOP("terms", "a folder"),
    ("file", "binary"): QT_TRANSLATE_NOOP("terms", "an unknown kind of data"),
    ("answer", "type"): QT_TRANSLATE_NOOP("terms", "it is not of the kind the question asks for"),
    ("answer", "choice"): QT_TRANSLATE_NOOP("terms", "it is not one of the choices"),
    ("answer", "readonly"): QT_TRANSLATE_NOOP("terms", "the question is computed, not asked"),
    ("answer", "not_relevant"): QT_TRANSLATE_NOOP("terms", "the question does not apply here"),
    ("answer", "control_characters"): QT_TRANSLATE_NOOP("terms", "it holds characters that cannot be kept"),
    ("expected", "date"): QT_TRANSLATE_NOOP("terms", "a date (YYYY-MM-DD)"),
    ("expected", "number"): QT_TRANSLATE_NOOP("terms", "a number"),
    ("expected", "integer"): QT_TRANSLATE_NOOP("terms", "a whole number"),
    ("expected", "assignment"): QT_TRANSLATE_NOOP("terms", "QUESTION=VALUE"),
    ("expected", "json"): QT_TRANSLATE_NOOP("terms", "a JSON document"),
    ("expected", "period"): QT_TRANSLATE_NOOP("terms", "a period such as 2026-II"),
    ("what", "return"): QT_TRANSLATE_NOOP("terms", "return"),
    ("what", "chart"): QT_TRANSLATE_NOOP("terms", "chart"),
    ("what", "chart_file"): QT_TRANSLATE_NOOP("terms", "kind of picture file"),
    ("what", "return_file"): QT_TRANSLATE_NOOP("terms", "kind of return file"),
    ("what", "plan"): QT_TRANSLATE_NOOP("terms", "plan"),
    ("what", "regime"): QT_TRANSLATE_NOOP("terms", "survey regime"),
    ("what", "territory"): QT_TRANSLATE_NOOP("terms", "territory"),
    ("what", "language"): QT_TRANSLATE_NOOP("terms", "language"),
    ("what", "target"): QT_TRANSLATE_NOOP("terms", "target"),
    ("what", "form"): QT_TRANSLATE_NOOP("terms", "questionnaire"),
    ("what", "status"): QT_TRANSLATE_NOOP("terms", "status"),
    ("what", "kind"): QT_TRANSLATE_NOOP("terms", "kind"),
    ("measure", "bytes"): QT_TRANSLATE_NOOP("terms", "bytes"),
    ("measure", "unpacked"): QT_TRANSLATE_NOOP("terms", "bytes once unpacked"),
    ("measure", "members"): QT_TRANSLATE_NOOP("terms", "parts"),
    ("measure", "rows"): QT_TRANSLATE_NOOP("terms", "rows"),
    ("measure", "columns"): QT_TRANSLATE_NOOP("terms", "columns"),
    ("measure", "cells"): QT_TRANSLATE_NOOP("terms", "cells"),
    ("measure", "seconds"): QT_TRANSLATE_NOOP("terms", "seconds of reading"),
    ("measure", "memory"): QT_TRANSLATE_NOOP("terms", "bytes of memory"),
}

_RETURNS: dict[str, str] = {
    "bieu01": QT_TRANSLATE_NOOP("terms", "Digital transformation of enterprises by commune"),
}


def status_word(status: str) -> str:
    """Give the word for a target's status."""
    return _words(_STATUSES[status][2]) if status in _STATUSES else status


def status_glyph(status: str) -> str:
    """Give the sign that stands before the word of a target's status."""
    return _STATUSES[status][0] if status in _STATUSES else "○"


def status_tone(status: str) -> str:
    """Give the tone (see `theme.status_colour`) of a target's status."""
    return _STATUSES[status][1] if status in _STATUSES else ""


def response_word(status: str) -> tuple[str, str, str]:
    """Give glyph, tone and word for how far a questionnaire is."""
    glyph, tone, word = _RESPONSES.get(status, ("○", "", status))
    return glyph, tone, _words(word)


def field_word(name: str) -> str:
    """Give the name of a field of the register; an unknown field as it is."""
    return _words(_FIELDS[name]) if name in _FIELDS else name


column_word = field_word


def size_word(size: str) -> str:
    """Give the word for a size class."""
    return _words(_SIZES.get(size, _SIZES["unknown"]))


def state_word(status: str) -> str:
    """Give the word for the state an enterprise is in."""
    return _words(_STATES.get(status, _STATES["unknown"]))


def regime_word(regime: str) -> str:
    """Give the word for how a round covers its frame."""
    return _words(_REGIMES[regime]) if regime in _REGIMES else regime


def territory_word(territory: str) -> str:
    """Give the word for a territory."""
    return _words(_TERRITORIES[territory]) if territory in _TERRITORIES else territory


def record_word(kind: str) -> str:
    """Give the word for a kind of record."""
    return _words(_RECORDS[kind]) if kind in _RECORDS else kind


def flag_word(flag: str) -> str:
    """Give the meaning of a quality flag such as "u", or of several such as "up"."""
    if flag in _FLAGS:
        return _words(_FLAGS[flag])
    return "; ".join(_words(_FLAGS[letter]) for letter in flag if letter in _FLAGS)


def choice_word(group: str, code: str) -> str:
    """Give the word for a code inside an error: group "file", "answer", "expected", "what" or "measure"."""
    return _words(_CHOICES[group, code]) if (group, code) in _CHOICES else code


def return_word(return_id: str) -> str:
    """Give the title of a return."""
    return _words(_RETURNS[return_id]) if return_id in _RETURNS else return_id


def _words(source: str) -> str:
    return QCoreApplication.translate("terms", source)
