"""Labels may be marked up; people read words."""

from __future__ import annotations

import pytest

from digiplan_desktop.forms.markup import plain_text, rich_text


@pytest.mark.parametrize(
    ("text", "plain", "rich"),
    [
        ("**Vốn** điều lệ", "Vốn điều lệ", "<b>Vốn</b> điều lệ"),
        ("__Vốn__ và *lãi*", "Vốn và lãi", "<b>Vốn</b> và <i>lãi</i>"),
        ("# Phần 1\nHỏi _chủ hộ_", "Phần 1\nHỏi chủ hộ", "<b>Phần 1</b><br>Hỏi <i>chủ hộ</i>"),
        ("[Luật](https://example.vn/a)", "Luật (https://example.vn/a)", "Luật (https://example.vn/a)"),
        ('<span style="color:red">Nhớ</span><br/>1 < 2 **&** 3', "Nhớ\n1 < 2 & 3", "Nhớ<br>1 &lt; 2 <b>&amp;</b> 3"),
        (r"5 \* 3 \_ 2", "5 * 3 _ 2", "5 * 3 _ 2"),
        ("**x** <script>y</script>", "x <script>y</script>", "<b>x</b> &lt;script&gt;y&lt;/script&gt;"),
    ],
)  # fmt: skip
def test_marks_become_words_and_a_few_tags(text: str, plain: str, rich: str):
    assert plain_text(text) == plain
    assert rich_text(text) == rich


@pytest.mark.parametrize(
    "text", ["Số lao động", "so_lao_dong", "2 * 3 * 4", "a < b", "Câu 5. #", "**", "_", "x[1]", "1 <2> 3"]
)
def test_what_is_no_markup_stays(text: str):
    assert plain_text(text) == text
    assert rich_text(text) == ""


def test_a_huge_label_is_shown_as_it_is():
    text = "*a" * 50_000
    assert plain_text(text) == text
