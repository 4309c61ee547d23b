"""What is wrong in a form, before it is known in which cell of a workbook it stands."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """One fault: a code, the node and attribute it concerns, the expression, and the offset in it.

    Codes: the codes of `XPathError`, "unknown_reference", "self_reference", "cycle", "unknown_bind",
    "missing_file", "xml", "not_a_form", "unsupported". `ring` is the nodes and attributes of a cycle, each reading
    the one before it.
    """

    code: str
    ref: str = ""
    attribute: str = ""
    expression: str = ""
    position: int = -1
    text: str = ""
    severity: str = "error"
    ring: tuple[tuple[str, str], ...] = ()


@dataclass
class Faults:
    """The faults found so far; finding one never stops the search for the next."""

    found: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Note a fault, once."""
        if fault not in self.found:
            self.found.append(fault)

    @property
    def errors(self) -> list[Fault]:
        """The faults that forbid running the form."""
        return [fault for fault in self.found if fault.severity == "error"]
