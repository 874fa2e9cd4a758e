"""Repair labelled text with sima and with ftfy: who is right how often, and how fast.

Give one or more JSON Lines files. A record holds `damaged` and `clean` (and perhaps `candidates`,
other texts that count as right), or `text` that must stay as it is, and perhaps a `set` to count
it under. Without a file, lines of the demo entries are damaged through every channel.
Speeds are megabytes of UTF-8 a second of CPU time, the best of `--runs`, peers in turn.
"""

from __future__ import annotations

import argparse
import json
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ftfy

from mkdocs_sima.mojibake import repair_text
from mkdocs_sima.mojibake.channels.damage import damage
from mkdocs_sima.mojibake.channels.pages import OWN_MODEL, Page, pages
from mkdocs_sima.mojibake.decoding.detection import may_be_damaged
from mkdocs_sima.mojibake.scoring import Tally, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REPOSITORY = Path(__file__).parents[2]
PEERS: dict[str, Callable[[str], str]] = {
    "sima": repair_text,
    "ftfy encoding": ftfy.fix_encoding,
    "ftfy text": ftfy.fix_text,
}
MINIMUM = 400_000  # bytes to measure speed on; less is repeated


def read(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """Yield the records of JSON Lines files."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def made_up() -> Iterator[dict[str, Any]]:
    """Yield the lines of the demo entries that go beyond ASCII, damaged through every channel."""
    texts = (path.read_text("utf-8") for path in sorted((REPOSITORY / "entries").rglob("*.md")))
    # The demo holds damaged text of its own, for its readers to see; that is no clean line.
    lines = {
        line
        for text in texts
        for line in text.split("\n")
        if not line.isascii() and not may_be_damaged(line)
    }
    for page in ("cp1252", "cp1254", "latin-1"):
        for dropped, straightened in ((False, False), (True, False), (True, True)):
            if page == "latin-1" and dropped:
                continue  # Latin-1 has no undefined bytes and no curly quotes
            words = [page, "dropped" * dropped, "straightened" * straightened]
            name = " ".join(filter(None, words))
            spoil = partial(damage, page=page, dropped=dropped, straightened=straightened)
            yield from ({"set": name, "damaged": spoil(x), "clean": x} for x in sorted(lines))
    for table in pages():
        if table.name not in OWN_MODEL:
            yield from _read_with(table, sorted(lines))
    yield from ({"set": "kept", "text": line} for line in sorted(lines))


def _read_with(page: Page, lines: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the lines as a code page shows them, where it loses none of their bytes."""
    for line in lines:
        shown = page.show(line.encode())
        if "\ufffd" not in shown:
            yield {"set": page.name, "damaged": shown, "clean": line}


def share(part: int, whole: int) -> str:
    """Return a share in per cent, or a dash where there is nothing to share."""
    return f"{100 * part / whole:8.2f} %" if whole else f"{'-':>10}"


def row(name: str, peer: str, tally: Tally) -> str:
    """Return one line of the table."""
    return (
        f"{name:32} {peer:14} {tally.lines:6}{share(tally.accepted, tally.lines)}"
        f"{share(tally.wrong, tally.lines)}{share(tally.unchanged, tally.lines)}"
        f"{tally.intact:8}{share(tally.altered, tally.intact)}"
    )


def speed(repair: Callable[[str], str], text: str) -> float:
    """Return megabytes of UTF-8 a second of CPU time."""
    start = time.process_time()
    repair(text)
    return len(text.encode()) / 1e6 / max(time.process_time() - start, 1e-9)


def print_speeds(kind: str, texts: list[str], runs: int) -> None:
    """Print how fast each peer goes over `texts`, and how much faster than it sima is."""
    text = "\n".join(texts)
    if not text:
        return
    text = "\n".join([text] * (1 + MINIMUM // len(text.encode())))
    best = dict.fromkeys(PEERS, 0.0)
    for _ in range(runs):
        for peer, repair in PEERS.items():
            best[peer] = max(best[peer], speed(repair, text))
    for peer, rate in best.items():
        ratio = "" if peer == "sima" else f"   sima is {best['sima'] / rate:.1f} times as fast"
        print(f"{kind:32} {peer:14} {rate:10.1f} MB/s{ratio}")


def main() -> None:
    """Print the table of scores, then the speeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="labelled text, as JSON Lines")
    parser.add_argument("--runs", type=int, default=3, help="runs of each, the best counts")
    options = parser.parse_args()
    records = list(read(options.files) if options.files else made_up())
    tables = {peer: score(records, repair) for peer, repair in PEERS.items()}
    print(
        f"{'set':32} {'peer':14} {'lines':>6}{'accepted':>10}{'wrong':>10}{'unchanged':>10}"
        f"{'intact':>8}{'altered':>10}"
    )
    for name in tables["sima"]:
        for peer, table in tables.items():
            print(row(name, peer, table[name]))
    print()
    print_speeds("damaged", [r["damaged"] for r in records if "damaged" in r], options.runs)
    print_speeds("clean", [r.get("clean", r.get("text", "")) for r in records], options.runs)


if __name__ == "__main__":
    main()
