"""One line a finding, a summary by rule at the end: for people, pipes and editors."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from mkdocs_sima.reports.report import SEVERITIES, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.model import Finding

MANY = 50  # findings that nobody mends in one go


def render(report: Report) -> str:
    """Return `path:line:column severity rule message` lines and the summary."""
    return "\n".join([*(line(report, f) for f in report.findings), *summary(report)]) + "\n"


def line(report: Report, finding: Finding) -> str:
    """Return the one line of a finding."""
    place = f"{report.place(finding.path)}:{finding.line}:{finding.column}"
    return visible(f"{place} {finding.severity} {finding.rule} {finding.message}")


def visible(text: str) -> str:
    """Replace what would break the line or command the terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u200d" else " " for c in text)


def summary(report: Report) -> Iterator[str]:
    """Yield the lines that say how much of what was found, and what to do next."""
    if report.findings:
        yield ""
        yield from _table(report)
        yield ""
    yield from report.notes
    for known in report.removable:
        text = f" '{known.text}'" if known.text else ""
        yield visible(f"removable from the baseline: {known.path} {known.rule}{text}")
    yield verdict(report)
    if report.known:
        yield f"{counted(report.known, 'known finding')} hidden by the baseline."
    if report.removable:
        yield (
            f"{counted(len(report.removable), 'baseline entry', 'baseline entries')} can go: "
            "run with --update-baseline."
        )
    if safe := report.fixable():
        yield f"--fix mends {safe} of them, --diff shows how."
    if unsafe := report.fixable(safe=False):
        yield f"--fix --unsafe-fixes mends {unsafe} more by a guess: see --diff first."
    if len(report.findings) > MANY and not report.known:
        rule = Counter(f.rule for f in report.findings).most_common(1)[0][0]
        yield f"Too many? --select {rule} shows one rule, `sima rule` explains it."
        yield "--update-baseline hides them: --baseline then fails only on new ones."
    if report.read:
        yield visible(f"Read {report.read}")


def _table(report: Report) -> Iterator[str]:
    found: Counter[tuple[str, str]] = Counter((f.severity, f.rule) for f in report.findings)
    files: dict[tuple[str, str], set[str]] = defaultdict(set)
    for finding in report.findings:
        files[finding.severity, finding.rule].add(finding.path)
    width = max(len(rule) for _, rule in found)
    digits = len(str(max(found.values())))
    for severity in SEVERITIES:
        rows = sorted((-n, rule) for (level, rule), n in found.items() if level == severity)
        for count, rule in rows:
            inside = counted(len(files[severity, rule]), "file")
            yield f"{severity:<7}  {rule:<{width}}  {-count:>{digits}} in {inside}"


def verdict(report: Report) -> str:
    """Return the line that counts what was found."""
    checked = counted(report.documents, "document")
    if not report.findings:
        new = "new " if report.known else ""
        return f"No {new}findings in {checked}."
    return f"Found {totals(report)} in {checked}."


def totals(report: Report) -> str:
    """Return how many findings of each severity there are: `1 error, 2 warnings, 3 info`."""
    counts = report.counts()
    plurals = {"error": "errors", "warning": "warnings", "info": "info"}
    return ", ".join(counted(counts[s], s, plurals[s]) for s in SEVERITIES if counts[s])


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return `1 file`, `2 files`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
