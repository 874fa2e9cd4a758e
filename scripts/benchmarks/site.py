"""A build with the plugin against a plain MkDocs-Material build of the same files.

`--entries 2000` measures with synthetic entries instead of a folder; `--rebuild` what a rebuild of
`mkdocs serve` costs after one saved entry. The plain builds have their documents out of the
navigation, as ours have: with all of them in it, they would be quadratic and take many times as
long.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import tempfile
from pathlib import Path
from time import process_time

from _entries import write_entries
from _peers import arguments_parser, module_cost, write_site
from mkdocs.commands.build import build
from mkdocs.config import load_config

_ADDRESS = "http://127.0.0.1:8000/"


def main() -> None:
    """Print the best CPU time of each and their ratio."""
    parser = arguments_parser(__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--entries", type=int, help="number of synthetic entries to measure with")
    parser.add_argument("--rebuild", action="store_true", help="measure `mkdocs serve` instead")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder
        if given.entries:
            folder = Path(name, "docs")
            write_entries(folder, given.entries)
        elif given.rebuild:  # changes a document
            folder = Path(shutil.copytree(folder, Path(name, "docs")))
        measure = _rebuilds if given.rebuild else _builds
        print(f"{sum(1 for _ in folder.rglob('*.md'))} documents, CPU seconds")
        measure(Path(name), folder, given.runs)


def _builds(work: Path, folder: Path, runs: int) -> None:
    best: dict[str, float] = {}
    for plugins in (("search",), ("search", "sima")):
        config = write_site(work, folder, *plugins, in_nav=False)
        build_it = ("mkdocs", "build", "--quiet", "--config-file", str(config))
        best[plugins[-1]] = min(module_cost(*build_it).cpu for _ in range(runs))
    print(f"plain build  {best['search']:6.2f}")
    print(f"with sima    {best['sima']:6.2f}   {best['sima'] / best['search']:.2f} times that")


def _rebuilds(work: Path, folder: Path, runs: int) -> None:
    """Build as `mkdocs serve` does, once and again after a document has changed."""
    logging.getLogger("mkdocs").setLevel("ERROR")
    changed = min(folder.rglob("*.md"))
    text = changed.read_bytes()
    ours = ("search", "sima")
    for name, plugins in (("plain serve", ("search",)), ("serve", ours), ("serve --dirty", ours)):
        dirty = name.endswith("--dirty")
        file = write_site(work, folder, *plugins, in_nav=False)
        config = load_config(str(file), site_url=_ADDRESS)
        config.plugins.on_startup(command="serve", dirty=dirty)
        times = []
        for number in range(runs + 1):
            if number:
                changed.write_bytes(text + f"\n\nSentence {number}.\n".encode())
                config = load_config(str(file), site_url=_ADDRESS)
            start = process_time()
            build(config, serve_url=_ADDRESS, dirty=dirty and number > 0)
            times.append(process_time() - start)
        print(f"{name:13} {times[0]:6.2f}, again {min(times[1:]):6.2f}")


if __name__ == "__main__":
    main()
