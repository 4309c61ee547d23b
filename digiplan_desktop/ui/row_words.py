"""The words for what the register says of a row of a list: refused, passed over, or to be looked at."""

from __future__ import annotations

from digiplan_desktop.ui.language import QT_TRANSLATE_NOOP

ROW_WORDS: dict[str, str] = {
    # refused
    "name_missing": QT_TRANSLATE_NOOP("rows", "The enterprise has no name. Type the name in the list."),
    "lost_digits": QT_TRANSLATE_NOOP(
        "rows", "Excel turned the tax code into a rounded number; digits are lost. Type it again as text."
    ),
    "tax_code_shape": QT_TRANSLATE_NOOP(
        "rows", "A tax code has 10 digits, or 13 for a branch. Correct it, or leave it empty."
    ),
    "duplicate": QT_TRANSLATE_NOOP(
        "rows", "An earlier row has this enterprise already, and was taken. Compare the two and keep one."
    ),
    # passed over
    "before_heading": QT_TRANSLATE_NOOP("rows", "Above the heading"),
    "heading": QT_TRANSLATE_NOOP("rows", "Heading"),
    "numbering": QT_TRANSLATE_NOOP("rows", "Row of column numbers"),
    "blank": QT_TRANSLATE_NOOP("rows", "Empty row"),
    "number_only": QT_TRANSLATE_NOOP("rows", "Only a running number"),
    "repeated_heading": QT_TRANSLATE_NOOP("rows", "Heading repeated on a new page"),
    "title": QT_TRANSLATE_NOOP("rows", "Title row"),
    "group": QT_TRANSLATE_NOOP("rows", "Group heading"),
    "total": QT_TRANSLATE_NOOP("rows", "Total row"),
    "after_table": QT_TRANSLATE_NOOP("rows", "Below the table"),
    "other_sheet": QT_TRANSLATE_NOOP("rows", "Another sheet that was not read"),
    # taken in, to be looked at
    "tax_code_check_digit": QT_TRANSLATE_NOOP(
        "rows", "The check digit of the tax code is wrong; one digit may be mistyped."
    ),
    "leading_zero_restored": QT_TRANSLATE_NOOP(
        "rows", "Excel had dropped the leading zero; it was put back."
    ),
    "personal_id": QT_TRANSLATE_NOOP(
        "rows", "This is a personal number of 12 digits, as household businesses have it."
    ),
    "control_characters": QT_TRANSLATE_NOOP("rows", "Invisible characters were taken out."),
    "legacy_encoding": QT_TRANSLATE_NOOP(
        "rows", "The text is in an old font encoding (TCVN3 or VNI). Check the letters."
    ),
    "second_list": QT_TRANSLATE_NOOP(
        "rows", "A second list with the same headings stands beside this one; it was not read. Put it below."
    ),
    "area_unknown": QT_TRANSLATE_NOOP(
        "rows", "No commune of this name is known. Decide in which commune it lies."
    ),
    "area_ambiguous": QT_TRANSLATE_NOOP(
        "rows", "Several communes have this name. Add the district, or decide which it is."
    ),
    "area_doubtful": QT_TRANSLATE_NOOP("rows", "The commune was recognised by a similar name. Check it."),
    "area_split": QT_TRANSLATE_NOOP("rows", "This commune was divided; the larger part was taken. Check it."),
    "area_missing": QT_TRANSLATE_NOOP("rows", "The row names no commune."),
    "date_unreadable": QT_TRANSLATE_NOOP("rows", "The date cannot be read and was left out."),
    "date_year_only": QT_TRANSLATE_NOOP("rows", "Only the year is given; the date was left out."),
    "date_month_only": QT_TRANSLATE_NOOP("rows", "Only month and year are given; the date was left out."),
    "date_month_first": QT_TRANSLATE_NOOP("rows", "The date was read with the month first. Check it."),
    "date_future": QT_TRANSLATE_NOOP("rows", "The date lies in the future. Check it."),
    "capital_unreadable": QT_TRANSLATE_NOOP("rows", "The capital cannot be read and was left out."),
    "capital_unit_guessed": QT_TRANSLATE_NOOP(
        "rows", "The unit of the capital was inferred from its size. Check it."
    ),
    "emp_unreadable": QT_TRANSLATE_NOOP("rows", "The number of employees cannot be read and was left out."),
    "phone_doubtful": QT_TRANSLATE_NOOP("rows", "This does not look like a telephone number."),
    "email_doubtful": QT_TRANSLATE_NOOP("rows", "This does not look like an e-mail address."),
    "vsic_unreadable": QT_TRANSLATE_NOOP("rows", "The industry code cannot be read and was left out."),
    "status_unknown": QT_TRANSLATE_NOOP(
        "rows", "The state of the enterprise is not recognised; it is kept as “unknown”."
    ),
    "same_name_and_area": QT_TRANSLATE_NOOP(
        "rows", "Another enterprise has the same name in the same commune. Check whether they are one."
    ),
}
