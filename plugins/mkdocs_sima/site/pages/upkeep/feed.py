"""The changes as feeds in the Atom format (RFC 4287): one of all entries, one for each type."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree

from mkdocs_sima.site.theme import naming
from mkdocs_sima.site.theme.context import GeneratedAsset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.site.pages.entries import Entries
    from mkdocs_sima.site.pages.upkeep.weekly import Change
    from mkdocs_sima.site.theme.context import SiteContext

_MOST = 40  # entries of a feed
_ATOM = "http://www.w3.org/2005/Atom"
_ROOT = "index.md"
# What XML can't hold, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def build(entries: Entries, found: Sequence[Change]) -> list[tuple[str, GeneratedAsset]]:
    """Return the feeds with what to call them; none where the site's own address isn't known.

    A feed names its entries by their addresses, and readers fetch it from anywhere.
    """
    site = entries.site
    if not site.site_url or site.has_feed:
        return []
    by_type: dict[str, list[Change]] = defaultdict(list)
    for change in found:
        if change.document.ref_id:
            by_type[change.document.ref_id.type].append(change)
    feeds = [(site.t("All entries"), entries.places.feed, list(found))]
    for name, of_type in sorted(by_type.items()):
        kind = site.settings.types.get(name)
        label = site.t(kind.plural) if kind else name
        feeds.append((label, entries.places.feed_of(name), of_type))
    return [
        (label, GeneratedAsset(uri, _feed(site, uri, label, some[:_MOST])))
        for label, uri, some in feeds
    ]


def _feed(site: SiteContext, uri: str, label: str, found: Sequence[Change]) -> bytes:
    """Return one feed; `uri` is where it lies."""
    ElementTree.register_namespace("", _ATOM)
    base = site.site_url or ""
    address = urljoin(base, uri)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", site.language.replace("_", "-"))
    _add(root, "title", f"{site.site_name}: {label}")
    _add(root, "id", address)
    _add(root, "updated", max((change.time for change in found), key=datetime.fromisoformat))
    _add(root, "link", rel="self", type="application/atom+xml", href=address)
    _add(root, "link", rel="alternate", type="text/html", href=base)
    _add(_add(root, "author"), "name", site.site_name)
    for change in found:
        _entry(site, root, change, base)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def _entry(site: SiteContext, root: ElementTree.Element, change: Change, base: str) -> None:
    document = change.document
    url = urljoin(base, site.url(_ROOT, document.path))
    entry = _add(root, "entry")
    _add(entry, "title", naming.name(document))
    _add(entry, "id", f"{url}#{change.week}")  # what happens to it in another week is news
    _add(entry, "updated", change.time)
    _add(entry, "link", rel="alternate", type="text/html", href=url)
    if document.ref_id:
        _add(entry, "category", term=document.ref_id.type)
    what = [site.t("New")] if change.is_new else list(change.what) or [site.t("Changed")]
    if change.is_new and document.summary:
        what.append(document.summary)
    _add(entry, "summary", " · ".join(what))


def _add(
    parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    given = {key: _FORBIDDEN.sub("", value) for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}", given)
    element.text = text and _FORBIDDEN.sub("", text)
    return element
