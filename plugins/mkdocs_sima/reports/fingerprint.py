"""Names for findings that stay the same when text moves, so that CI knows old from new."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.reports.report import Report


def fingerprints(report: Report) -> Iterator[str]:
    """Yield one unique name a finding: of its rule, its file, its subject and the line's text."""
    seen: Counter[str] = Counter()
    for finding in report.findings:
        line = "".join(report.source(finding).split())
        parts = (finding.rule, finding.path, finding.subject, line)
        name = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[name] += 1
        yield f"{name}:{seen[name]}"
