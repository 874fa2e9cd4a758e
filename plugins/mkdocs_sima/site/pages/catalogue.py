"""The catalogue: every document in one table, plain to read; a script filters it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mkdocs_sima.model import PRIORITIES
from mkdocs_sima.site.theme.context import GeneratedPage

if TYPE_CHECKING:
    from mkdocs_sima.site.pages.entries import Entries
    from mkdocs_sima.site.theme.context import GeneratedAsset

_LARGE = 1000  # rows; beyond, laying the plain table out first would delay the script


def build(entries: Entries, assets: tuple[GeneratedAsset, ...] = ()) -> GeneratedPage:
    """Return the page; `assets` are files of the site that belong to no page in particular."""
    site, uri = entries.site, entries.places.catalogue
    rows = entries.rows(uri, entries.documents)
    title = site.t("Catalogue")
    html = site.render(
        "pages/catalogue.html",
        page=uri,
        rows=rows,
        large=len(rows) > _LARGE,
        types=Counter((row.type, row.type_label, row.type_class) for row in rows),
        scopes=sorted({(row.scope, row.scope_label) for row in rows}),
        statuses=sorted({row.status for row in rows if row.status}),
        priorities=[name for name in PRIORITIES if any(row.priority == name for row in rows)],
    )
    return GeneratedPage(uri, title, html, nav=(site.t("Browse"),), hide=("toc",), assets=assets)
