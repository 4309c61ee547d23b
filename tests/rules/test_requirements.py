"""What the package imports is what `pyproject.toml` asks for, and what is asked for is used."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.helpers.sources import ROOT, modules, tree_of

# Brought by a declared package of the same wheel.
BESIDE = {"shiboken6": "pyside6-essentials"}


def _imported() -> set[str]:
    names = set()
    for path in modules():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                names |= {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"digiplan_desktop"}


def _declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        requirement.partition(">")[0].partition("=")[0].lower() for requirement in project["dependencies"]
    }


def _distributions(name: str) -> set[str]:
    found = packages_distributions().get(name, [name])
    return {BESIDE.get(one.lower(), one.lower().replace("_", "-")) for one in found}


def test_every_imported_library_is_asked_for():
    assert {name for name in _imported() if not _distributions(name) & _declared()} == set()


def test_every_library_asked_for_is_imported():
    used = set().union(*(_distributions(name) for name in _imported()))

    assert _declared() - used == set()
