from __future__ import annotations

from digiplan_desktop.register.duplicates import Candidate, DuplicatePair, core_name, find_duplicates
from tests.helpers.workbooks import tax_code

EA_KAR = "W24373-2"
CU_NI = "W24376-2"


def pairs(*candidates: Candidate) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in find_duplicates(candidates)]


def test_the_core_of_a_name_leaves_the_legal_form_out():
    assert core_name("Công ty TNHH MTV Thương mại Dịch vụ Hoàng Anh") == "hoang anh"
    assert core_name("CTY CP HOÀNG ANH") == "hoang anh"
    assert core_name("Hợp tác xã") == "hop tac xa"


def test_two_spellings_of_one_name_in_one_commune_are_a_pair():
    found = find_duplicates(
        [
            Candidate("1", "Công ty TNHH Cà phê Tây Nguyên", area=EA_KAR),
            Candidate("2", "CTY TNHH CA PHE TAY NGUYEN", area=EA_KAR),
            Candidate("3", "Công ty TNHH Gỗ Hoàng Long", area=EA_KAR),
        ]
    )
    assert found == (DuplicatePair("1", "2", 100, ("name", "area")),)


def test_the_same_name_in_two_communes_is_no_pair_without_more():
    one = Candidate("1", "DNTN Hoàng Anh", area=EA_KAR)
    assert pairs(one, Candidate("2", "DNTN Hoàng Anh", area=CU_NI)) == []


def test_a_shared_telephone_joins_across_communes():
    one = Candidate("1", "DNTN Hoàng Anh", area=EA_KAR, phone="0914 123 456")
    other = Candidate("2", "Doanh nghiệp tư nhân Hoàng Anh", area=CU_NI, phone="+84914123456")
    assert find_duplicates([one, other])[0].reasons == ("name", "phone")


def test_names_that_differ_only_in_a_number_are_different_enterprises():
    one = Candidate("1", "Công ty TNHH Xăng dầu số 1", area=EA_KAR, phone="0914123456")
    assert pairs(one, Candidate("2", "Công ty TNHH Xăng dầu số 2", area=EA_KAR, phone="0914123456")) == []


def test_a_branch_is_not_its_enterprise():
    code = tax_code(1)
    one = Candidate("1", "Công ty TNHH Hoàng Anh", code, EA_KAR)
    assert pairs(one, Candidate("2", "Chi nhánh Công ty TNHH Hoàng Anh", f"{code}-001", EA_KAR)) == []


def test_a_slip_in_the_code_is_told():
    one = Candidate("1", "Công ty TNHH Hoàng Anh Ea Kar", "6000123450", EA_KAR)
    other = Candidate("2", "Công ty TNHH Hoàng Anh Ea Kar", "6000132450", EA_KAR)
    assert find_duplicates([one, other])[0].reasons == ("name", "area", "tax_code")


def test_different_good_codes_lower_the_score():
    same = [
        Candidate("1", "Công ty Hoàng Anh", area=EA_KAR),
        Candidate("2", "Công ty Hoàng Anh", area=EA_KAR),
    ]
    coded = [
        Candidate("1", "Công ty Hoàng Anh", tax_code(1), EA_KAR),
        Candidate("2", "Công ty Hoàng Anh", tax_code(77), EA_KAR),
    ]
    assert find_duplicates(coded)[0].score < find_duplicates(same)[0].score


def test_two_shops_of_one_person_are_shown_only_when_their_names_agree():
    one = Candidate("1", "Hộ kinh doanh Tạp hóa Hoa", area=EA_KAR, personal_id="066085001234")
    other = Candidate("2", "HKD Tạp hoá Hoa", area=CU_NI, personal_id="066085001234")
    third = Candidate("3", "Quán phở Bắc", area=CU_NI, personal_id="066085001234")
    assert pairs(one, other, third) == [("1", "2")]
