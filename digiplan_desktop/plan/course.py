"""The straight path from a beginning to a target, and what lies ahead on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Course:
    """Dated values joined by straight lines: the beginning first, the aim on the due date last.

    Attributes:
        points: (day, value) in order of days; between the first and the last there may be earlier aims.
    """

    points: tuple[tuple[date, float], ...]

    @property
    def start(self) -> tuple[date, float]:
        """Day and value of the beginning."""
        return self.points[0]

    @property
    def end(self) -> tuple[date, float]:
        """Due date and aim."""
        return self.points[-1]

    def expected(self, day: date) -> float:
        """Give E, the value the path demands on that day; before the beginning and after the end it is flat."""
        if day <= self.points[0][0]:
            return self.points[0][1]
        for (earlier, low), (later, high) in zip(self.points, self.points[1:], strict=False):
            if day <= later:
                return low + (high - low) * (day - earlier).days / (later - earlier).days
        return self.points[-1][1]

    def ratio(self, day: date, value: float) -> float | None:
        """Give ρ = (value − b)/(E − b); None where the path has not risen yet."""
        start = self.start[1]
        demanded = self.expected(day) - start
        return (value - start) / demanded if demanded > 0 else None

    def projection(self, day: date, value: float) -> float | None:
        """Give b + (v − b)(T − t_b)/(t − t_b): where the same pace leads by the due date."""
        begun, start = self.start
        if day <= begun:
            return None
        return start + (value - start) * (self.end[0] - begun).days / (day - begun).days


def pace_needed(day: date, value: float, due: date, aim: float) -> float | None:
    """Give (a − v)/(T − t), the change per year still needed; None when it is reached or too late."""
    left = (due - day).days
    if left <= 0 or value >= aim:
        return None
    return (aim - value) / (left / 365.25)


def clamp(value: float | None, *, percent: bool, counted: bool) -> float | None:
    """Keep a projection possible: a percentage within 0-100, a count whole and not negative."""
    if value is None:
        return None
    if percent:
        return min(max(value, 0.0), 100.0)
    return float(max(math.floor(value + 1e-9), 0)) if counted else value
