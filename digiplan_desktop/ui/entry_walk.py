"""The ways through a questionnaire by keys: on and back, by section, by number, to what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from digiplan_desktop.ui.entry_outline import Outline
    from digiplan_desktop.ui.entry_page import EntryPage

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


class EntryWalk(QObject):
    """Says what each key of the entry page does; every move leaves the field first, which saves it."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page = page
        key = Qt.Key
        self._keys: dict[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[], object]] = {
            (_CTRL, key.Key_PageDown): lambda: self.turn(1),
            (_CTRL, key.Key_PageUp): lambda: self.turn(-1),
            (_CTRL, key.Key_Z): self.undo,
            (_CTRL, key.Key_S): page.flush,
            (_NONE, key.Key_F6): page.jump.begin,
            (_NONE, key.Key_F8): self.next_problem,
            (_NONE, key.Key_F9): lambda: page.side.setVisible(page.side.isHidden()),
            (_NONE, key.Key_Escape): self._escape,
        }
        for enter in (key.Key_Return, key.Key_Enter):
            self._keys[_NONE, enter] = self._enter
            self._keys[_SHIFT, enter] = lambda: self.step(-1)
            self._keys[_CTRL, enter] = self.ask_reason
            self._keys[_CTRL | _SHIFT, enter] = page.complete

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; say whether it means anything."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        call = self._keys.get((modifiers, Qt.Key(event.key())))
        if call is not None:
            call()
        return call is not None

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) question that applies; past the last, offer to complete."""
        page, current = self._page, self._page.form.current
        if page.jump.line.hasFocus():
            self._escape()
            return
        page.form.commit(going_on=True)
        outline = self._outline
        if outline is None:
            return
        wanted = outline.following(current, step) if current else outline.order[-1] if step < 0 else None
        if wanted is not None:
            page.form.go_to(wanted)
        elif step > 0:
            page.form.show_visited([current])
            page.form.go_to_finish()

    def turn(self, step: int) -> None:
        """Go to the next or previous section."""
        outline = self._outline
        if outline is not None:
            self._page.form.commit()
            self.open_section(outline.section_index(self._page.form.current) + step)

    def open_section(self, index: int) -> None:
        """Go to the first question of a section that misses its answer, else to its first."""
        outline = self._outline
        if outline is None or not 0 <= index < len(outline.sections):
            return
        asked = outline.asked(index)
        missing = [ref for ref in asked if ref in outline.missing]
        if asked:
            self._page.form.go_to(missing[0] if missing else asked[0])

    def next_problem(self) -> None:
        """Go to the next answer that is wrong, doubtful or missing."""
        self._page.form.commit()
        outline = self._outline
        wanted = outline.next_problem(self._page.form.current) if outline is not None else None
        if wanted is not None:
            self._page.form.go_to(wanted)
            self._page.form.show_visited([wanted])

    def ask_reason(self) -> None:
        """Open the line for a reason: of this question, or of the one whose doubt came up as it was left."""
        form, work = self._page.form, self._page.work
        form.commit()
        here = form.current_row()
        if work is None or (here is not None and here.ask_reason()):
            return
        behind = form.row(work.doubt)
        if behind is not None:
            form.go_to(work.doubt)
            behind.ask_reason()

    def undo(self) -> None:
        """Take the last answer back and go there."""
        work = self._page.work
        ref = work.undo() if work is not None else ""
        if ref:
            self._page.form.go_to(ref)

    @property
    def _outline(self) -> Outline | None:
        return self._page.work.outline if self._page.work is not None else None

    def _enter(self) -> None:
        if self._page.jump.line.hasFocus():
            self._jump()
        else:
            self.step(1)

    def _escape(self) -> None:
        page = self._page
        if page.jump.isHidden():
            page.leave()
        else:
            page.form.go_to(page.form.current)
            page.jump.hide()

    def _jump(self) -> None:
        page, outline = self._page, self._outline
        wanted = outline.find_number(page.jump.line.text()) if outline is not None else None
        if wanted is None:
            page.jump.refuse()
        else:
            page.form.go_to(wanted)
            page.jump.hide()
