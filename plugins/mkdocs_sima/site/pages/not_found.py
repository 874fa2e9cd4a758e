"""The page for addresses that lead nowhere: it suggests entries by the ID in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs_sima.site.pages.permanent import LOOKUP

if TYPE_CHECKING:
    from mkdocs_sima.site.theme.context import SiteContext

_THEMES = "<h1>404 - Not found</h1>"
_SCRIPT = "assets/sima/bundled/not-found.js"


def suggest_by_id(output: str, site: SiteContext) -> str:
    """Return the theme's `404.html` with suggestions; a page of the owner's own stays as it is.

    The page is served at any depth, so its links begin at the root of the site.
    """
    if _THEMES not in output:
        return output
    base = urlsplit(site.site_url or "").path.rstrip("/") + "/"
    html = site.render(
        "pages/not_found.html",
        base=base,
        lookup=LOOKUP,
        script=_SCRIPT,
        catalogue=site.url("404.html", site.places.catalogue),
    )
    return output.replace(_THEMES, html, 1)
