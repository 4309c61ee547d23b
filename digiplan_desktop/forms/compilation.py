"""Compiles a questionnaire file: .xlsx, .xls, .csv and .md through pyxform, .xml as it is."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from digiplan_desktop.errors import FormBroken, Problem
from digiplan_desktop.forms.cell_checks import check_cells
from digiplan_desktop.forms.definition import Entity, Form, Language, Question, SoftCheck
from digiplan_desktop.forms.entities import read_entities
from digiplan_desktop.forms.external import load_external
from digiplan_desktop.forms.faults import Faults
from digiplan_desktop.forms.file_kinds import check_file
from digiplan_desktop.forms.form_cache import (
    SHEETS,
    CachedForm,
    cache_key,
    hash_beside,
    read_cached,
    write_cached,
)
from digiplan_desktop.forms.model_building import build_model
from digiplan_desktop.forms.placing import place_fault
from digiplan_desktop.forms.rendering import language_code
from digiplan_desktop.forms.sheet_checks import check_sheets
from digiplan_desktop.forms.soft_checks import compile_soft_checks, read_soft_checks
from digiplan_desktop.forms.states import node_kind, question_type
from digiplan_desktop.forms.structure_checks import check_structure
from digiplan_desktop.forms.translation_checks import check_translations, in_words_of_ours
from digiplan_desktop.forms.usage_checks import check_usage
from digiplan_desktop.forms.workbook import Source, read_source
from digiplan_desktop.forms.xform import read_parts
from digiplan_desktop.forms.xlsform import convert

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Control, Definition, Model, TextSource


@dataclass(frozen=True)
class FormCheck:
    """What a static check of a form found; `ok` when nothing forbids running it."""

    ok: bool
    title: str = ""
    version: str = ""
    languages: tuple[str, ...] = ()
    questions: int = 0
    problems: tuple[Problem, ...] = ()


def load_form(path: Path) -> Form:
    """Compile a form.

    Raises:
        FileMissing, FileDamaged: the file is not there, or is no workbook.
        FormBroken: with every problem found.
    """
    form = _load_cached(path)
    if form is not None:
        return form
    form, problems = _compile(path)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    if form is None or errors:
        raise FormBroken(path, errors)
    return form


def check_form(path: Path) -> FormCheck:
    """Give everything that is wrong with a form; a broken form is an answer here, not an exception."""
    form, problems = _compile(path)
    ok = form is not None and not any(problem.severity == "error" for problem in problems)
    if form is None:
        return FormCheck(ok=False, problems=tuple(problems))
    return FormCheck(
        ok=ok,
        title=form.title,
        version=form.version,
        languages=tuple(language.name for language in form.languages),
        questions=sum(1 for question in form.questions if question.kind == "question"),
        problems=tuple(problems),
    )


def compile_xform(text: str, folder: Path | None = None) -> tuple[Model | None, Faults]:
    """Compile the text of an XForm; the model is None when the text is none."""
    faults = Faults()
    with _without_garbage_collection():
        parts = read_parts(text, faults)
        if parts is None:
            return None, faults
        external, _ = load_external(parts, folder or Path(), faults)
        return build_model(parts, external, faults), faults


def _compile(path: Path) -> tuple[Form | None, list[Problem]]:
    source = read_source(path)
    with _without_garbage_collection():
        return _compile_source(path, source)


def _compile_source(path: Path, source: Source) -> tuple[Form | None, list[Problem]]:
    text, problems = convert(path, source)
    if text is None:
        _, check_problems = read_soft_checks(source)
        found = check_structure(source) + check_cells(source) + check_sheets(source)
        return None, problems + found + check_problems
    assembled = _assemble(source, text)
    problems += check_sheets(source) + check_usage(source) + assembled.problems
    problems = in_words_of_ours(problems, check_translations(source))
    if assembled.form is not None and not any(problem.severity == "error" for problem in problems):
        _keep(source, text, assembled)
    return assembled.form, problems


@dataclass(frozen=True)
class _Assembled:
    """A form made of the text of an XForm; `beside` is a hash of the files it read."""

    form: Form | None
    beside: str
    problems: list[Problem]


def _assemble(source: Source, text: str) -> _Assembled:
    faults = Faults()
    parts = read_parts(text, faults)
    if parts is None:
        return _Assembled(None, "", [place_fault(fault, source) for fault in faults.found])
    external, contents = load_external(parts, source.path.parent, faults)
    model = build_model(parts, external, faults)
    checks, problems = read_soft_checks(source)
    problems += compile_soft_checks(model, checks)
    problems += [place_fault(fault, source) for fault in faults.found]
    digest = hashlib.sha256(b"\0".join([source.content, *contents])).hexdigest()
    _name_after_file(model, source)
    return _Assembled(_form(model, checks, digest, read_entities(parts)), hash_beside(contents), problems)


def _keep(source: Source, text: str, assembled: _Assembled) -> None:
    if source.path.suffix.lower() != ".xml":
        sheets = {name: source.rows(name) for name in SHEETS}
        write_cached(cache_key(source.path, source.content), CachedForm(text, assembled.beside, sheets))


def _load_cached(path: Path) -> Form | None:
    """Give a form compiled before; None when it must be compiled anew (its problems are then told with a place)."""
    content = check_file(path)
    cached = read_cached(cache_key(path, content))
    if cached is None:
        return None
    source = Source(path, content, sheets=dict(cached.sheets))
    with _without_garbage_collection():
        assembled = _assemble(source, cached.xform)
    broken = any(problem.severity == "error" for problem in assembled.problems)
    return None if broken or assembled.beside != cached.beside else assembled.form


def _name_after_file(model: Model, source: Source) -> None:
    """Name a form that names itself nowhere after its file, as pyxform does for workbooks but not for texts."""
    named = {column for row in source.rows("settings") for column in row.cells}
    if source.path.suffix.lower() not in (".md", ".csv"):
        return
    if not named & {"form_id", "id_string"}:
        model.id = source.path.stem
    if not named & {"form_title", "title"}:
        model.title = model.id


def _form(model: Model, checks: tuple[SoftCheck, ...], digest: str, entities: tuple[Entity, ...]) -> Form:
    return Form(
        id=model.id,
        version=model.version,
        title=model.title,
        hash=digest,
        languages=tuple(Language(name, language_code(name)) for name in model.languages),
        default_language=language_code(model.default_language),
        questions=tuple(_questions(model, model.body)),
        soft_checks=checks,
        model=model,
        entities=entities,
    )


def _questions(model: Model, controls: list[Control]) -> Iterator[Question]:
    for control in controls:
        definition = control.definition
        if definition is not None and definition.control is control:
            yield _question(model, control, definition)
        yield from _questions(model, control.children)


def _question(model: Model, control: Control, definition: Definition) -> Question:
    kind = node_kind(control)
    return Question(
        ref=definition.ref,
        name=definition.name,
        kind=kind,
        type=question_type(definition) if kind == "question" else kind,
        labels={language_code(name): _plain(model, control.label, name) for name in model.languages or ("",)},
        appearance=control.appearance,
    )


def _plain(model: Model, source: TextSource | None, language: str) -> str:
    """Give a label with "…" where its outputs will stand."""
    if source is not None and source.itext:
        source = model.texts.get(language, {}).get(source.itext, {}).get("")
    if source is None:
        return ""
    return "".join(piece if isinstance(piece, str) else "…" for piece in source.pieces).strip()


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Loading makes many objects and no garbage: collecting in between costs more than half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
