"""An invented register for demonstrations: no line of it is a real enterprise, and each says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from digiplan_desktop.register.areas import Catalogue
    from digiplan_desktop.store.canon import Value

# Invented numbers of enterprises by old district, about as uneven as a province with one city is.
DISTRICTS = {
    "D643-1": 5430,
    "D644-1": 690,
    "D645-1": 620,
    "D646-1": 250,
    "D647-1": 230,
    "D648-1": 720,
    "D649-1": 240,
    "D650-1": 480,
    "D651-1": 760,
    "D652-1": 270,
    "D653-1": 260,
    "D654-1": 850,
    "D655-1": 430,
    "D656-1": 215,
    "D657-1": 630,
}
SIZES = {"micro": 0.70, "small": 0.245, "medium": 0.041, "large": 0.014}
STAFF = {"micro": (1, 9), "small": (11, 48), "medium": (52, 98), "large": (110, 900)}
CAPITAL = {
    "micro": (200, 2_900),
    "small": (3_200, 19_000),
    "medium": (21_000, 95_000),
    "large": (110_000, 900_000),
}

_FORMS = (
    ("Công ty TNHH", 0.62),
    ("Công ty TNHH MTV", 0.2),
    ("Công ty Cổ phần", 0.12),
    ("Doanh nghiệp tư nhân", 0.06),
)
_TRADES = (
    ("Cà phê", "Chế biến và kinh doanh cà phê"),
    ("Nông sản", "Thu mua, chế biến nông sản"),
    ("Hồ tiêu", "Kinh doanh hồ tiêu, điều"),
    ("Xây dựng", "Xây dựng công trình dân dụng"),
    ("Thương mại", "Bán buôn, bán lẻ tổng hợp"),
    ("Vận tải", "Vận tải hàng hóa đường bộ"),
    ("Vật liệu", "Bán vật liệu xây dựng"),
    ("Du lịch", "Dịch vụ lưu trú, lữ hành"),
    ("Cơ khí", "Gia công cơ khí"),
    ("Công nghệ", "Lập trình, dịch vụ công nghệ thông tin"),
    ("Dược phẩm", "Bán lẻ thuốc, dụng cụ y tế"),
    ("Nội thất", "Sản xuất đồ gỗ nội thất"),
)
_NAMES = (
    "Ban Mai",
    "Bình Minh",
    "Cao Nguyên",
    "Đại Ngàn",
    "Đức Phát",
    "Gia Hưng",
    "Hòa Phú",
    "Hồng Đào",
    "Hưng Thịnh",
    "Khánh Linh",
    "Lộc Phát",
    "Minh Quân",
    "Nam Tây Nguyên",
    "Ngọc Ánh",
    "Phúc An",
    "Quang Trung",
    "Sông Sêrêpốk",
    "Thành Công",
    "Thiên Phú",
    "Tín Nghĩa",
    "Trường Sơn",
    "Việt Hà",
    "Xuân Trường",
    "Ý Nhi",
)
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Niê", "Êban", "Mlô", "Ayŭn")
_GIVEN = (
    "Văn Hùng",
    "Thị Lan",
    "Minh Tuấn",
    "Thị Hương",
    "Quốc Bảo",
    "H'Linh",
    "Y Thịnh",
    "Ngọc Mai",
    "Đức Anh",
)
_STREETS = ("Lê Duẩn", "Nguyễn Tất Thành", "Hùng Vương", "Phan Chu Trinh", "Y Jút", "Trần Phú", "Quang Trung")


@dataclass(frozen=True)
class Invented:
    """One invented enterprise: its tax code and the fields of its record."""

    tax_code: str
    fields: dict[str, str | int | bool]

    @property
    def changes(self) -> dict[str, Value]:
        """The fields as paths of the record."""
        return {f"m/{name}": value for name, value in self.fields.items()}


@dataclass(frozen=True)
class _Place:
    serial: int
    district: str
    area: str


def invent_enterprises(wanted: int, catalogue: Catalogue, random: Random) -> Iterator[Invented]:
    """Give `wanted` enterprises of the old province, spread over its districts and sizes.

    The same state of `random` gives the same ones.
    """
    communes = {group.district.uid: group.communes for group in catalogue.district_groups("old")}
    for serial, (district, tax_code) in enumerate(zip(_shares(wanted), invented_tax_codes(), strict=False)):
        # The commune of the old district town has more of them than the others.
        here = communes[district]
        area = here[0] if random.random() < 0.35 else random.choice(here)
        yield _invent(tax_code, _Place(serial, district, area.uid), random)


def _shares(wanted: int) -> list[str]:
    total = sum(DISTRICTS.values())
    exact = {district: wanted * size / total for district, size in DISTRICTS.items()}
    whole = {district: int(share) for district, share in exact.items()}
    rest = sorted(exact, key=lambda district: whole[district] - exact[district])[
        : wanted - sum(whole.values())
    ]
    return [district for district in DISTRICTS for _ in range(whole[district] + (district in rest))]


def _invent(tax_code: str, place: _Place, random: Random) -> Invented:
    size = _pick(tuple(SIZES.items()), random)
    form = _pick(_FORMS, random)
    trade, activity = random.choice(_TRADES)
    return Invented(
        tax_code,
        {
            "name": f"{form} {trade} {random.choice(_NAMES)} {place.serial % 97 + 1}",
            "tax_code": tax_code,
            "area": place.area,
            "district": place.district,
            "address": f"Số {random.randint(1, 480)} đường {random.choice(_STREETS)}",
            "legal_rep": f"{random.choice(_FAMILIES)} {random.choice(_GIVEN)}",
            "phone": f"0262 3{random.randint(100000, 999999)}",
            "legal_form": form,
            "activity": activity,
            "capital": str(random.randint(*CAPITAL[size])),
            "reg_date": (date(2000, 1, 3) + timedelta(days=random.randint(0, 9_300))).isoformat(),
            "emp": random.randint(*STAFF[size]),
            "status": "suspended" if random.random() < 0.02 else "active",
            "size": size,
            "invented": True,
        },
    )


def invented_tax_codes() -> Iterator[str]:
    """Give tax codes with a right check digit under prefix 99, which no province has, in rising order.

    The weights are those of the ten-digit code of the tax authority (python-stdnum `vn.mst`); a number whose check
    would be ten is no code and is passed over.
    """
    from stdnum.vn import mst

    for number in count(990_000_000):
        yield from (f"{number}{check}" for check in "0123456789" if mst.is_valid(f"{number}{check}"))


def _pick(choices: Sequence[tuple[str, float]], random: Random) -> str:
    return random.choices([name for name, _ in choices], [weight for _, weight in choices])[0]
