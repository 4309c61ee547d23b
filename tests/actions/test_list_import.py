"""Taking lists into the register."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from digiplan_desktop.actions.enterprises import decide_area, import_list
from digiplan_desktop.actions.workspace import Workspace
from digiplan_desktop.errors import AreaUnknown, Cancelled
from digiplan_desktop.register.identifiers import enterprise_id

CODE = "6000123450"


def write_list(path: Path, *rows: list[object]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    return path


def data(workspace: Workspace, code: str = CODE) -> dict[str, object]:
    record = workspace.store.record(enterprise_id(code, "", ""))
    assert record is not None
    return dict(record.data)


def test_what_one_list_does_not_say_stays_as_another_said_it(workspace: Workspace, tmp_path: Path) -> None:
    first = [["Mã số thuế", "Tên doanh nghiệp", "Điện thoại"], [CODE, "Công ty Một", "0262 3856789"]]
    second = [["Mã số thuế", "Tên doanh nghiệp", "Điện thoại"], [CODE, "Công ty Một", ""]]
    import_list(workspace, write_list(tmp_path / "a.xlsx", *first))
    report = import_list(workspace, write_list(tmp_path / "b.xlsx", *second))
    assert (report.updated, report.unchanged) == (0, 1)
    assert data(workspace)["m/phone"]


def test_staff_from_one_list_and_capital_from_another_make_the_size(
    workspace: Workspace, tmp_path: Path
) -> None:
    staff = [["Mã số thuế", "Tên doanh nghiệp", "Số lao động"], [CODE, "Công ty Một", 8]]
    money = [["Mã số thuế", "Tên doanh nghiệp", "Vốn điều lệ (triệu đồng)"], [CODE, "Công ty Một", 2000]]
    import_list(workspace, write_list(tmp_path / "a.xlsx", *staff))
    assert "m/size" not in data(workspace)
    import_list(workspace, write_list(tmp_path / "b.xlsx", *money))
    assert data(workspace)["m/size"] == "micro"


def test_a_cancelled_import_leaves_the_register_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Tên doanh nghiệp", "Địa chỉ"]]
    rows += [[f"Công ty {number}", "Thôn 1"] for number in range(1500)]
    asked = iter([False, True, True, True])
    with pytest.raises(Cancelled):
        import_list(workspace, write_list(tmp_path / "a.xlsx", *rows), cancelled=lambda: next(asked))
    assert workspace.store.state().records == 0


def test_progress_is_told_up_to_the_whole(workspace: Workspace, tmp_path: Path) -> None:
    rows: list[list[object]] = [["Tên doanh nghiệp", "Địa chỉ"]]
    rows += [[f"Công ty {number}", "Thôn 1"] for number in range(700)]
    told: list[tuple[int, int]] = []
    import_list(
        workspace,
        write_list(tmp_path / "a.xlsx", *rows),
        progress=lambda done, whole: told.append((done, whole)),
    )
    assert told[-1] == (700, 700)


def test_a_decision_moves_those_that_wait_and_is_kept_for_later_lists(
    workspace: Workspace, tmp_path: Path
) -> None:
    heading: list[object] = ["Mã số thuế", "Tên doanh nghiệp", "Xã/phường", "Huyện"]
    place: list[object] = ["Xã Không Có Tên", "Huyện Ea Kar"]
    import_list(workspace, write_list(tmp_path / "a.xlsx", heading, [CODE, "Công ty Một", *place]))
    assert not data(workspace).get("m/area")
    assert decide_area(workspace, "xã không có tên", "HUYỆN EA KAR", "W24373-2")
    assert data(workspace)["m/area"] == "W24373-2"
    assert data(workspace)["m/district"] == "D651-1"
    later = write_list(tmp_path / "b.xlsx", heading, ["6000123461", "Công ty Hai", *place])
    import_list(workspace, later)
    assert data(workspace, "6000123461")["m/area"] == "W24373-2"


def test_a_decision_for_a_unit_that_is_none_is_refused(workspace: Workspace) -> None:
    with pytest.raises(AreaUnknown):
        decide_area(workspace, "Ea Kar", "", "W00000-9")
    assert workspace.store.state().records == 0


def test_rows_of_the_same_number_on_two_sheets_are_two_refused_rows(
    workspace: Workspace, tmp_path: Path
) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for name in ("Xã Ea Kar", "Xã Ea Ô"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Mã số thuế", "Tên doanh nghiệp"])
            sheet.write_row(1, 0, ["12345", f"Công ty {name}"])
    report = import_list(workspace, tmp_path / "a.xlsx")
    assert (report.read, report.added, report.refused) == (2, 0, 2)
    assert [(each.sheet, each.row) for each in report.refusals] == [("Xã Ea Kar", 2), ("Xã Ea Ô", 2)]
