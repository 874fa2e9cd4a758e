"""What several benchmarks need: a plain MkDocs site as the peer, and what a command costs."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

REPOSITORY = Path(__file__).parents[2]
REAL = REPOSITORY.parent / "shared" / "corpus"


def arguments_parser(description: str | None) -> argparse.ArgumentParser:
    """Return what reads the folder to measure with and the number of runs."""
    parser = argparse.ArgumentParser(description=description)
    default = REAL if REAL.is_dir() else REPOSITORY / "entries"
    parser.add_argument("folder", nargs="?", type=Path, default=default, help="Markdown files")
    parser.add_argument("--runs", type=int, default=3, help="runs of each")
    return parser


def arguments(description: str | None) -> argparse.Namespace:
    """Read the folder to measure with and the number of runs."""
    return arguments_parser(description).parse_args()


def write_site(folder: Path, docs: Path, *plugins: str, in_nav: bool = True) -> Path:
    """Write an `mkdocs.yml` for `docs` and return its path.

    Without `in_nav` the navigation has one document only, unless a plugin writes it.
    """
    config = folder / "mkdocs.yml"
    text = (
        f"site_name: Benchmark\ndocs_dir: {docs.resolve()}\nsite_dir: {folder / 'site'}\n"
        f"theme: {{name: material, font: false}}\nplugins: [{', '.join(plugins)}]\n"
    )
    if not in_nav and "sima" not in plugins:
        first = min(docs.rglob("*.md")).relative_to(docs).as_posix()
        text += f"nav: ['{first}']\nnot_in_nav: '*'\n"
    config.write_text(text, "utf-8")
    return config


class Cost(NamedTuple):
    """What one run of a command cost, in seconds."""

    wall: float
    cpu: float  # user and system, of it and its children


def module_cost(*module_and_arguments: str, statuses: tuple[int, ...] = (0,)) -> Cost:
    """Run `python -m …` quietly and return what it cost.

    Raises:
        SystemExit: it ended with another status than `statuses`; shows what it said.
    """
    return program_cost(sys.executable, "-m", *module_and_arguments, statuses=statuses)


def program_cost(*command: str, statuses: tuple[int, ...] = (0,)) -> Cost:
    """Do the same for any program."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages are compiled already
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(
        list(command),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    wall = perf_counter() - start
    if done.returncode not in statuses:
        raise SystemExit(f"{' '.join(command)}:\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def peak_memory() -> int:
    """Return the bytes of memory that the largest of all commands so far has held at once."""
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
