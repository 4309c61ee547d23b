"""The last net: what nobody caught is written down and shown; a user's error is only worded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from digiplan_desktop.errors import FileMissing
from digiplan_desktop.ui import crash
from tests.helpers.pages import speak


@pytest.fixture
def shown(qapp, tmp_path: Path, monkeypatch) -> list[tuple[str, str]]:
    speak("vi")
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "digiplan_desktop.ui.dialogs.show_message",
        lambda _p, _t, text, details="": told.append((text, details)),
    )
    monkeypatch.setattr(crash, "crash_file", lambda: tmp_path / "logs" / "crash.log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install_crash_hook()
    return told


def _raise(error: BaseException) -> None:
    try:
        raise error
    except BaseException as caught:  # noqa: BLE001 (the interpreter hands any error to the hook)
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_a_bug_is_written_to_a_file_and_shown_with_its_trace(shown, tmp_path: Path, capsys):
    _raise(RuntimeError("a bug of ours"))

    ((text, details),) = shown
    assert str(tmp_path / "logs" / "crash.log") in text
    assert "a bug of ours" in details
    assert "a bug of ours" in (tmp_path / "logs" / "crash.log").read_text("utf-8")
    assert "a bug of ours" in capsys.readouterr().err


def test_a_second_crash_does_not_hide_the_first(shown, tmp_path: Path, capsys):
    _raise(RuntimeError("first"))
    _raise(RuntimeError("second"))

    report = (tmp_path / "logs" / "crash.log").read_text("utf-8")
    assert "first" in report
    assert "second" in report
    assert capsys.readouterr().err


def test_a_users_error_is_worded_and_not_written_down(shown, tmp_path: Path):
    _raise(FileMissing(Path("ds.xlsx")))

    assert shown[0][0].startswith("Không có tệp “ds.xlsx”")
    assert not (tmp_path / "logs").exists()
