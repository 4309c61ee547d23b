"""What a client sees of a questionnaire before anybody answers it: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digiplan_desktop.forms.model import Model


@dataclass(frozen=True)
class Language:
    """One language of a form: its name as the form writes it, and its code ("Tiếng Việt (vi)", "vi")."""

    name: str
    code: str


@dataclass(frozen=True)
class Choice:
    """One answer of a select question, in the session's language."""

    value: str
    label: str


@dataclass(frozen=True)
class SoftCheck:
    """A check whose failure may be confirmed with a reason (our extension of XLSForm).

    Attributes:
        relevant_to: the question beside which it is shown; it is asked only when that one is relevant and answered.
        expression: true when all is well.
        messages: by language code.
        level: "warning" (needs a reason) or "note".
    """

    name: str
    relevant_to: str
    expression: str
    messages: Mapping[str, str]
    level: str = "warning"
    row: int = 0


@dataclass(frozen=True)
class Question:
    """One question or group as the form defines it; labels are by language code, without their outputs filled."""

    ref: str
    name: str
    kind: str
    type: str
    labels: Mapping[str, str] = field(default_factory=dict)
    appearance: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Entity:
    """A thing of a dataset that a response makes or changes, as the form declares it.

    Attributes:
        deeds: "create", "update" or both.
        label: the expression of its name.
        properties: the reference of the question that gives each property, by property.
    """

    dataset: str
    deeds: tuple[str, ...] = ()
    label: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Form:
    """A compiled questionnaire; equal hashes mean equal content (sha256 of the file and the files beside it)."""

    id: str
    version: str
    title: str
    hash: str
    languages: tuple[Language, ...]
    default_language: str
    questions: tuple[Question, ...]
    soft_checks: tuple[SoftCheck, ...]
    model: Model = field(repr=False)
    entities: tuple[Entity, ...] = ()
