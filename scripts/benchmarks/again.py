"""What the second check and the second build cost, against a plain build and their first.

All in turn in one run, as ratios to a plain MkDocs-Material build of the same files with a menu of
one page; Zensical and lychee too, where they are installed. `--entries 10000` measures with
synthetic entries, and tells the peak memory of a build and its cost per entry. Prints the table of
the README.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from statistics import median

from _entries import write_entries
from _peers import arguments_parser, module_cost, peak_memory, program_cost, write_site

_SMALL = 500  # entries that the cost of one is compared with
_PATIENCE = 300.0  # seconds that a server may take


class Measured:
    """One knowledge base, measured in turn."""

    def __init__(self, work: Path, docs: Path) -> None:
        self.docs, self.cache, self._work = docs, work / "cache", work
        self.edited = sorted(docs.rglob("*.md"))[len([*docs.rglob("*.md")]) // 2]
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.differing = self.size = 0
        self._edits = 0
        os.environ["SIMA_CACHE_DIR"] = str(self.cache)
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        os.environ["SOURCE_DATE_EPOCH"] = str(int(time.time()))

    def run(self) -> None:
        """Measure everything once."""
        shutil.rmtree(self.cache, ignore_errors=True)
        self._build("plain build", "search")
        for name in ("check, first", "check, again", "check, after an edit"):
            self._edit(name)
            self._note(name, module_cost("mkdocs_sima", "check", str(self.docs), statuses=(0, 1)))
        shutil.rmtree(self.cache, ignore_errors=True)
        for name in ("build, first", "build, again", "build, after an edit"):
            self._edit(name)
            self._build(name, "search", "sima")
            if name.endswith("first"):
                self.size = sum(path.stat().st_size for path in self.cache.rglob("*"))
        self.differing += self._differences()
        shutil.rmtree(self._work / "site")
        self._build("build, again elsewhere", "search", "sima")
        self._serve()
        self._peers()

    def _edit(self, name: str) -> None:
        if name.endswith("edit"):
            self._edits += 1
            with self.edited.open("a", encoding="utf-8") as file:
                file.write(f"\n\nSentence {self._edits}.\n")

    def _note(self, name: str, cost: object) -> None:
        self.seconds[name].append(float(getattr(cost, "wall", cost)))  # type: ignore[arg-type]

    def _build(self, name: str, *plugins: str) -> None:
        config = write_site(self._work, self.docs, *plugins, in_nav=False)
        self._note(name, module_cost("mkdocs", "build", "-q", "-f", str(config)))

    def _differences(self) -> int:
        """Return how many files differ from those of a build that finds nothing kept."""
        built = _contents(self._work / "site")
        os.environ["SIMA_CACHE_DIR"] = "off"
        config = write_site(self._work, self.docs, "search", "sima")
        module_cost("mkdocs", "build", "-q", "-f", str(config))
        os.environ["SIMA_CACHE_DIR"] = str(self.cache)
        fresh = _contents(self._work / "site")
        return sum(built.get(path) != fresh.get(path) for path in built.keys() | fresh.keys())

    def _serve(self) -> None:
        """Measure from a save to the moment at which the server's page shows it."""
        config = write_site(self._work, self.docs, "search", "sima")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-f", str(config)]
        page = self.edited.relative_to(self.docs).with_suffix("").as_posix()
        url = f"http://127.0.0.1:{port}/{page.removesuffix('README')}/"
        with subprocess.Popen([*command, "-a", f"127.0.0.1:{port}"]) as server:
            try:
                _wait_for(url, "<h1")
                self._edit("save, an edit")
                start = time.perf_counter()
                _wait_for(url, f"Sentence {self._edits}.")
                self._note("save until it is served", time.perf_counter() - start)
            finally:
                server.terminate()

    def _peers(self) -> None:
        beside = Path(sys.executable).parent
        if zensical := shutil.which("zensical", path=str(beside)):
            config = write_site(self._work, self.docs, "search", in_nav=False)
            shutil.rmtree(self._work / ".cache", ignore_errors=True)
            for name in ("Zensical, first", "Zensical, again"):
                self._note(name, program_cost(zensical, "build", "-f", str(config)))
        if lychee := shutil.which("lychee", path=str(beside)) or shutil.which("lychee"):
            links = (lychee, "--offline", "--no-progress", str(self.docs))
            self._note("lychee --offline", program_cost(*links, statuses=(0, 2)))


def _contents(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def _wait_for(url: str, text: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(url, timeout=_PATIENCE) as answer:
            if text in answer.read().decode("utf-8", "replace"):
                return
        time.sleep(0.02)
    raise SystemExit(f"{url} never showed {text!r}")


def main() -> None:
    """Print the medians and their ratios as a table of Markdown."""
    parser = arguments_parser(__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--entries", type=int, help="number of synthetic entries to measure with")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        docs = Path(name, "docs")
        if given.entries:
            write_entries(docs, given.entries)
        else:
            shutil.copytree(given.folder, docs)
        measured = Measured(Path(name), docs)
        for _ in range(given.runs):
            measured.run()
        _print(measured)
        if given.entries:
            _print_size(Path(name), given.entries)


def _print(measured: Measured) -> None:
    count = sum(1 for _ in measured.docs.rglob("*.md"))
    seconds = {name: median(values) for name, values in measured.seconds.items()}
    print(f"{count} documents, medians of runs in turn, wall clock\n")
    print("| | seconds | of a plain build | of its first |\n| --- | ---: | ---: | ---: |")
    for name, value in seconds.items():
        first = seconds.get(f"{name.partition(',')[0]}, first", value)
        ratios = f"{value / seconds['plain build']:.2f} | {value / first:.2f}"
        print(f"| {name} | {value:.2f} | {ratios} |")
    print(f"\nfiles that differ from those of a fresh build: {measured.differing}")
    print(f"the cache: {measured.size / count / 1000:.0f} kB for each entry, after the first build")


def _print_size(work: Path, entries: int) -> None:
    """Print what a build of many entries takes, and what one of them costs against few."""
    costs = []
    for number in (_SMALL, entries):
        docs = work / f"docs-{number}"
        write_entries(docs, number)
        config = write_site(work, docs, "search", "sima")
        os.environ["SIMA_CACHE_DIR"] = str(work / f"cache-{number}")
        cost = module_cost("mkdocs", "build", "-q", "-f", str(config))
        costs.append(cost.wall / number)
    print(f"peak memory of a build: {peak_memory() / 2**30:.2f} GiB")
    print(f"cost of an entry against {_SMALL}: {costs[1] / costs[0]:.2f}")


if __name__ == "__main__":
    main()
