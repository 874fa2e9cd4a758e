"""What the rules found, in the log of a build, so that `--strict` agrees with `sima check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from mkdocs_sima.reports.concise import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_sima.model import Finding

_SHOWN = 20
_log = get_plugin_logger("sima")


def log_findings(
    findings: Sequence[Finding], config: MkDocsConfig, *, is_shallow: bool = False
) -> None:
    """Log errors one by one, as warnings of MkDocs; of the rest only how many there are.

    In a shallow clone, say once what is not shown.
    """
    errors = [finding for finding in findings if finding.severity == "error"]
    docs = _readable(config.docs_dir)
    for finding in errors[:_SHOWN]:
        place = f"{docs / finding.path}:{finding.line}:{finding.column}"
        _log.warning("%s: %s (%s)", place, finding.message, finding.rule)
    more = len(errors) - _SHOWN
    warnings = sum(finding.severity == "warning" for finding in findings)
    rest = [counted(more, "more error")] if more > 0 else []
    rest += [counted(warnings, "warning")] if warnings else []
    if is_shallow:
        _log.info("a shallow clone: no dates and no changes are shown that only git knows")
    if rest:
        _log.info("%s; `sima check %s` lists them all", ", ".join(rest), docs)


def _readable(folder: str) -> Path:
    try:
        return Path(folder).relative_to(Path.cwd())
    except ValueError:
        return Path(folder)
