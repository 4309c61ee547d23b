"""Start-up: the first paint of the installed program beside that of an empty PySide6 window.

Both are whole processes, started in turn in one run, offscreen unless QT_QPA_PLATFORM says otherwise; each paints
once and ends. The bar is a ratio of medians of at most 2.

Use: python bench/start_up.py [RUNS] (at least 7)
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BAR = 2.0
RUNS = 11
PROGRAM = str(Path(sys.executable).with_name("digiplan"))
EMPTY_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""


def seconds(command: list[str]) -> float:
    """Give how long the command takes from start to end."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def in_turn(commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    """Run the commands in turn; the first round only warms the disk cache."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if turn:
                times[name].append(taken)
    return times


def main() -> int:
    """Measure, print, and give 1 when the bar is missed."""
    runs = max(7, int(sys.argv[1])) if len(sys.argv) > 1 else RUNS
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        subprocess.run(
            [PROGRAM, "init", store], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        commands = {
            "empty PySide6 window": [sys.executable, "-c", EMPTY_WINDOW],
            "digiplan, new store": [PROGRAM, "--store", store, "--quit-after-paint"],
        }
        if Path("demo-store").is_dir():
            commands["digiplan, demo store"] = [PROGRAM, "--store", "demo-store", "--quit-after-paint"]
        times = in_turn(commands, runs)
    floor = statistics.median(times["empty PySide6 window"])
    worst = 0.0
    print(
        f"{'first paint, whole process':<28}{'median ms':>10}{'least ms':>10}{'ratio':>8}   ({runs} runs in turn)"
    )
    for name, taken in times.items():
        ratio = statistics.median(taken) / floor
        worst = max(worst, ratio)
        print(f"{name:<28}{statistics.median(taken) * 1000:>10.0f}{min(taken) * 1000:>10.0f}{ratio:>8.2f}")
    print(f"bar: at most {BAR}: {'held' if worst <= BAR else 'MISSED'}")
    return int(worst > BAR)


if __name__ == "__main__":
    raise SystemExit(main())
