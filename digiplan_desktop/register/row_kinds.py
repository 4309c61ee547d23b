"""Telling the rows of a list apart: enterprises, totals, groups, signatures, repeated headings, blanks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digiplan_desktop.register.area_names import COMMUNE_KINDS, DISTRICT_KINDS, split_kind
from digiplan_desktop.register.headings import is_numbering
from digiplan_desktop.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digiplan_desktop.register.areas import Catalogue

_SEQUENCE = re.compile(r"^\d+(?:[.,]\d+)*\.?$")
_ROMAN = re.compile(r"^(?:[IVX]{1,5}|[A-H])[.)]?$")
_ENUMERATION = re.compile(r"^\s*(?:(?:mục|phần)\s+)?(?:[IVX]{1,5}|[A-H]|\d{1,3})\s*[.):/-]\s*", re.IGNORECASE)
_ROMAN_START = re.compile(r"^\s*(?:[IVX]{1,5}|[A-H])\s*[.):/]\s*\S")
_COUNT_END = re.compile(
    r"\s*(?:[(:\[-]\s*)?\d+\s*(?:dn|doanh nghiệp|đơn vị|cơ sở|hộ|htx)?\s*[)\]]?\s*$", re.IGNORECASE
)
_TOTAL = re.compile(
    r"^(?:tong cong(?! ty\b)|tong so|tong hop chung|luy ke|mang sang|chuyen trang|grand total"
    r"|(?:toan|ca) (?:tinh|huyen|thanh pho|tp|thi xa|tx|xa|phuong)(?=$| )"
    r"|(?:tong|cong|total)(?=$| (?:[ivx]+|\d+|dn|doanh nghiep|don vi|co so|ho|htx|trang|toan|xa|phuong|huyen"
    r"|thi|tx|tt|thanh pho|tp|tinh|chung|nhom|muc)\b))"
)
_SUM_OF = re.compile(r"^\s*(?:cộng|tổng)\s+(?P<of>\S.*)", re.IGNORECASE)
_AREA_LABEL = re.compile(
    r"^\s*(?:địa bàn|khu vực|đơn vị)\s*:?\s*(?=xã|phường|thị trấn|huyện|tp|thành phố)", re.IGNORECASE
)
_BULLET = re.compile(r"^[*+\u2022-]")
_ENTERPRISE = re.compile(
    r"^(?:tong cong ty|cong ty|cty|ct tnhh|chi nhanh|cn |doanh nghiep|dntn|dn |hop tac xa|htx|ho kinh doanh|hkd|ho kd"
    r"|cua hang|co so|nha may|nha thuoc|quay thuoc|van phong|vpdd|ngan hang|quy tin dung|tap doan|xi nghiep"
    r"|lien hiep|truong |trung tam|khach san|nha hang|nha nghi|dai ly|tiem |quan |shop|phong kham|benh vien|cafe"
    r"|ca phe|to hop tac|tht |diem kinh doanh|vien |tram |garage|gara |salon|spa )"
)
_FORM_ALONE = re.compile(
    r"^(?:khoi |loai hinh |nhom |cac )?"
    r"(?:doanh nghiep|dn|cong ty|cty|hop tac xa|htx|ho kinh doanh|hkd|chi nhanh|van phong dai dien)"
    r"(?: (?:tu nhan|nha nuoc|co phan|cp|tnhh|hop danh|fdi|co von dau tu nuoc ngoai"
    r"|mot thanh vien|mtv|1 thanh vien|1 tv"
    r"|hai thanh vien tro len|2 thanh vien tro len|2 tv|ngoai nha nuoc|nong nghiep))*$"
)
_AFTER = re.compile(
    r"^(?:nguoi lap|lap bieu|nguoi kiem tra|nguoi tong hop|nguoi kiem soat|thu truong|ke toan truong"
    r"|giam doc so|chu tich|pho chu tich|truong phong|pho truong phong|tm |tm$|kt |tl |tuq |noi nhan|ghi chu"
    r"|luu y|nguon|ky ten|ky ghi|ky dong dau|ky va ghi|ky ho ten|ho ten va chu ky|xac nhan|can bo|cong chuc"
    r"|dai dien|ubnd|uy ban nhan dan|cuc truong|chi cuc truong|giam doc$|pho giam doc|ngay lap"
    r"|danh sach (?:nay )?(?:gom|co)|danh sach an dinh|bang chu|nhu tren|luu vt)"
)
PLACE_AND_DAY = re.compile(r"ngày[\s.\u2026\d]*tháng[\s.\u2026\d]*năm", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:trang \d|trong do|danh sach|bang |bieu |phu luc|kem theo|ban hanh kem|tong hop|don vi tinh|dvt"
    r"|cong hoa xa hoi|doc lap tu do)"
)
_SUMMED = ("capital", "emp", "revenue", "other_count", "note")
_FEW = 3


@dataclass(frozen=True)
class RowKind:
    """What a row is: "enterprise" or a reason of `reasons.SKIPS`; a group may name an area."""

    name: str
    area_text: str = ""
    district_text: str = ""


ENTERPRISE = RowKind("enterprise")


class RowReader:
    """Tells the kinds of one list's rows; remembers whether the signatures have begun."""

    def __init__(
        self, columns: Mapping[str, int], heading: Sequence[Sequence[str]], catalogue: Catalogue
    ) -> None:
        self._name = columns["name"]
        self._code = columns.get("tax_code")
        self._sequence = columns.get("seq")
        self._data_columns = frozenset(
            column for name, column in columns.items() if name not in {"seq", "name"}
        )
        self._sums = frozenset(columns[name] for name in _SUMMED if name in columns)
        self._heading = [[fold(text) for text in row] for row in heading]
        self._catalogue = catalogue
        self._ended = False

    def read(self, texts: Sequence[str], *, spans: bool = False) -> RowKind:
        """Give the kind of a row of clean texts; `spans` says that its first text covers several columns."""
        filled = [text for text in texts if text]
        if not filled:
            return RowKind("blank")
        if self._has_code(texts):
            self._ended = False
            return ENTERPRISE
        if is_numbering(texts) and (_at(texts, self._name) or len(filled) > _FEW):
            return RowKind("numbering")
        if self._repeats_heading(texts):
            self._ended = False
            return RowKind("repeated_heading")
        return self._read_words(texts, filled, spans=spans)

    def _read_words(self, texts: Sequence[str], filled: Sequence[str], *, spans: bool) -> RowKind:
        words = [text for text in filled if any(char.isalpha() for char in text)]
        sequence = _at(texts, self._sequence)
        if not words:
            return self._read_numbers(texts, sequence)
        # A row that has its number in the list and is not empty otherwise stands for an enterprise.
        numbered = bool(_SEQUENCE.match(sequence))
        group = self._read_group(texts, words, spans=spans)
        if numbered:
            return group or ENTERPRISE
        total = self._read_total(words)
        if group and (group.area_text or group.district_text):
            return total or group
        after = None if _ENTERPRISE.match(fold(_at(texts, self._name))) else self._read_after(words)
        return total or after or group or self._read_title(words)

    def _read_numbers(self, texts: Sequence[str], sequence: str) -> RowKind:
        """Numbers alone: a sum, an empty row numbered in advance, or what is left of an enterprise without its name."""
        if any(_at(texts, column) for column in self._data_columns - self._sums):
            return ENTERPRISE
        return RowKind("number_only" if sequence else "total")

    def _read_total(self, words: Sequence[str]) -> RowKind | None:
        return (
            RowKind("total") if any(_is_total(text) or self._sums_area(text) for text in words[:2]) else None
        )

    def _sums_area(self, text: str) -> bool:
        """Recognise "Cộng Ea Kar": a sum with the bare name of a place."""
        found = _SUM_OF.match(text)
        return found is not None and self._area(found["of"].strip(" :.-"), by_name=True) is not None

    def _read_after(self, words: Sequence[str]) -> RowKind | None:
        """Recognise where signatures or notes begin."""
        if len(words) > _FEW:
            return None
        self._ended |= any(_AFTER.match(fold(text)) or PLACE_AND_DAY.search(text) for text in words)
        return RowKind("after_table") if self._ended and not self._is_title(words) else None

    def _read_title(self, words: Sequence[str]) -> RowKind:
        return RowKind("title") if self._is_title(words) else ENTERPRISE

    def _is_title(self, words: Sequence[str]) -> bool:
        return len(words) == 1 and bool(_TITLE.match(fold(words[0])))

    def _has_code(self, texts: Sequence[str]) -> bool:
        return sum(char.isdigit() for char in _at(texts, self._code)) >= 8

    def _repeats_heading(self, texts: Sequence[str]) -> bool:
        """Say whether most cells repeat those of one of the heading's rows."""
        filled = sum(map(bool, texts))
        for row in self._heading:
            same = sum(bool(title) and fold(text) == title for text, title in zip(texts, row, strict=False))
            if same >= 2 and same >= 0.6 * filled:
                return True
        return False

    def _read_group(self, texts: Sequence[str], words: Sequence[str], *, spans: bool) -> RowKind | None:
        """Recognise a line over the rows that belong together: "I. Xã Ea Kar (12 DN)", "Công ty cổ phần"."""
        sequence = _at(texts, self._sequence)
        marked = bool(_ROMAN.match(sequence)) or any(_ROMAN_START.match(text) for text in words[:1])
        words = [text for text in words if not _ROMAN.match(text)]
        if not words or len(words) > 2:
            return None
        place = list(texts).index(words[0])
        if place in self._data_columns and not spans:
            return None
        bare = _AREA_LABEL.sub("", _COUNT_END.sub("", _ENUMERATION.sub("", words[0]))).strip(" :.-")
        area = self._area(bare, by_name=spans or marked)
        if area and not _ENTERPRISE.match(fold(bare)):
            return area
        if len(words) > 1:
            return None
        named = bool(_at(texts, self._name)) and _ENTERPRISE.match(fold(bare))
        if marked or _BULLET.match(words[0]) or _FORM_ALONE.match(fold(bare)) or (spans and not named):
            return RowKind("group")
        return RowKind("group") if place != self._name and not sequence else None

    def _area(self, text: str, *, by_name: bool) -> RowKind | None:
        """Give the area that a line names, by its kind word or, in a line that is surely a group, by its name."""
        kind, name = split_kind(text)
        if kind in COMMUNE_KINDS and self._catalogue.names_commune(text):
            return RowKind("group", area_text=text)
        if (kind in DISTRICT_KINDS or (by_name and not kind)) and self._catalogue.find_district(text):
            return RowKind("group", district_text=text)
        if by_name and not kind and name and self._catalogue.names_commune(text):
            return RowKind("group", area_text=text)
        return None


def _at(texts: Sequence[str], column: int | None) -> str:
    return texts[column] if column is not None and column < len(texts) else ""


def _is_total(text: str) -> bool:
    """Say whether a text begins a sum. "Cộng" is one, but "Công ty" folds to the same beginning."""
    bare = _ENUMERATION.sub("", text).strip()
    return not bare.lower().startswith("công") and bool(_TOTAL.match(fold(bare)))
