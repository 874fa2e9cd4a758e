"""What the rules found, in the log of a build, so that `--strict` agrees with `sima check`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.model import Finding

_SHOWN = 20
_log = get_plugin_logger("sima")


def log_findings(findings: Sequence[Finding], config: MkDocsConfig) -> None:
    """Log errors one by one, as warnings of MkDocs; of the rest only how many there are."""
    errors = [finding for finding in findings if finding.severity == "error"]
    docs = _readable(config.docs_dir)
    for finding in errors[:_SHOWN]:
        place = f"{docs / finding.path}:{finding.line}:{finding.column}"
        _log.warning("%s: %s (%s)", place, finding.message, finding.rule)
    counts = Counter(finding.severity for finding in findings)
    counts["error"] = max(0, len(errors) - _SHOWN)
    rest = ", ".join(
        f"{'more ' if severity == 'error' else ''}{counts[severity]} {severity}"
        + ("s" if counts[severity] != 1 else "")
        for severity in ("error", "warning")
        if counts[severity]
    )
    if rest:
        _log.info("%s: `sima check %s` lists all", rest, docs)


def _readable(folder: str) -> Path:
    try:
        return Path(folder).relative_to(Path.cwd())
    except ValueError:
        return Path(folder)
