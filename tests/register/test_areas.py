from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from digiplan_desktop.errors import AreaUnknown
from digiplan_desktop.register.areas import Catalogue
from digiplan_desktop.text import sort_key

PLAN = date(2023, 5, 10)
AFTER_FIRST_CUT = date(2024, 11, 1)
TODAY = date(2026, 6, 14)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


def names(units):
    return [unit.name for unit in units]


@pytest.mark.parametrize(
    ("on", "old", "both"),
    [
        (PLAN, 184, 294),
        (date(2024, 10, 31), 184, 294),
        (AFTER_FIRST_CUT, 180, 286),
        (date(2025, 6, 30), 180, 286),
        (date(2025, 7, 1), 68, 102),
        (TODAY, 68, 102),
    ],
)
def test_the_number_of_communes_changes_on_the_days_of_the_resolutions(catalogue, on, old, both):
    assert len(catalogue.communes(on, "old")) == old
    assert len(catalogue.communes(on, "new")) == both


def test_the_merged_province_has_88_communes_and_14_wards(catalogue):
    assert Counter(unit.kind for unit in catalogue.communes(TODAY)) == {"xa": 88, "phuong": 14}


def test_communes_come_in_vietnamese_order(catalogue):
    shorts = [unit.short for unit in catalogue.communes(TODAY)]
    assert shorts == sorted(shorts, key=sort_key)
    assert shorts.index("Ea Ô") > shorts.index("Ea Na")


def test_every_old_commune_ends_in_a_unit_of_today_and_every_new_one_has_a_forerunner(catalogue):
    today = {unit.uid for unit in catalogue.communes(TODAY)}
    ends = {catalogue.current(unit.uid) for unit in catalogue.communes(PLAN)}
    ends |= {heir for unit in catalogue.communes(PLAN) for heir in catalogue.heirs(unit.uid)}
    assert ends == today


def test_each_commune_of_the_old_territory_lies_in_one_old_district(catalogue):
    for unit in catalogue.communes(TODAY, "old"):
        forerunners = [old for old in catalogue.communes(PLAN) if unit.uid in catalogue.heirs(old.uid)]
        assert {old.parent for old in forerunners} == {catalogue.old_district(unit.uid)}


