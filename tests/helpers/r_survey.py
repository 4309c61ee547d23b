"""Runs R's package survey, the reference of the estimator."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_PRELUDE = """
options(digits = 17, warn = 1)
suppressMessages(library(survey))
data(api)
say <- function(id, value, se, df, ci) cat(id, sprintf("%.17g", c(value, se, df, ci)), "\\n")
plain <- function(id, found, design) {
  df <- degf(design)
  say(id, coef(found)[1], SE(found)[1], df, confint(found, df = df)[1, ])
}
proportion <- function(id, formula, design, method) {
  found <- svyciprop(formula, design, method = method)
  say(id, coef(found)[1], sqrt(attr(found, "var")), degf(design), attr(found, "ci"))
}
wilson <- function(id, formula, design) {
  found <- svymean(formula, design)
  p <- coef(found)[1]; v <- SE(found)[1]^2; n <- p * (1 - p) / v; z <- qt(.975, degf(design))
  reach <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
  centre <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
  say(id, p, sqrt(v), degf(design), c(centre - reach, centre + reach))
}
"""


def run_r(script: str, folder: Path) -> dict[str, list[float]]:
    """Run the script after the prelude; give the numbers of each line it said, by id."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.fail(
            "Rscript is not installed: the estimator is checked against R. "
            "On Debian: apt-get install r-base-core r-cran-survey"
        )
    file = folder / "script.R"
    file.write_text(_PRELUDE + script, encoding="utf-8")
    done = subprocess.run(
        [program, "--vanilla", str(file)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        pytest.fail(f"R stopped (is the package survey installed? r-cran-survey):\n{done.stderr}")
    lines = [line.split() for line in done.stdout.splitlines() if line.strip()]
    return {line[0]: [float(number) for number in line[1:]] for line in lines}
