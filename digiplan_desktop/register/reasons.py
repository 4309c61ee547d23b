"""Why a row was refused or passed over, and what in a row deserves a look: codes without words."""

from __future__ import annotations

REFUSALS = (
    "name_missing",
    "lost_digits",
    "tax_code_shape",
    "duplicate",
)
"""The row is not taken into the register."""

SKIPS = (
    "before_heading",
    "heading",
    "numbering",
    "blank",
    "number_only",
    "repeated_heading",
    "title",
    "group",
    "total",
    "after_table",
    "other_sheet",
)
"""The row is no enterprise."""

WARNINGS = (
    "tax_code_check_digit",
    "leading_zero_restored",
    "personal_id",
    "control_characters",
    "legacy_encoding",
    "second_list",
    "area_unknown",
    "area_ambiguous",
    "area_doubtful",
    "area_split",
    "area_missing",
    "date_unreadable",
    "date_year_only",
    "date_month_only",
    "date_month_first",
    "date_future",
    "capital_unreadable",
    "capital_unit_guessed",
    "emp_unreadable",
    "phone_doubtful",
    "email_doubtful",
    "vsic_unreadable",
    "status_unknown",
    "same_name_and_area",
)
"""The row is taken; a person should look at the value."""

REASONS = REFUSALS + SKIPS + WARNINGS
"""Every code: the table of words must have each of them."""
