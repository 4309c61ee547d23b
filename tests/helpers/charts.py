"""Charts with invented figures and the longest names there are."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import matplotlib as mpl
from matplotlib.text import Text

from digiplan_desktop.charts.bullet import BulletLegend, BulletRow, Tick
from digiplan_desktop.charts.captions import ChartText
from digiplan_desktop.charts.dotplot import DotRow, DotScale, DotWords, Reference
from digiplan_desktop.charts.theme import Tone
from digiplan_desktop.charts.trajectory import Observation, PathLeg, Projection, TargetPoint, Trajectory

FOOTER = (
    "Số liệu giả định để trình diễn. Ước lượng phân tầng huyện × quy mô, hiệu chỉnh tổng thể hữu hạn. Lộ trình: đường "
    "thẳng từ mốc 2021 đến chỉ tiêu 2025. Nền xám: dưới 50%, 50–80%, trên 80% chỉ tiêu."
)
TEXT = ChartText(
    "Hai trong tám chỉ tiêu năm 2025 đã đạt; thành lập doanh nghiệp số đang chậm",
    "Kế hoạch 74, kết quả đến 31/12/2024 so với chỉ tiêu 31/12/2025, địa bàn tỉnh Đắk Lắk trước ngày 01/7/2025",
    FOOTER,
)
LEGEND = BulletLegend(
    "Kết quả", "Khoảng tin cậy 95%", "Lộ trình đến nay", "Chỉ tiêu", "Khung chỉ tiêu", "Chưa đủ độ phủ"
)


def plan_rows() -> tuple[BulletRow, ...]:
    """Give the rows of the whole plan, one of each status."""
    return (*_shares(), *_counts())


def _shares() -> tuple[BulletRow, ...]:
    zero = Tick(0, "0")
    return (
        BulletRow(
            "T1", "Doanh nghiệp ứng dụng công nghệ số trong quản lý, sản xuất, kinh doanh",
            "% doanh nghiệp đang hoạt động", 40, 28.47, Tone.DONE, "Vượt chỉ tiêu", "28,5%",
            "Ước lượng, khoảng tin cậy 95%: 25,7–31,4; độ phủ 62%", 25.7, 31.4, 16.5, 20,
            ticks=(Tick(20, "≥ 20%"), zero),
        ),
        BulletRow(
            "T2", "Doanh nghiệp kinh doanh trực tuyến (thương mại điện tử)", "% doanh nghiệp đang hoạt động", 62.5,
            38.4, Tone.UNCERTAIN, "Chưa đủ độ phủ", "38,4%", "Mới phủ 41% danh sách, cần ≥ 60%", 33, 44,
            aim=50, ticks=(Tick(50, "≥ 50%"), zero), insufficient=True,
        ),
        BulletRow(
            "T3a", "Doanh nghiệp sử dụng hóa đơn điện tử", "% doanh nghiệp phải lập hóa đơn", 100, 99.6,
            Tone.ON_TRACK, "Đúng lộ trình", "99,6%", "Số toàn bộ (thuế); còn 48 doanh nghiệp", expected=75, aim=100,
            ticks=(Tick(100, "100%"), zero),
        ),
        BulletRow(
            "T3b", "Cơ sở sản xuất, kinh doanh sử dụng hóa đơn điện tử", "% cơ sở đang hoạt động; % cơ sở phải dùng",
            100, None, Tone.NO_DATA, "Chưa có số liệu", "…", "Chưa có đợt điều tra cơ sở trong kỳ", aim=100,
            ticks=(Tick(100, "100%"), zero),
        ),
        BulletRow(
            "T4",
            "Thanh toán không dùng tiền mặt trong giao dịch tài chính, mua sắm của cơ quan Đảng, Nhà nước, "
            "tổ chức chính trị - xã hội, đơn vị sự nghiệp công lập",
            "đẩy mạnh; không có mức số", 100, None, Tone.NEUTRAL, "Định tính", "",
            "Kế hoạch không nêu con số: xem mức và xu hướng", qualitative=True,
        ),
    )  # fmt: skip


def _counts() -> tuple[BulletRow, ...]:
    zero = Tick(0, "0")
    return (
        BulletRow(
            "T5", "Thành lập mới doanh nghiệp công nghệ số", "doanh nghiệp, lũy kế từ 01/01/2023", 25, 9, Tone.BEHIND,
            "Chậm", "9", "Cần thêm 11 doanh nghiệp trước 31/12/2025", expected=15, aim=20,
            ticks=(Tick(20, "≥ 20"), zero),
        ),
        BulletRow(
            "T5b", "Tổng quy mô nhân lực của các doanh nghiệp công nghệ số thành lập mới",
            "người, khung dự kiến 500–1.000", 1080, 1310, Tone.SLIGHTLY_BEHIND, "Chậm nhẹ", "1.310",
            "Bằng 83% lộ trình", expected=373, aim=500, range_end=1000,
            ticks=(Tick(500, "500"), Tick(1000, "1.000"), zero),
        ),
        BulletRow(
            "T6", "Thu hút doanh nghiệp công nghệ thông tin lớn đầu tư", "doanh nghiệp, khung 1–5", 5.4, 2, Tone.DONE,
            "Đạt", "2", "Trong khung chỉ tiêu", aim=1, range_end=5, ticks=(Tick(1, "1"), Tick(5, "5"), zero),
        ),
        BulletRow(
            "T1-2030", "Doanh nghiệp ứng dụng công nghệ số", "% doanh nghiệp đang hoạt động, đến 2030", 100, 28.47,
            Tone.FAR_BEHIND, "Rất chậm", "28,5%", "Cần thêm 12,3 điểm % mỗi năm", 25.7, 31.4, 60, 90,
            ticks=(Tick(90, "> 90%"), zero),
        ),
    )  # fmt: skip


def digital_trajectory() -> Trajectory:
    """Give six years of results, two targets, a projection that falls short."""
    day = date
    return Trajectory(
        ticks=tuple(Tick(value, f"{value}%") for value in (0, 20, 40, 60, 80, 100)),
        first_year=2021,
        last_year=2030,
        observations=(
            Observation(day(2021, 12, 31), 6.0, 4.8, 7.2, "6,0%"),
            Observation(day(2022, 12, 31), 8.4, 7.1, 9.8, "8,4%"),
            Observation(day(2023, 12, 31), 12.1, 10.7, 13.6, "12,1%"),
            Observation(day(2024, 12, 31), 16.6, 15.2, 18.1, "16,6%"),
        ),
        path=(
            PathLeg((day(2021, 12, 31), 6.0), (day(2025, 12, 31), 20.0), ("Lộ trình +3,5 điểm % mỗi năm",)),
            PathLeg(
                (day(2025, 12, 31), 20.0),
                (day(2030, 12, 31), 90.0),
                ("Lộ trình cần đạt", "+14 điểm % mỗi năm"),
            ),
        ),
        targets=(
            TargetPoint(day(2025, 12, 31), 20.0, ("Chỉ tiêu 2025", "≥ 20%")),
            TargetPoint(day(2030, 12, 31), 90.0, ("Chỉ tiêu 2030", "> 90%")),
        ),
        projection=Projection(day(2030, 12, 31), 43.6, 22.0, 65.0, "43,6%", ("nếu giữ nhịp", "2023–2024")),
        latest_note=("Điều tra mới nhất", "12/2024, n = 1.032"),
        gap="thiếu 46 điểm %",
    )


TRAJECTORY_TEXT = ChartText(
    "Đúng lộ trình 2025, nhưng mục tiêu 2030 đòi hỏi nhanh gấp bốn lần",
    "Tỷ lệ doanh nghiệp ứng dụng công nghệ số, % doanh nghiệp đang hoạt động",
    "Số liệu giả định. Dải đậm: khoảng tin cậy 95% của điều tra; dải nhạt: độ bất định của dự phóng tuyến tính.",
)

_DISTRICTS = (
    ("Huyện Krông Pắc", 33.8, 23.3, 46.1, 67, 850),
    ("Thành phố Buôn Ma Thuột", 32.2, 27.9, 36.8, 419, 5430),
    ("Huyện Ea H'leo", 31.9, 19.8, 47.1, 48, 620),
    ("Thị xã Buôn Hồ", 28.7, 18.0, 42.5, 56, 690),
    ("Huyện Krông Năng", 27.3, 15.7, 43.3, 41, 480),
    ("Huyện Ea Kar", 22.7, 13.3, 36.0, 56, 760),
    ("Huyện Cư Kuin", 21.7, 12.7, 34.6, 49, 630),
    ("Huyện Krông Ana", 18.1, 7.8, 36.6, 31, 430),
    ("Huyện Cư M'gar", 13.0, 6.6, 24.0, 59, 720),
    ("Huyện Krông Bông", 59.2, 32.1, 81.6, 21, 260),
    ("Huyện M'Đrắk", 33.7, 16.7, 56.3, 25, 270),
    ("Huyện Lắk", 18.3, 5.9, 44.1, 20, 215),
    ("Huyện Buôn Đôn", 10.9, 3.8, 27.1, 24, 230),
)


def district_rows() -> tuple[DotRow, ...]:
    """Give old districts, four of them with too few answers, and one with none."""
    rows = [
        DotRow(
            f"D{place}", name, value, low, high,
            f"{value:.1f}%".replace(".", ",") if n >= 30 else f"({value:.1f}%)".replace(".", ","),
            f"{n} / {listed:,}".replace(",", "."),
            "Không xếp hạng" if n < 30 else "Trên mốc" if low > 20 else "Chưa rõ",
            reliable=n >= 30, decided=low > 20 and n >= 30,
        )
        for place, (name, value, low, high, n, listed) in enumerate(_DISTRICTS)
    ]  # fmt: skip
    return (
        *rows,
        DotRow("D99", "Huyện Ea Súp", None, None, None, "…", "0 / 250", "Chưa có số liệu", reliable=False),
    )


DOT_SCALE = DotScale(
    ticks=tuple(Tick(value, f"{value}%") for value in (0, 20, 40, 60, 80)),
    target=Reference(20.0, "Chỉ tiêu ≥ 20%"),
    whole=Reference(28.5, "Toàn tỉnh 28,5%", 25.7, 31.4),
)
DOT_WORDS = DotWords("Ước lượng", "Phiếu / DN", "So với 20%", "CHƯA ĐỦ TIN CẬY")
DOT_TEXT = ChartText(
    "Chỉ hai trong 15 huyện chắc chắn trên mốc 20%",
    "Tỷ lệ doanh nghiệp ứng dụng công nghệ số theo huyện cũ: ước lượng và khoảng tin cậy 95%",
    "Số liệu giả định. Chưa đủ tin cậy: dưới 30 phiếu hoặc nửa khoảng tin cậy trên 15 điểm %.",
)


def texts_of(figure):
    """Give every visible text of the figure with its box in points, as it is drawn (without hinting)."""
    with mpl.rc_context({"text.hinting": "no_hinting"}):
        figure.set_dpi(144)
        return [
            (text, text.get_window_extent(figure.canvas.get_renderer()))
            for text in figure.findobj(Text)
            if text.get_text() and text.get_visible() and text.axes.axison is False
        ]


def clipped_texts(figure):
    """Give the words that stand partly outside the figure."""
    texts = texts_of(figure)
    width, height = figure.canvas.get_width_height()
    return [
        text.get_text()
        for text, box in texts
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width + 0.5 or box.y1 > height + 0.5
    ]


# Names that several separate texts share.
SHARED_NAMES = {"axis", "heading", "legend", "reference_label", "result_label", "target_label", "path_label"}


def colliding_texts(figure, slack=3.0):
    """Give the pairs of words that cover one another by more than `slack` pixels at 144 dpi in both directions.

    Lines of one block (one name) are left out: their distance is the style's line height.
    """
    return [
        (one.get_text(), other.get_text())
        for (one, a), (other, b) in combinations(texts_of(figure), 2)
        if (one.get_gid() is None or one.get_gid() != other.get_gid() or one.get_gid() in SHARED_NAMES)
        and min(a.x1, b.x1) - max(a.x0, b.x0) > slack
        and min(a.y1, b.y1) - max(a.y0, b.y0) > slack
    ]


def artist(figure, gid):
    """Give the one artist of that name."""
    found = [part for part in figure.axes[0].get_children() if part.get_gid() == gid]
    assert len(found) == 1, f"{gid}: {len(found)}"
    return found[0]


def names_of(figure):
    """Give the names of all artists."""
    return {part.get_gid() for part in figure.axes[0].get_children()} - {None}