def test_the_old_district_of_a_new_commune_is_that_of_most_of_its_parts(catalogue):
    import csv

    from digiplan_desktop.paths import AREAS

    with (AREAS / "new_commune_old_districts.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            unit = next(unit for unit in catalogue.communes(TODAY) if unit.code == row["new_code"])
            assert unit.name == row["new_name"]
            assert catalogue.unit(catalogue.old_district(unit.uid)).name == row["main_old_district"]


def test_district_groups_hold_every_commune_once(catalogue):
    groups = catalogue.district_groups("new", TODAY)
    members = [unit.uid for group in groups for unit in group.communes]
    assert len(groups) == 24
    assert sorted(members) == sorted(unit.uid for unit in catalogue.communes(TODAY))
    assert all(group.communes for group in groups)


def test_district_groups_of_the_old_territory_begin_with_the_city(catalogue):
    groups = catalogue.district_groups("old", TODAY)
    assert [group.district.name for group in groups][:3] == [
        "Thành phố Buôn Ma Thuột",
        "Thị xã Buôn Hồ",
        "Huyện Buôn Đôn",
    ]
    assert len(groups) == 15
    assert sum(len(group.communes) for group in groups) == 68


def test_code_24133_means_three_units_one_after_the_other(catalogue):
    by_day = {
        date(2024, 10, 31): "Phường Thắng Lợi",
        AFTER_FIRST_CUT: "Phường Thành Công",
        TODAY: "Phường Buôn Ma Thuột",
    }
    for on, name in by_day.items():
        assert names(unit for unit in catalogue.communes(on) if unit.code == "24133") == [name]
    assert catalogue.current("W24133-1") == "W24133-3"
    assert catalogue.current("W24133-1", AFTER_FIRST_CUT) == "W24133-2"
    assert catalogue.current("W24139-1", AFTER_FIRST_CUT) == "W24133-2"


def test_ea_blang_goes_to_its_larger_part_and_both_parts_met_again(catalogue):
    assert catalogue.unit(catalogue.current("W24325-1", AFTER_FIRST_CUT)).name == "Xã Ea Drông"
    assert names(map(catalogue.unit, catalogue.heirs("W24325-1"))) == ["Xã Ea Drông"]


def test_a_commune_that_was_divided_gives_its_default_heir_and_says_so(catalogue):
    found = catalogue.resolve("Xã Ea BHốk", "Huyện Cư Kuin", TODAY)
    assert catalogue.unit(found.uid).name == "Xã Dray Bhăng"
    assert found.split
    assert names(map(catalogue.unit, found.candidates)) == ["Xã Ea Ktur"]


def test_only_one_commune_of_the_old_territory_was_split_in_2025(catalogue):
    before = catalogue.communes(date(2025, 6, 30), "old")
    assert names(unit for unit in before if catalogue.was_split(unit.uid)) == ["Xã Ea BHốk"]


def test_no_commune_is_of_mixed_territory(catalogue):
    for unit in catalogue.communes(PLAN):
        assert catalogue.territory_of(unit.uid) == catalogue.territory_of(catalogue.current(unit.uid))


@pytest.mark.parametrize(
    ("text", "district", "name"),
    [
        ("Xã Ea Kar", "", "Xã Ea Kar"),
        ("XÃ EA KAR", "", "Xã Ea Kar"),
        ("xa ea kar", "", "Xã Ea Kar"),
        ("TT. Ea Kar", "Huyện Ea Kar", "Xã Ea Kar"),
        ("Thị trấn Ea Knốp", "Ea Kar", "Xã Ea Knốp"),
        ("Ea Kar", "", "Xã Ea Kar"),
        ("Cư M’gar", "Cư M'gar", "Xã Cư M'gar"),
        ("Cư Mgar", "H. Cư M’gar", "Xã Cư M'gar"),
        ("Xa\u0303 Cu\u031b M'gar", "", "Xã Cư M'gar"),
        ("TT Quảng Phú", "CưMgar", "Xã Quảng Phú"),
        ("Phường Tân Lợi", "TP Buôn Ma Thuột", "Phường Buôn Ma Thuột"),
        ("P. Tân Lợi", "BMT", "Phường Buôn Ma Thuột"),
        ("P.Tân Lợi", "Tp. Buôn Mê Thuột", "Phường Buôn Ma Thuột"),
        ("Phường Thắng Lợi", "Thành phố Buôn Ma Thuột", "Phường Buôn Ma Thuột"),
        ("Phường Thành Công", "", "Phường Buôn Ma Thuột"),
        ("Phường Thống Nhất", "Thị xã Buôn Hồ", "Phường Buôn Hồ"),
        ("Phường Thống Nhất", "Buôn Ma Thuột", "Phường Buôn Ma Thuột"),
        ("Xã Hoà Tân", "Krông Bông", "Xã Dang Kang"),
        ("Xã Hòa Phú", "Buôn Ma Thuột", "Xã Hòa Phú"),
        ("Hòa Phú", "Huyện Tây Hòa", "Xã Sơn Thành"),
        ("Phường 9", "Tuy Hòa", "Phường Tuy Hòa"),
        ("P.09", "TP Tuy Hoà", "Phường Tuy Hòa"),
        ("Xã Ea Drông", "", "Xã Ea Drông"),
        ("Xã Ea D'Rơng", "", "Xã Cuôr Đăng"),
        ("Ea Drong", "Buôn Hồ", "Xã Ea Drông"),
        ("Ea Drong", "Cư M'gar", "Xã Cuôr Đăng"),
        ("Xã Ea Kao", "", "Phường Ea Kao"),
        ("Xã Cư Jang", "Ea Kar", "Xã Cư Yang"),
        ("xã Krông Búk", "huyện Krông Păk", "Xã Ea Kly"),
        ("Thị trấn M'Drắk", "", "Xã M'Drắk"),
        ("Xã Ea Bar", "Buôn Đôn", "Xã Ea Nuôl"),
        ("Ea Bar", "Sông Hinh", "Xã Ea Bá"),
        ("xã Ea Kar, huyện Ea Kar", "", "Xã Ea Kar"),
        ("Xã Ea Ô (huyện Ea Kar)", "", "Xã Ea Ô"),
        ("Hòa Thắng - Buôn Ma Thuột", "", "Phường Tân Lập"),
        ("24373 - Xã Ea Kar", "", "Xã Ea Kar"),
        ("Xã EaKar-Huyện EaKar", "", "Xã Ea Kar"),
    ],
)
def test_a_written_name_of_any_day_finds_the_unit_of_today(catalogue, text, district, name):
    found = catalogue.resolve(text, district, TODAY)
    assert catalogue.unit(found.uid).name == name


def test_without_district_a_name_that_two_old_communes_bore_is_asked(catalogue):
    found = catalogue.resolve("Xã Hòa Thắng", "", TODAY)
    assert found.uid == ""
    assert set(names(map(catalogue.unit, found.candidates))) == {"Xã Phú Hòa 1", "Phường Tân Lập"}


def test_a_name_of_today_that_lay_elsewhere_before_is_taken_but_doubtful(catalogue):
    found = catalogue.resolve("Xã Hòa Xuân", "", TODAY)
    assert catalogue.territory_of(found.uid) == "new-only"
    assert found.doubtful
    assert names(map(catalogue.unit, found.candidates)) == ["Xã Hòa Phú"]


def test_a_slip_of_the_keyboard_gives_a_candidate_and_no_answer(catalogue):
    found = catalogue.resolve("Xã Ea Knuấch", "", TODAY)
    assert found.uid == ""
    assert "W24505-2" in found.candidates


def test_a_district_elsewhere_in_the_country_gives_no_area(catalogue):
    assert catalogue.resolve("Phường Tân Lập", "Huyện Cần Giuộc", TODAY).uid == ""
    assert catalogue.resolve("Phường Bến Nghé", "Quận 1", TODAY).uid == ""


def test_a_commune_in_the_wrong_district_is_asked(catalogue):
    found = catalogue.resolve("Xã Vụ Bổn", "Huyện Ea Súp", TODAY)
    assert (found.uid, found.candidates) == ("", ("W24529-2",))


def test_the_answer_follows_the_day(catalogue):
    assert catalogue.resolve("Phường Thắng Lợi", "", date(2024, 6, 1)).uid == "W24133-1"
    assert catalogue.resolve("Phường Thắng Lợi", "", date(2024, 12, 1)).uid == "W24133-2"
    assert catalogue.resolve("Phường Thắng Lợi", "", TODAY).uid == "W24133-3"


@pytest.mark.parametrize(
    ("address", "commune", "district"),
    [
        ("Thôn 3, xã Ea Kar, huyện Ea Kar, tỉnh Đắk Lắk", "xã Ea Kar", "huyện Ea Kar"),
        ("Thôn 5 xã Ea Kar huyện Ea Kar tỉnh Đắk Lắk", "xã Ea Kar", "huyện Ea Kar"),
        ("12 Nguyễn Tất Thành - P. Tân Lợi - TP. Buôn Ma Thuột", "P. Tân Lợi", "TP. Buôn Ma Thuột"),
        ("25 Lê Duẩn, Tự An, Buôn Ma Thuột, Đắk Lắk", "Tự An", "Buôn Ma Thuột"),
        ("TDP 4, thị trấn Ea Drăng, huyện Ea H'leo", "thị trấn Ea Drăng", "huyện Ea H'leo"),
        ("Tổ 2, phường An Lạc, thị xã Buôn Hồ", "phường An Lạc", "thị xã Buôn Hồ"),
        ("Buôn Cư H'lâm, Xã Quảng Phú, Tỉnh Đắk Lắk", "Xã Quảng Phú", ""),
        ("Hà Nội", "", ""),
    ],
)
def test_an_address_names_its_commune_and_district(catalogue, address, commune, district):
    assert catalogue.place_of(address) == (commune, district)


def test_an_unknown_uid_is_the_users_error(catalogue):
    with pytest.raises(AreaUnknown):
        catalogue.unit("W99999-1")
