"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.helpers.sources import PACKAGE, modules, place, project_files, tree_of

LINES_IN_A_FILE = 350
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP"}
# The two places where a bug is caught, to be shown to the user and logged.
CRASH_HOOKS = {PACKAGE / "app.py", PACKAGE / "ui" / "tasks.py"}
STUBS = (
    "raise NotImplementedError",
    "TO" + "DO",
    "FIX" + "ME",
    "pytest.skip",
    "mark.skip",
    "mark.xfail",
    "unittest.mock",
)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _is_translation(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node) in TRANSLATING


def _formatted_translations(tree: ast.AST) -> Iterator[ast.AST]:
    for call in _calls(tree):
        if _name(call) in TRANSLATING and any(isinstance(argument, ast.JoinedStr) for argument in call.args):
            yield call
    for text in ast.walk(tree):
        if isinstance(text, ast.JoinedStr) and any(_is_translation(node) for node in ast.walk(text)):
            yield text


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=module, names=names):
            return [f"{module}.{name.name}" for name in names]
    return []


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False  # it only cleans up and lets the exception go on
    if handler.type is None:
        return True
    return any(
        isinstance(node, ast.Name) and node.id in {"Exception", "BaseException"}
        for node in ast.walk(handler.type)
    )


def test_the_rule_against_f_strings_in_translations_finds_both_forms():
    assert [*_formatted_translations(ast.parse("self.tr(f'{n} rows')"))]
    assert [*_formatted_translations(ast.parse("f'{self.tr(\"rows\")}'"))]
    assert not [*_formatted_translations(ast.parse("self.tr('{n} rows').format(n=n)"))]


def test_no_translated_text_is_or_stands_in_an_f_string():
    found = [place(path, node) for path in modules() for node in _formatted_translations(tree_of(path))]

    assert found == [], "lupdate cannot read these; use .format() on the translated text"


def test_package_files_named_init_import_nothing():
    found = [
        place(path, node)
        for path in modules()
        if path.name == "__init__.py"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert found == [], "import from the module that has the thing: a convenience here slows every start"


def test_pyplot_is_never_imported():
    found = [
        place(path, node)
        for path in modules()
        for node in ast.walk(tree_of(path))
        if any("pyplot" in name for name in _imported(node))
    ]

    assert found == [], "pyplot keeps every figure alive and is bound to one thread: use Figure"


def test_only_the_crash_hooks_catch_every_exception():
    found = [
        place(path, node)
        for path in modules()
        if path not in CRASH_HOOKS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]

    assert found == [], "name the exception that is meant; a bug must reach the crash hook"


def test_no_module_is_longer_than_one_subject_needs():
    lengths = {place(path): len(path.read_text("utf-8").splitlines()) for path in modules()}

    assert {path: lines for path, lines in lengths.items() if lines > LINES_IN_A_FILE} == {}


def test_nothing_is_left_for_later_or_passed_over():
    this_file = Path(__file__)
    found = [
        f"{place(path)}: {word}"
        for path in project_files()
        if path.suffix == ".py" and path != this_file
        for word in STUBS
        if word in path.read_text("utf-8")
    ]

    assert found == []


def test_test_files_have_names_of_their_own():
    names = [path.name for path in project_files() if path.name.startswith("test_") and path.suffix == ".py"]

    assert sorted(names) == sorted(set(names))
