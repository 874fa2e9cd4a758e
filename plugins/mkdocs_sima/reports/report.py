"""What every format writes about: findings with the files they are in."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.model import Finding, Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def as_seen(path: Path, folder: Path | None = None) -> str:
    """Return a path as seen from a folder, the working one if none is given."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive of Windows: the whole path
        return str(path)


@dataclass(frozen=True)
class Known:
    """A finding that a baseline remembers: its rule, its file and the text it is about."""

    rule: str
    path: str
    text: str


@dataclass
class Report:
    """The outcome of one check."""

    findings: Sequence[Finding]
    root: Path
    documents: int
    known: int = 0  # findings that the baseline hides
    removable: Sequence[Known] = ()  # what the baseline remembers and nobody finds any more
    read: str = ""  # what was looked at, in one line
    notes: Sequence[str] = ()  # what the reader should know besides
    seen_from: Path | None = None  # the folder that paths start from; None: the working folder
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def place(self, path: str) -> str:
        """Return a document's path as the reader sees it, with `/`."""
        return f"{self._before}{path}"

    @cached_property
    def _before(self) -> str:
        folder = Path(as_seen(self.root, self.seen_from)).as_posix()
        return "" if folder == "." else f"{folder.rstrip('/')}/"

    def source(self, finding: Finding) -> str:
        """Return the line of a finding as it is on disk, without its end, or ""."""
        lines = self._lines.get(finding.path)
        if lines is None:
            try:
                text = (self.root / finding.path).read_bytes().decode("utf-8-sig", "replace")
            except OSError:
                text = ""
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._lines = {finding.path: lines}  # findings come sorted by path: one is enough
        return lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""

    def counts(self) -> Counter[Severity]:
        """Return how many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    def fixable(self, safe: bool = True) -> int:
        """Return how many findings a safe (or an unsafe) fix would mend."""
        return sum(f.fix is not None and f.fix.safe is safe for f in self.findings)
