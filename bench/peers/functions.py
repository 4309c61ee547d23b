"""A form of many expressions, to see where the engines disagree: values are compared after each round of answers."""

from __future__ import annotations

import random

from peers.forms import Answer, Row

ROUNDS = 60
INPUTS = {
    "i": "integer",
    "j": "integer",
    "s": "text",
    "t": "text",
    "m": "select_multiple ab",
    "o": "select_one ab",
}
EXPRESSIONS = (
    "${i} + ${j}", "${i} - ${j}", "${i} * ${j}", "${i} div ${j}", "${i} mod ${j}", "-${i}", "${i} div 3",
    "round(${i} div 7)", "round(${i} div 7, 2)", "int(${i} div 7)", "abs(${i} - ${j})", "pow(${i}, 2)",
    "max(${i}, ${j})", "min(${i}, ${j})", "sum(${i})", "number(${s})", "string(${i})", "number(${i} > 3)",
    "if(${i} > ${j}, 'a', 'b')", "if(${o} = '1', ${i}, ${s})", "coalesce(${s}, ${t})",
    "coalesce(${i}, 0) + 1", "concat(${s}, '-', ${i})", "string-length(${s})", "substr(${s}, 1, 3)",
    "substring-before(${s}, 'a')", "substring-after(${s}, 'a')", "contains(${s}, 'a')",
    "starts-with(${s}, 'B')", "ends-with(${s}, 'a')", "translate(${s}, 'abc', 'xyz')",
    "normalize-space(concat(' ', ${s}, '  ', ${t}))", "regex(${s}, '^[a-z]+$')", "selected(${m}, '2')",
    "count-selected(${m})", "selected-at(${m}, 0)", "not(selected(${m}, '1'))",
    "jr:choice-name(${o}, '${o}')", "${i} > 3 and ${j} < 9", "${i} > 3 or ${s} = ''", "${s} = ${t}",
    "${i} = ${j}", "${s} != ''", "boolean(${i})", "boolean-from-string(${s})", "date('2026-03-01')",
    "format-date('2026-03-09', '%d/%m/%Y')",
    "decimal-date-time('2026-03-01') - decimal-date-time('2026-02-01')", "count-non-empty(${s})",
    "checklist(1, 2, ${i} > 3)", "weighted-checklist(1, 9, ${i} > 3, 2, ${j} > 3, 4)", "string(1 div 3)",
    "1 div 0", "string(${i} div 0)", "true()", "join('/', ${s}, ${t})", "once(${i})", "string(0.1 + 0.2)",
    "1000000 * 1000000 * ${i}", "0.000001 * ${i}",
)  # fmt: skip


def functions() -> tuple[list[Row], list[Row]]:
    """Give the form: six questions, one calculated value for each expression."""
    survey = [{"type": kind, "name": name, "label": name} for name, kind in INPUTS.items()]
    survey += [
        {"type": "calculate", "name": f"e{place}", "calculation": expression}
        for place, expression in enumerate(EXPRESSIONS)
    ]
    return survey, [{"list_name": "ab", "name": str(n), "label": f"Mục {n}"} for n in range(1, 6)]


def answers_to_functions(root: str, seed: int = 11) -> list[Answer]:
    """Give rounds of random answers, compared after each one."""
    chance = random.Random(seed)
    words = ("a", "abc", "Buôn Ma Thuột", "12", "3.5", "true", "banana", "0", "x  y", "-7")
    found = []
    for _ in range(ROUNDS):
        several = " ".join(str(n) for n in sorted(chance.sample(range(1, 6), chance.randint(1, 4))))
        values = (chance.randint(0, 20), chance.randint(0, 9), chance.choice(words), chance.choice(words))
        for name, value in zip(INPUTS, (*values, several, chance.randint(1, 5)), strict=True):
            kind = INPUTS[name].split()[0]
            found.append(Answer(f"/{root}/{name}", kind, str(value), compared=name == "o"))
    return found
