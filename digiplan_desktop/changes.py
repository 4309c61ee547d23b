"""What a deed changed, so that pages know whether to refresh."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Changes:
    """Which kinds of things differ from before the deed; falsy when nothing does."""

    enterprises: bool = False
    responses: bool = False
    rounds: bool = False
    events: bool = False
    settings: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Give the union of two sets of changes."""
        return Changes(
            **{field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        )

    def __bool__(self) -> bool:
        """Say whether anything changed at all."""
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def targets(self) -> bool:
        """Whether a figure of the plan may differ now."""
        return self.enterprises or self.responses or self.rounds or self.events


EVERYTHING = Changes(enterprises=True, responses=True, rounds=True, events=True, settings=True)
