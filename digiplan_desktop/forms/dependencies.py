"""The order in which rules run, and the rings that make an order impossible."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digiplan_desktop.forms.model import Definition, Model, Rule

# What these rules give is read by nobody: they are leaves of the graph.
_LEAVES = frozenset(("readonly", "required", "constraint", "count"))


def connect_rules(model: Model, rules: list[Rule]) -> list[list[Rule]]:
    """Put the rules in order into the model, with their readers; give the rings found, each as its rules."""
    model.readers = {}
    for rule in rules:
        for read in rule.reads:
            model.readers.setdefault(read.definition.ref, []).append((rule, read.pivot))
    order, rings = _sort({id(rule): rule for rule in rules}, model)
    for rank, rule in enumerate(order):
        rule.rank = rank
    model.rules = order
    return rings


def affected(rule: Rule, model: Model) -> Iterable[Rule]:
    """Give the rules that must run after this one."""
    if rule.attribute in _LEAVES:
        # A count is none of them, but may read what it makes grow ("one more while the last says so"): it settles.
        return
    changed: Iterable[Definition] = (rule.definition,)
    if rule.attribute == "relevant":
        changed = rule.definition.below()
    for definition in changed:
        for reader, _ in model.readers.get(definition.ref, ()):
            yield reader


def _sort(rules: dict[int, Rule], model: Model) -> tuple[list[Rule], list[list[Rule]]]:
    """Sort by depth-first search without recursion, which also finds the rings."""
    done: set[int] = set()
    order: list[Rule] = []
    rings: list[list[Rule]] = []
    for start in rules.values():
        if id(start) not in done:
            _visit(start, model, done, order, rings)
    order.reverse()
    return order, rings


def _visit(start: Rule, model: Model, done: set[int], order: list[Rule], rings: list[list[Rule]]) -> None:
    trail = [start]
    open_rules = {id(start)}
    waiting = [iter(list(affected(start, model)))]
    while trail:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            finished = trail.pop()
            open_rules.discard(id(finished))
            done.add(id(finished))
            order.append(finished)
        elif id(following) in open_rules:
            place = next(index for index, rule in enumerate(trail) if rule is following)
            rings.append(trail[place:])
        elif id(following) not in done:
            trail.append(following)
            open_rules.add(id(following))
            waiting.append(iter(list(affected(following, model))))


def watch(model: Model, definition: Definition, reads: Iterable[Definition]) -> None:
    """Note that a definition's label or choices depend on others."""
    for read in reads:
        watchers = model.watchers.setdefault(read.ref, [])
        if definition not in watchers:
            watchers.append(definition)
