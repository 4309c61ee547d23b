"""A respondent who answers at random, but validly, gets to the end of every shipped questionnaire."""

from __future__ import annotations

import random

import pytest

from digiplan_desktop.errors import AnswerRefused
from digiplan_desktop.forms.library import shipped_form
from digiplan_desktop.forms.session import Session
from digiplan_desktop.forms.submission import read_instance

SAMPLES = {
    "integer": ("0", "1", "7", "120"),
    "decimal": ("0", "2.5", "40"),
    "date": ("2024-06-30", "2025-12-31"),
    "geopoint": ("12.7 108.1 0 0",),
    "acknowledge": ("OK",),
}


def answer_round(session: Session, chance: random.Random) -> None:
    """Answer each open question once: with one of its choices, or with something of its type."""
    for node in session.nodes():
        now = session.node(node.ref)
        if now.kind != "question" or now.readonly or not now.relevant or now.type in ("note", "calculate"):
            continue
        choices = session.choices(node.ref)
        samples = tuple(choice.value for choice in choices) or SAMPLES.get(now.type, ("A", "0262 385 0000"))
        before = now.value
        try:
            session.answer(node.ref, chance.choice(samples))
        except AnswerRefused:
            continue
        if session.node(node.ref).violation is not None:
            session.answer(node.ref, before)


@pytest.mark.parametrize("form_id", ["dn01", "cq02", "cs03"])
@pytest.mark.parametrize("seed", range(4))
def test_a_random_respondent_leaves_a_response_that_travels_and_returns(form_id: str, seed: int):
    chance = random.Random(seed)
    session = Session(shipped_form(form_id))
    for _ in range(3):
        answer_round(session, chance)
    while session.can_undo and chance.random() < 0.9:
        session.undo()
    while session.can_redo:
        session.redo()
    stored = Session(session.form, session.writes())
    assert stored.values() == session.values()
    sent = read_instance(session.form.model, session.instance_xml())
    assert Session(session.form, sent.data).values() == session.values()
