"""What one user has open: the store, and beside it the catalogue, the plan and the questionnaires."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from digiplan_desktop import paths
from digiplan_desktop.actions import facts

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from digiplan_desktop.forms.definition import Form
    from digiplan_desktop.plan.targets import Plan
    from digiplan_desktop.register.areas import Catalogue
    from digiplan_desktop.store.storage import Store

PLAN = "kh74-2023"


class Workspace:
    """An open store with what its records refer to; what is costly to read is read when first asked for."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._forms: dict[str, Form] = {}
        store.derive = facts.Derivation(self)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The dated catalogue of provinces, districts and communes."""
        from digiplan_desktop.register.areas import Catalogue

        return Catalogue.load()

    @cached_property
    def plan(self) -> Plan:
        """The plan whose targets are followed."""
        from digiplan_desktop.plan.plan_file import load_plan

        return load_plan(paths.PLANS / f"{PLAN}.toml")

    def form(self, form_id: str) -> Form:
        """Give a compiled questionnaire by its id; raises FormUnknown, FormBroken."""
        form = self._forms.get(form_id)
        if form is None:
            from digiplan_desktop.forms.library import shipped_form

            form = self._forms[form_id] = shipped_form(form_id)
        return form

    def close(self) -> None:
        """Close the store and let others open it."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_workspace(folder: Path, *, user: str = "", demo: bool = False) -> Workspace:
    """Make a new, empty store in the folder; raises StoreExists, StoreNotWritable.

    Its revisions bear the name of `user`, or that of the account on this machine.
    """
    from getpass import getuser

    from digiplan_desktop.store.storage import Store

    return Workspace(Store.create(folder, user=user or getuser(), demo=demo))


def open_workspace(folder: Path, *, read_only: bool = False) -> Workspace:
    """Open a store; raises StoreMissing, StoreHeld, StoreTooNew, StoreDamaged."""
    from digiplan_desktop.store.storage import Store

    return Workspace(Store.open(folder, read_only=read_only))
