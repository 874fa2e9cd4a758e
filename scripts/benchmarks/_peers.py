"""What several benchmarks need: a plain MkDocs site as the peer, and the CPU time of a command."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
REAL = REPOSITORY.parent / "shared" / "corpus"


def arguments(description: str | None) -> argparse.Namespace:
    """Read the folder to measure with and the number of runs."""
    parser = argparse.ArgumentParser(description=description)
    default = REAL if REAL.is_dir() else REPOSITORY / "entries"
    parser.add_argument("folder", nargs="?", type=Path, default=default, help="Markdown files")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, the best counts")
    return parser.parse_args()


def write_site(folder: Path, docs: Path, *plugins: str) -> Path:
    """Write an `mkdocs.yml` for `docs` and return its path."""
    config = folder / "mkdocs.yml"
    config.write_text(
        f"site_name: Benchmark\ndocs_dir: {docs.resolve()}\nsite_dir: {folder / 'site'}\n"
        f"theme: {{name: material, font: false}}\nplugins: [{', '.join(plugins)}]\n",
        "utf-8",
    )
    return config


def cpu_seconds(*module_and_arguments: str, statuses: tuple[int, ...] = (0,)) -> float:
    """Run `python -m …` quietly; return the CPU time (user and system) of it and its children.

    Raises:
        SystemExit: it ended with another status than `statuses`; shows what it said.
    """
    return program_cpu_seconds(sys.executable, "-m", *module_and_arguments, statuses=statuses)


def program_cpu_seconds(*command: str, statuses: tuple[int, ...] = (0,)) -> float:
    """Do the same for any program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        list(command),
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in statuses:
        raise SystemExit(f"{' '.join(command)}:\n{done.stderr[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
