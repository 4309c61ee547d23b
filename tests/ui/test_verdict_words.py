"""Why a target stands as it does, in one sentence."""

from __future__ import annotations

import pytest

from digiplan_desktop.plan.targets import Aim
from digiplan_desktop.ui.verdict_words import short_reason, why
from tests.helpers.pages import speak
from tests.helpers.targets import a_count, a_target


@pytest.fixture(autouse=True)
def _vietnamese(qapp):
    speak("vi")


def test_progress_is_compared_with_the_path():
    words = why(a_target(reason="ratio", reason_values=(0.83, 20.0, 16.6)))

    assert words == "Đã đi được 83% quãng đường cần đi đến nay: 16,6%, trong khi lộ trình đòi hỏi 20,0%."


def test_too_little_coverage_names_both_shares():
    target = a_target(status="low_coverage", reason="coverage", reason_values=(0.41, 0.6))

    assert why(target) == "Mới phủ 41% danh sách; cần ít nhất 60% mới kết luận được."
    assert short_reason(target) == "Mới phủ 41%, cần 60%"


def test_a_certain_figure_says_so():
    target = a_target(status="met", reason="certain", reason_values=(21.0, 20.0))

    assert (
        why(target) == "Dù các doanh nghiệp chưa hỏi trả lời thế nào, 21,0% đã chắc chắn; yêu cầu là ≥ 20%."
    )


def test_an_aim_that_is_exceeded_stands_without_its_sign():
    target = a_target(status="exceeded", reason="interval", reason_values=(25.0, 31.0, 20.0))

    assert why(target) == "Cả khoảng tin cậy từ 25,0% đến 31,0% đều vượt 20,0%."


def test_an_aim_within_the_interval_asks_for_more_answers():
    target = a_target(status="inconclusive", reason="interval", reason_values=(18.0, 23.0, 20.0))

    assert why(target).startswith("20,0% nằm trong khoảng tin cậy từ 18,0% đến 23,0%")


def test_a_count_on_its_way_says_what_is_left():
    assert short_reason(a_count(status="behind")) == "Cần thêm 11 trước 31/12/2025"


def test_a_path_between_two_enterprises_keeps_its_fraction():
    target = a_count(aim=Aim("range", 1.0, 5.0), reason="floor", reason_values=(0.8, 0.0))

    assert "0,8" in why(target)


def test_an_estimate_shows_its_interval_in_the_chart():
    assert short_reason(a_target()) == "KTC 95%: 15,2–18,1%"
