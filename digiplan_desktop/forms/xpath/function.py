"""How a function of the library is described: its name, its parameters and the pure function behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Function:
    """One function of the library.

    Attributes:
        signature: parameter kinds apart by blanks: string, number, boolean, nodes, value (unconverted) or
            lazy (the evaluator itself). "?" marks an optional one, "*" and "+" the last, repeated one.
        contextual: whether `call` takes the `Context` before its arguments.
    """

    name: str
    call: Callable[..., Any]
    signature: str = ""
    contextual: bool = False

    @property
    def least(self) -> int:
        """The smallest number of arguments."""
        return sum(1 for kind in self.signature.split() if kind[-1] not in "?*")

    @property
    def most(self) -> int | None:
        """The largest number of arguments; None without a limit."""
        kinds = self.signature.split()
        return None if kinds and kinds[-1][-1] in "*+" else len(kinds)

    def kinds(self, count: int) -> list[str]:
        """Give the kind of each of `count` arguments."""
        kinds = [kind.rstrip("?*+") for kind in self.signature.split()]
        return (kinds + kinds[-1:] * count)[:count]

    def takes(self, count: int) -> bool:
        """Say whether the function may be called with so many arguments."""
        return self.least <= count and (self.most is None or count <= self.most)


Library = Mapping[str, Function]


def library_of(*groups: tuple[Function, ...]) -> dict[str, Function]:
    """Give the functions of several groups by name; later ones win."""
    return {function.name: function for group in groups for function in group}
