"""The page *Recent changes*: what is new, changed or superseded, week by week; and its feeds."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_sima.site.pages.upkeep import feed
from mkdocs_sima.site.pages.upkeep.weekly import Change, changes
from mkdocs_sima.site.theme.context import GeneratedPage, TocEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs_sima.site.pages.entries import Entries, Row


class Week(NamedTuple):
    """A week and what happened in it, the newest first."""

    anchor: str
    title: str
    changes: list[tuple[Row, Change]]


def build(entries: Entries) -> list[GeneratedPage]:
    """Return the page, if git knows of any change."""
    site, uri, t = entries.site, entries.places.recent, entries.site.t
    found = changes(site)
    if not found:
        return []
    weeks = [
        Week(f"week-{week}", t("Week of {date}", date=t.date(week)), _rows(entries, uri, of_week))
        for week, of_week in groupby(
            sorted(found, key=lambda change: change.week, reverse=True),
            key=lambda change: change.week,
        )
    ]
    feeds = feed.build(entries, found)
    title = t("Recent changes")
    html = site.render(
        "pages/recent.html",
        page=uri,
        title=title,
        weeks=weeks,
        feeds=[(name, site.url(uri, asset.uri)) for name, asset in feeds],
    )
    toc = tuple(TocEntry(week.title, week.anchor) for week in weeks)
    assets = tuple(asset for _, asset in feeds)
    return [GeneratedPage(uri, title, html, nav=(t("Browse"),), toc=toc, assets=assets)]


def _rows(entries: Entries, page: str, found: Iterable[Change]) -> list[tuple[Row, Change]]:
    return [(entries.row(page, change.document), change) for change in found]
