"""The entries that somebody should read again, as the health page lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.rules.evidence.upkeep.due import due
from mkdocs_sima.site.theme import naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs_sima.rules.evidence.upkeep.due import Due
    from mkdocs_sima.site.pages.entries import Entries, Row
    from mkdocs_sima.site.theme.context import SiteContext

_LISTED = 60
_REASONS = 3


class Look(NamedTuple):
    """An entry, and why to look at it."""

    row: Row
    reasons: list[str]  # in the site's language


def build(entries: Entries, page: str) -> list[Look]:
    """Return the entries that are due, the most urgent first, with links as seen from a page."""
    site = entries.site
    return [
        Look(entries.row(page, one.document), [*_reasons(site, one)][:_REASONS])
        for one in due(site.kb, site.today)[:_LISTED]
    ]


def _reasons(site: SiteContext, one: Due) -> Iterator[str]:
    t = site.t
    if one.overdue:
        yield t("{count} days past its time", count=one.overdue)
    for cited in one.references:
        name = naming.name(site.kb.documents[cited.target])
        yield t("{name} changed on {date}", name=name, date=t.date(cited.last.date))
    for code in one.code:
        name = code.reference.cited.text
        yield t("{name} changed on {date}", name=name, date=t.date(code.last.date))
