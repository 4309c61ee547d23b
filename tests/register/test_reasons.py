from __future__ import annotations

import ast
import re
from pathlib import Path

from digiplan_desktop import register
from digiplan_desktop.paths import RESOURCES
from digiplan_desktop.register.reasons import REASONS, REFUSALS, SKIPS, WARNINGS


def test_every_code_is_short_and_stands_once():
    assert len(set(REASONS)) == len(REASONS) == len(REFUSALS) + len(SKIPS) + len(WARNINGS)
    assert all(re.fullmatch(r"[a-z][a-z_]{3,30}", reason) for reason in REASONS)


def test_every_code_is_given_somewhere_in_the_package():
    folder = Path(next(iter(register.__path__)))
    given = {
        node.value
        for path in folder.glob("*.py")
        if path.name != "reasons.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(REASONS) <= given


def test_the_tables_the_package_reads_are_shipped():
    assert {path.name for path in (RESOURCES / "register").iterdir()} >= {
        "import_header_synonyms.csv",
        "legacy_encodings_tcvn3_vni.csv",
        "sme_size_nd80.csv",
        "vsic_sections.csv",
        "vsic_ict.csv",
    }
