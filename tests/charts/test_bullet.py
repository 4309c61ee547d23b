"""The bullet chart, looked at through its artists."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import matplotlib as mpl
import pytest

from digiplan_desktop.charts.bullet import SMALLEST_WIDTH, BulletLegend, bullet_chart
from digiplan_desktop.charts.captions import ChartText
from digiplan_desktop.charts.theme import DARK, LIGHT, Tone
from tests.helpers.charts import LEGEND, TEXT, artist, clipped_texts, colliding_texts, names_of, plan_rows

ROWS = {row.id: row for row in plan_rows()}
BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
WIDTHS = pytest.mark.parametrize("width", [SMALLEST_WIDTH, 9.5, 11.2, 14.0])


@BOTH
@WIDTHS
def test_no_word_of_the_whole_plan_is_clipped_or_touches_another(theme, width):
    figure = bullet_chart(plan_rows(), TEXT, theme, legend=LEGEND, width=width)
    assert clipped_texts(figure) == []
    assert colliding_texts(figure) == []


@WIDTHS
def test_the_longest_names_everywhere_still_fit(width):
    long = (
        "Doanh nghiệp và cơ sở sản xuất, kinh doanh ứng dụng công nghệ số trong quản lý, sản xuất, kinh doanh"
    )
    words = {"name": long, "unit_line": long, "note": long, "value_text": "12.075.500"}
    rows = [replace(row, status_word="Chưa thể kết luận do thiếu số liệu", **words) for row in plan_rows()]
    figure = bullet_chart(rows, TEXT, LIGHT, legend=LEGEND, width=width)
    assert clipped_texts(figure) == []
    assert colliding_texts(figure) == []


def test_a_collision_would_be_seen():
    figure = bullet_chart([ROWS["T5"]], TEXT, LIGHT)
    artist(figure, "T5:status").set_position(artist(figure, "T5:unit").get_position())
    assert colliding_texts(figure) != []


def test_bar_target_and_path_stand_in_the_same_ratio_as_their_values():
    figure = bullet_chart([ROWS["T5"]], TEXT, LIGHT)
    scale = artist(figure, "T5:scale")
    unit = scale.get_width() / ROWS["T5"].scale_max
    assert artist(figure, "T5:value").get_width() == pytest.approx(9 * unit)
    aim = artist(figure, "T5:aim")
    assert aim.get_x() + aim.get_width() / 2 == pytest.approx(scale.get_x() + 20 * unit)
    assert artist(figure, "T5:expected").get_xdata()[0] == pytest.approx(scale.get_x() + 15 * unit)


def test_the_interval_runs_from_its_lower_to_its_upper_end():
    figure = bullet_chart([ROWS["T1"]], TEXT, LIGHT)
    scale = artist(figure, "T1:scale")
    unit = scale.get_width() / 40
    left, right = artist(figure, "T1:interval").get_xdata()
    assert (left, right) == pytest.approx((scale.get_x() + 25.7 * unit, scale.get_x() + 31.4 * unit))


def test_a_range_is_framed_from_its_lower_to_its_upper_end():
    figure = bullet_chart([ROWS["T6"]], TEXT, LIGHT)
    frame, scale = artist(figure, "T6:range"), artist(figure, "T6:scale")
    assert frame.get_width() == pytest.approx(4 * scale.get_width() / 5.4)


def test_a_result_without_enough_evidence_is_hatched_and_grey():
    figure = bullet_chart([ROWS["T2"]], TEXT, LIGHT)
    assert artist(figure, "T2:value").get_hatch()
    assert artist(figure, "T2:result").get_color() == LIGHT.muted
    assert not artist(bullet_chart([ROWS["T5"]], TEXT, LIGHT), "T5:value").get_hatch()


def test_a_qualitative_target_has_no_target_mark_and_without_a_value_no_bar():
    assert not names_of(bullet_chart([ROWS["T4"]], TEXT, LIGHT)) & {"T4:value", "T4:aim", "T4:scale"}
    measured = replace(ROWS["T4"], value=72.0, value_text="72,0%", aim=80.0)
    names = names_of(bullet_chart([measured], TEXT, LIGHT))
    assert "T4:value" in names
    assert "T4:aim" not in names


def test_a_row_without_result_keeps_its_target_and_draws_no_bar():
    names = names_of(bullet_chart([ROWS["T3b"]], TEXT, LIGHT))
    assert "T3b:aim" in names
    assert "T3b:value" not in names


def test_a_result_beyond_the_scale_ends_in_an_arrow():
    figure = bullet_chart([ROWS["T5b"]], TEXT, LIGHT)
    assert artist(figure, "T5b:value").get_width() == pytest.approx(artist(figure, "T5b:scale").get_width())
    assert "T5b:beyond" in names_of(figure)


def test_of_two_labels_that_would_touch_the_first_given_stays():
    row = replace(ROWS["T6"], scale_max=500.0)
    figure = bullet_chart([row], TEXT, LIGHT)
    labels = [part.get_text() for part in figure.axes[0].get_children() if part.get_gid() == "T6:tick"]
    assert labels == ["1"]


@pytest.mark.parametrize("tone", list(Tone))
def test_every_status_is_drawn_with_its_own_glyph_and_its_word(tone):
    row = replace(ROWS["T5"], tone=tone, status_word="Một trạng thái")
    figure = bullet_chart([row], TEXT, DARK)
    assert artist(figure, f"glyph:{tone}").get_color() == DARK.tones[tone]
    assert artist(figure, "T5:status").get_text() == "Một trạng thái"


def test_the_key_names_only_the_marks_in_use():
    def key(rows):
        figure = bullet_chart(rows, TEXT, LIGHT, legend=LEGEND)
        return [part.get_text() for part in figure.axes[0].get_children() if part.get_gid() == "legend"]

    assert key([ROWS["T5"]]) == ["Kết quả", "Lộ trình đến nay", "Chỉ tiêu"]
    assert key([ROWS["T2"]]) == ["Khoảng tin cậy 95%", "Chỉ tiêu", "Chưa đủ độ phủ"]
    assert key([ROWS["T4"]]) == []
    figure = bullet_chart([ROWS["T5"]], TEXT, LIGHT, legend=BulletLegend(target="Chỉ tiêu"))
    assert artist(figure, "legend").get_text() == "Chỉ tiêu"


def test_the_figure_grows_with_the_number_of_rows():
    one = bullet_chart(plan_rows()[:1], TEXT, LIGHT).get_figheight()
    nine = bullet_chart(plan_rows(), TEXT, LIGHT).get_figheight()
    assert nine > one + 8 * 0.6


def test_an_english_chart_shows_its_words_as_given():
    row = replace(
        ROWS["T5"], name="New digital-technology enterprises", status_word="Behind", note="11 more needed"
    )
    figure = bullet_chart([row], replace(TEXT, title="Founding of digital enterprises is behind"), LIGHT)
    assert artist(figure, "T5:status").get_text() == "Behind"


def test_a_dollar_sign_is_a_dollar_sign():
    row = replace(ROWS["T5"], note="Cần $5 và $6")
    figure = bullet_chart([row], TEXT, LIGHT)
    assert artist(figure, "T5:note").get_text() == "Cần $5 và $6"
    figure.canvas.draw()


def test_drawing_leaves_the_settings_of_matplotlib_as_they_were():
    before = dict(mpl.rcParams)
    bullet_chart(plan_rows(), TEXT, LIGHT, legend=LEGEND).canvas.draw()
    assert dict(mpl.rcParams) == before


def test_charts_never_load_pyplot():
    program = (
        "import sys, digiplan_desktop.charts.bullet, digiplan_desktop.charts.save; "
        "print('matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_chart_without_title_and_footer_takes_no_room_for_them():
    bare = bullet_chart([ROWS["T5"]], ChartText(""), LIGHT)
    assert bare.get_figheight() < bullet_chart([ROWS["T5"]], TEXT, LIGHT).get_figheight() - 1
    assert clipped_texts(bare) == []


def test_a_plan_without_targets_gives_a_chart_with_its_words_only():
    figure = bullet_chart([], TEXT, LIGHT, legend=LEGEND)
    assert names_of(figure) == {"title", "subtitle", "footer"}
