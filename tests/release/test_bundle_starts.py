"""What is handed out works by itself: the one-folder bundle and the wheel. Run by `make test-release`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUFFIX = ".exe" if os.name == "nt" else ""
WITHOUT_PYTHON = {"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


def _run(program: Path, *arguments: str, folder: Path) -> str:
    """Run the program far from the checkout, with nothing of the environment; give what it printed."""
    environment = {**WITHOUT_PYTHON, "HOME": str(folder)}
    done = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bundle() -> Path:
    return ROOT / "dist" / "digiplan" / f"digiplan{SUFFIX}"


@pytest.fixture(scope="module")
def wheel_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program installed from a wheel, in an environment that sees the checkout's libraries but not its code."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)], check=True
    )
    wheel = next(folder.glob("*.whl"))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], check=True)
    python = folder / "env" / ("Scripts" if os.name == "nt" else "bin") / f"python{SUFFIX}"
    locked = ["--require-hashes", "-r", str(ROOT / "requirements" / "runtime.txt")]
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", *locked], check=True)
    subprocess.run([*pip, "--python", str(python), "install", "--no-deps", str(wheel)], check=True)
    return python.with_name(f"digiplan{SUFFIX}")


@pytest.fixture(params=["bundle", "wheel_program"])
def program(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_it_makes_a_store_and_opens_it_in_a_window(program: Path, tmp_path: Path):
    _run(program, "demo", "store", "--enterprises", "200", "--responses", "20", folder=tmp_path)

    _run(program, "--store", "store", "--quit-after-paint", folder=tmp_path)

    assert json.loads(_run(program, "--store", "store", "state", "--json", folder=tmp_path))["records"] > 200


def test_it_finds_its_questionnaires_plan_and_areas(program: Path, tmp_path: Path):
    _run(program, "demo", "store", "--enterprises", "200", "--responses", "20", folder=tmp_path)

    targets = json.loads(_run(program, "--store", "store", "plan", "progress", "--json", folder=tmp_path))[
        "targets"
    ]
    made = json.loads(
        _run(
            program,
            "--store",
            "store",
            "return",
            "make",
            "bieu01",
            "--period",
            "2026-II",
            "b.xlsx",
            "--json",
            folder=tmp_path,
        )
    )

    assert targets
    assert made["reconciled"] is True
    assert (tmp_path / "b.xlsx").stat().st_size > 0


def test_it_shows_every_page(program: Path, tmp_path: Path):
    _run(program, "demo", "store", "--enterprises", "200", "--responses", "20", folder=tmp_path)

    files = json.loads(_run(program, "tour", "store", "--out", "out", "--json", folder=tmp_path))["files"]

    assert {Path(name).suffix for name in files} >= {".png", ".xlsx"}


def test_it_draws_its_charts(program: Path, tmp_path: Path):
    _run(program, "demo", "store", "--enterprises", "200", "--responses", "20", folder=tmp_path)

    for kind in ("png", "svg", "pdf"):
        _run(program, "--store", "store", "chart", "bullet", f"targets.{kind}", folder=tmp_path)
        assert (tmp_path / f"targets.{kind}").stat().st_size > 1000


def test_it_speaks_vietnamese(program: Path, tmp_path: Path):
    done = subprocess.run(
        [str(program), "--store", "khong-co", "state"],
        cwd=tmp_path,
        env={**WITHOUT_PYTHON, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "kho" in done.stderr.lower(), done.stderr
