"""What a check found, worked out or, where nothing has changed, as it was found before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs_sima import rules
from mkdocs_sima.model import Edit, Finding, Fix
from mkdocs_sima.store import fingerprint, remembered, software

if TYPE_CHECKING:
    from mkdocs_sima.cli.parts.load import Loaded
    from mkdocs_sima.rules import Selection

_NAMESPACE = "findings"


class Outcome(NamedTuple):
    """What a report needs to know."""

    findings: list[Finding]
    documents: int  # that were looked at
    read: str  # what they are, in words


def outcome(loaded: Loaded, selection: Selection) -> Outcome:
    """Check a knowledge base, unless the store knows what the rules say of exactly this."""
    key = fingerprint(
        software(),
        repr(loaded.project.settings),
        repr((selection.select, selection.ignore, selection.focus)),
        loaded.sources.digest(),
        loaded.repository.digest(),
    )
    return remembered(
        loaded.store,
        _NAMESPACE,
        key,
        lambda: _checked(loaded, selection),
        lambda made: made,  # plain as it is
        _from_plain,
    )


def with_external(loaded: Loaded, selection: Selection) -> Outcome:
    """Check it with what the web says of its links, which nobody can remember."""
    from mkdocs_sima.cli.parts import external

    return _checked(loaded, selection, external.find(loaded.kb, selection))


def _checked(loaded: Loaded, selection: Selection, extra: list[Finding] | None = None) -> Outcome:
    from mkdocs_sima.cli.parts.what_was_read import what_was_read

    findings = rules.check(loaded.kb, selection, extra or ())
    documents = sum(map(selection.covers, loaded.kb.documents))
    return Outcome(findings, documents, what_was_read(loaded.kb, selection))


def _from_plain(value: Any) -> Outcome:
    rows, documents, read = value
    return Outcome([_finding(row) for row in rows], int(documents), str(read))


def _finding(row: Any) -> Finding:
    *_, fix = row
    if fix is None:
        return Finding(*row)
    title, edits, safe = fix
    return Finding(*row)._replace(fix=Fix(title, tuple(Edit(*edit) for edit in edits), safe))
