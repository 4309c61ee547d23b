"""Functions on geopoints, traces and shapes (ODK XForms §8): metres on a sphere of the earth's equatorial radius."""

from __future__ import annotations

import itertools
import math
from itertools import pairwise

from digiplan_desktop.forms.xpath.context import EvaluationError
from digiplan_desktop.forms.xpath.function import Function
from digiplan_desktop.forms.xpath.values import Value, string_of

EARTH_RADIUS = 6_378_100.0

Point = tuple[float, float]


def read_point(text: str) -> Point | None:
    """Read "latitude longitude [altitude [accuracy]]" in degrees; None when it is none."""
    parts = text.split()
    if not 2 <= len(parts) <= 4:
        return None
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError:
        return None
    inside = abs(latitude) <= 90 and abs(longitude) <= 180
    return (latitude, longitude) if inside else None


def _points(values: tuple[Value, ...]) -> list[Point] | None:
    texts: list[str] = []
    for value in values:
        parts = [node.string() for node in value] if isinstance(value, list) else [string_of(value)]
        texts += [point for part in parts for point in part.split(";") if point.strip()]
    points = [read_point(text) for text in texts]
    found = [point for point in points if point is not None]
    return found if len(found) == len(points) else None


def _metres(start: Point, end: Point) -> float:
    """Give the great-circle distance by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (start, end))
    square = math.sin((lat2 - lat1) / 2) ** 2
    square += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, square)))


def _distance(*values: Value) -> float:
    """Give the length of a trace in metres, to the centimetre as web-forms does."""
    points = _points(values)
    if not points:
        raise EvaluationError("no points")
    return round(math.fsum(_metres(a, b) for a, b in pairwise(points)), 2)


def _area(*values: Value) -> float:
    """Give the area of a shape in square metres (spherical excess by longitudes and latitudes)."""
    points = _points(values)
    if points is None or len(points) < 3:
        return 0.0
    ring = [*points, points[0]]
    total = math.fsum(
        math.radians(lon2 - lon1) * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
        for (lat1, lon1), (lat2, lon2) in itertools.pairwise(ring)
    )
    return round(abs(total * EARTH_RADIUS * EARTH_RADIUS / 2), 2)


def _geofence(place: Value, *shape: Value) -> bool:
    """Say whether a point lies in a shape: an odd number of edges lie to its one side."""
    point = read_point(string_of(place))
    points = _points(shape)
    if point is None or not points:
        return False
    latitude, longitude = point
    inside = False
    for (lat1, lon1), (lat2, lon2) in zip(points, points[1:] + points[:1], strict=True):
        if (lon1 > longitude) != (lon2 > longitude):
            crossing = (lat2 - lat1) * (longitude - lon1) / (lon2 - lon1) + lat1
            inside ^= latitude < crossing
    return inside


FUNCTIONS = (
    Function("distance", _distance, "value+"),
    Function("area", _area, "value+"),
    Function("geofence", _geofence, "value value"),
)
