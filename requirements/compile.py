"""Pin every requirement of pyproject.toml with its hashes: `make requirements` writes the files here.

Pins that stand are kept as long as they fit; `make requirements UPGRADE=--upgrade` takes the newest.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent / "pyproject.toml"
HEADER = "# Written by `make requirements` from pyproject.toml; do not edit.\n"


def wanted() -> dict[str, list[str]]:
    """Give what each file must hold; a later file is constrained by the pins of the earlier ones."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    groups = project["dependency-groups"]
    return {
        "runtime.txt": project["project"]["dependencies"],
        "build.txt": project["build-system"]["requires"],
        "test.txt": groups["dev"],
        "release.txt": groups["release"],
    }


def pin(target: Path, requirements: list[str], constraints: list[Path], options: list[str]) -> None:
    """Write one file of exact versions with the hashes of every distribution file."""
    lines = [*requirements, *(f"-c {path}" for path in constraints)]
    command = [
        *(sys.executable, "-m", "piptools", "compile", "-", "--quiet", "--generate-hashes", "--allow-unsafe"),
        *("--strip-extras", "--no-header", "--no-annotate", "--no-emit-options", "--no-emit-index-url"),
        *("--no-emit-trusted-host", "--no-emit-find-links", "--output-file", str(target), *options),
    ]
    subprocess.run(command, input="\n".join(lines), text=True, check=True)  # noqa: S603
    target.write_text(HEADER + target.read_text("utf-8"), "utf-8")


def main(options: list[str]) -> None:
    """Write all files, each constrained by those before it."""
    done: list[Path] = []
    for name, requirements in wanted().items():
        target = HERE / name
        pin(target, requirements, done, options)
        done.append(target)


if __name__ == "__main__":
    main(sys.argv[1:])
