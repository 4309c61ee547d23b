"""Where shipped files are, and where a user's files go."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    """Inside the package once installed or bundled, beside it in a checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


RESOURCES = _shipped("resources")
TRANSLATIONS = _shipped("translations")
FORMS = RESOURCES / "forms"
PLANS = RESOURCES / "plans"
AREAS = RESOURCES / "areas"
ICONS = RESOURCES / "icons"
FONTS = RESOURCES / "fonts"


def default_store() -> Path:
    """Give the folder of the work store when the user named none."""
    from platformdirs import user_data_path

    return user_data_path("DigiPlan", appauthor=False) / "store"
