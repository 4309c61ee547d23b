"""What the many words for an enterprise's state mean."""

from __future__ import annotations

from functools import lru_cache

from digiplan_desktop.text import fold

STATUSES = ("active", "suspended", "dissolved", "moved", "unknown")

# The first that occurs in the folded text decides, so the special ones stand before the general ones:
# "ngừng hoạt động nhưng chưa hoàn thành thủ tục" still contains "hoạt động".
_PHRASES = (
    ("moved", "khong hoat dong tai dia chi"),
    ("moved", "khong con hoat dong tai dia chi"),
    ("moved", "khong tim thay"),
    ("moved", "khong co tai dia chi"),
    ("moved", "bo dia chi"),
    ("moved", "bo tron"),
    ("moved", "chuyen dia diem"),
    ("moved", "chuyen dia ban"),
    ("moved", "chuyen co quan thue"),
    ("moved", "chuyen tinh"),
    ("moved", "chuyen di"),
    ("moved", "da chuyen"),
    ("suspended", "tam ngung"),
    ("suspended", "tam nghi"),
    ("suspended", "tam dung"),
    ("dissolved", "giai the"),
    ("dissolved", "pha san"),
    ("dissolved", "cham dut"),
    ("dissolved", "thu hoi"),
    ("dissolved", "dong ma so thue"),
    ("dissolved", "dong mst"),
    ("dissolved", "da dong"),
    ("dissolved", "ngung hoat dong"),
    ("dissolved", "ngung hd"),
    ("dissolved", "ngung kinh doanh"),
    ("dissolved", "ngung kd"),
    ("dissolved", "dung hoat dong"),
    ("dissolved", "khong hoat dong"),
    ("dissolved", "khong con hoat dong"),
    ("dissolved", "nghi kinh doanh"),
    ("dissolved", "nghi ban"),
    ("dissolved", "bi sap nhap"),
    ("dissolved", "da ngung"),
    ("dissolved", "da nghi"),
    ("active", "hoat dong tro lai"),
    ("active", "dang hoat dong"),
    ("active", "dang hd"),
    ("active", "con hoat dong"),
    ("active", "hoat dong"),
    ("active", "dang kinh doanh"),
    ("active", "dang sxkd"),
    ("active", "binh thuong"),
    ("active", "active"),
)
_EXACT = {
    # The codes of the tax register's state of a taxpayer.
    "00": "active",
    "0": "active",
    "01": "dissolved",
    "1": "dissolved",
    "02": "moved",
    "2": "moved",
    "03": "dissolved",
    "3": "dissolved",
    "04": "active",
    "4": "active",
    "05": "suspended",
    "5": "suspended",
    "06": "moved",
    "6": "moved",
    "hd": "active",
    "dhd": "active",
    "con hd": "active",
    "co": "active",
    "nghi": "dissolved",
    "ngung": "dissolved",
}


@lru_cache(1_000)
def read_status(text: str) -> str:
    """Give active, suspended, dissolved or moved (not at its address); "unknown" for any other words."""
    folded = fold(text)
    if folded in _EXACT:
        return _EXACT[folded]
    return next((status for status, phrase in _PHRASES if phrase in folded), "unknown")
