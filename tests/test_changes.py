"""What a deed changed."""

from __future__ import annotations

from digiplan_desktop.changes import EVERYTHING, Changes


def test_changes_are_false_only_when_nothing_changed() -> None:
    assert not Changes()
    assert Changes(settings=True)
    assert EVERYTHING


def test_the_union_of_changes_holds_both() -> None:
    both = Changes(enterprises=True) | Changes(events=True)
    assert both == Changes(enterprises=True, events=True)


def test_settings_alone_leave_the_figures_of_the_plan() -> None:
    assert not Changes(settings=True).targets
    assert Changes(responses=True).targets
