"""Runs the real `digiplan` command as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def digiplan(
    *arguments: object, store: Path | None = None, language: str = "vi", seconds: float = 300
) -> Ran:
    """Run one command; `store` and `language` become the options before the verb."""
    options = ["--lang", language, *(["--store", str(store)] if store else [])]
    command = [sys.executable, "-m", "digiplan_desktop", *options, *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    ran = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=seconds, check=False
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)
