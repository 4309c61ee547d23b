"""Returns with invented figures: a province of three old districts, and one as large as the real one."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

from digiplan_desktop.returns.content import (
    Bieu01,
    Bieu01Row,
    Bieu01Target,
    Measure,
    Office,
    Provenance,
)

OFFICE = Office(
    superior="UBND tỉnh Đắk Lắk",
    name="Sở Khoa học và Công nghệ",
    receiver="Ủy ban nhân dân tỉnh Đắk Lắk",
    place="Đắk Lắk",
    signer_title="Giám đốc",
    signer_name="Nguyễn Thị Hòa",
    preparer="H'Lan Niê",
    checker="Y Thắng Êban",
)
NAMES = {
    "Thành phố Buôn Ma Thuột": ("Phường Buôn Ma Thuột", "Phường Tân An", "Phường Thành Nhất", "Xã Hòa Phú"),
    "Huyện Cư M'gar": ("Xã Quảng Phú", "Xã Ea Drơng", "Xã Cuôr Đăng"),
    "Huyện Lắk": ("Xã Liên Sơn Lắk", "Xã Đắk Liêng", "Xã Nam Ka"),
}
HASH = "722d5fcb917bde33568da79ca8286b32c8adc7cb467d6809e8d9b57ff7cbbd75"


def invented_return(
    districts: dict[str, tuple[str, ...]] | None = None, *, seed: int = 1, empty: tuple[str, ...] = ()
):
    """Give a whole return whose sums and shares are right; communes named in `empty` have no answers yet."""
    chance = random.Random(seed)
    rows: list[Bieu01Row] = []
    groups: list[Bieu01Row] = []
    for place, (district, communes) in enumerate((districts or NAMES).items()):
        leaves = [
            leaf_row(f"W{place}-{i}", name, chance, empty=name in empty) for i, name in enumerate(communes)
        ]
        group = sum_row(f"D{place}", district, 1, leaves)
        groups.append(group)
        rows += [group, *leaves]
    province = sum_row("P66-1", "Tổng số", 0, groups)
    return Bieu01(
        period="6 tháng đầu năm 2026",
        period_from=date(2025, 12, 15),
        period_to=date(2026, 6, 14),
        territory="Địa bàn tỉnh Đắk Lắk trước ngày 01/7/2025",
        basis="Ban hành kèm theo Kế hoạch số 74/KH-UBND ngày 10/5/2023 của UBND tỉnh Đắk Lắk",
        received="18/6/2026",
        office=OFFICE,
        signed_on=date(2026, 6, 5),
        targets=tuple(target_of(province, key) for key in ("T1", "T2", "T3a")),
        rows=(province, *rows),
        provenance=PROVENANCE,
        invented=True,
    )


def leaf_row(uid: str, name: str, chance: random.Random, *, empty: bool = False) -> Bieu01Row:
    """Give a commune with figures at random, or one whose enterprises are listed but not reached."""
    listed = chance.randint(30, 900)
    surveyed = 0 if empty else max(3, round(listed * chance.uniform(0.05, 0.6)))
    active = round(surveyed * chance.uniform(0.8, 1.0))
    weight = listed / surveyed if surveyed else 0.0
    obliged = max(0, active - chance.randint(0, 2))
    measures = {
        "T1": share_of(chance, active, active * weight, 0.28),
        "T2": share_of(chance, active, active * weight, 0.45),
        "T3a": share_of(chance, obliged, obliged * weight, 0.97),
    }
    return Bieu01Row(uid, uid, name, 2, listed, surveyed, active, active * weight, measures)


def share_of(chance: random.Random, eligible: int, weighted: float, level: float) -> Measure:
    positive = sum(chance.random() < level for _ in range(eligible))
    share = positive / eligible if eligible else 0.0
    return Measure(positive, eligible, weighted * share, weighted, flag="u" if eligible < 30 else "")


def sum_row(uid: str, name: str, level: int, below: list[Bieu01Row]) -> Bieu01Row:
    """Give the row that sums those, with an interval of five points on either side."""
    measures = {key: _sum_measure([row.measures[key] for row in below]) for key in ("T1", "T2", "T3a")}
    return Bieu01Row(
        uid, "", name, level,
        listed=sum(row.listed for row in below),
        surveyed=sum(row.surveyed for row in below),
        active=sum(row.active for row in below),
        weighted_active=sum(row.weighted_active or 0.0 for row in below),
        measures=measures,
    )  # fmt: skip


def _sum_measure(parts: list[Measure]) -> Measure:
    positive = sum(part.weighted_positive or 0.0 for part in parts)
    eligible = sum(part.weighted_eligible or 0.0 for part in parts)
    share = positive / eligible if eligible else 0.0
    return Measure(
        sum(part.positive for part in parts), sum(part.eligible for part in parts), positive, eligible,
        low=max(share - 0.05, 0.0), high=min(share + 0.05, 1.0),
    )  # fmt: skip


def target_of(province: Bieu01Row, key: str) -> Bieu01Target:
    measure = province.measures[key]
    heading, aim, threshold = {
        "T1": ("Ứng dụng công nghệ số trong quản lý, sản xuất, kinh doanh", "≥ 20%", 0.2),
        "T2": ("Kinh doanh trực tuyến (thương mại điện tử)", "≥ 50%", 0.5),
        "T3a": ("Sử dụng hóa đơn điện tử", "100%", 1.0),
    }[key]
    return Bieu01Target(
        id=key,
        heading=heading,
        definition="Doanh nghiệp dùng công cụ số từ mức phần mềm chuyên dụng cho ít nhất hai chức năng",
        numerator="Doanh nghiệp đang hoạt động thỏa định nghĩa",
        denominator="Doanh nghiệp đang hoạt động",
        definition_name="định nghĩa vừa, bản 1",
        own_denominator=key == "T3a",
        source="Phiếu 01/DN-CNS",
        aim=aim,
        threshold=threshold,
        estimate=measure.weighted_positive / measure.weighted_eligible if measure.weighted_eligible else None,
        se=0.0143702627,
        low=measure.low,
        high=measure.high,
        df=898,
        n=measure.eligible,
        lower_bound=0.03,
        upper_bound=0.94,
    )


PROVENANCE = Provenance(
    round_title="Đợt 2026-I, phiếu 01/DN-CNS",
    regime="probability_sample",
    frame_size=12075,
    frame_hash=HASH[::-1],
    strata=58,
    records=1032,
    data_hash=HASH,
    data_date=datetime(2026, 6, 14, 16, 42, tzinfo=UTC),
    cut_off=date(2026, 6, 14),
    catalogue="đơn vị hành chính 2025-07-01, 425 dòng",
    plan="KH74-2023, bản 1",
    form="dn01, bản 2026.1",
    program="DigiPlan Desktop 0.1.0",
    made_at=datetime(2026, 6, 15, 8, 5, tzinfo=UTC),
    merged=("Huyện Lắk | vừa gộp vào Huyện Lắk | nhỏ", "Huyện Buôn Đôn | lớn gộp vào Huyện Ea Súp | lớn"),
    response_rate=0.688,
    response_rate_name="(AAPOR RR3)",
    seed="DigiPlan/2026-I/v1",
)
