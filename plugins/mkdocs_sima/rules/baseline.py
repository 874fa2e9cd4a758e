"""A baseline: the findings that a team knows already and a check keeps silent about.

A finding is known by its rule, its file and the text it is about, not by its line: moving text
wakes nothing. Several equal ones are counted, so that one more of them is new.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from mkdocs_sima.model import Finding

NAME = ".sima-baseline.json"
VERSION = 1

Key = tuple[str, str, str]  # rule, path, text
Keys = Counter[Key]


class BaselineError(Exception):
    """A baseline that can't be used; the message says why and what to do."""


class NoBaselineError(BaselineError):
    """There is none, or what is there is no baseline: writing a new one loses nothing."""


def read(path: Path) -> Keys:
    """Return what a baseline file remembers.

    Raises:
        NoBaselineError: there is no such file, or it is no baseline.
        BaselineError: it can't be read.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        rows = content["findings"] if content["version"] == VERSION else None
        if rows is None:
            raise NoBaselineError(f"{path}: made by another version; run with --update-baseline")
        keys: Keys = Counter()
        for row in rows:
            keys[str(row["rule"]), str(row["path"]), str(row["text"])] += int(row.get("count", 1))
    except FileNotFoundError as error:
        raise NoBaselineError(f"{path}: no such baseline; --update-baseline makes one") from error
    except OSError as error:
        raise BaselineError(f"{path}: can't be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoBaselineError(
            f"{path}: is no baseline; --update-baseline makes a new one"
        ) from error
    return keys


def write(path: Path, keys: Keys) -> None:
    """Write a baseline, one finding a line and sorted, so that a diff of it can be read.

    Raises:
        BaselineError: the file can't be written.
    """
    rows = []
    for (rule, where, text), count in sorted(keys.items()):
        row: dict[str, object] = {"rule": rule, "path": where, "text": text}
        if count > 1:
            row["count"] = count
        rows.append(json.dumps(row, ensure_ascii=False))
    inner = "".join(f"\n  {row}," for row in rows).rstrip(",")
    content = f'{{"version": {VERSION}, "findings": [{inner}\n]}}\n'
    try:
        from mkdocs_sima.writing import atomic  # few runs write, and what it needs loads slowly

        # In JSON, what a name that is no UTF-8 leaves over is written just as Python escapes it.
        atomic.write(path, content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise BaselineError(f"{path}: can't be written: {error.strerror}") from error


def key(finding: Finding) -> Key:
    """Return what a finding is known by."""
    return finding.rule, finding.path, finding.subject


def split(
    findings: Iterable[Finding], known: Keys, looked: Callable[[Key], bool]
) -> tuple[list[Finding], int, list[Key]]:
    """Return the new findings, how many are known, and what is known but was not found again.

    Args:
        findings: what the check found.
        known: the baseline.
        looked: whether the check could have found such a thing at all.
    """
    left = Counter(known)
    new: list[Finding] = []
    hidden = 0
    for finding in findings:
        if left[key(finding)] > 0:
            left[key(finding)] -= 1
            hidden += 1
        else:
            new.append(finding)
    gone = sorted(k for k, count in left.items() if count > 0 and looked(k))
    return new, hidden, gone


def updated(findings: Iterable[Finding], old: Keys, looked: Callable[[Key], bool]) -> Keys:
    """Return the baseline of these findings; what the check did not look for stays in it."""
    kept: Keys = Counter({k: count for k, count in old.items() if not looked(k)})
    return kept + Counter(key(finding) for finding in findings)
