"""The menu: generated pages, so that thousands of documents don't stand in every page's menu.

Every entry of the navigation is written into every page, which is quadratic: with 5,000 documents
MkDocs's automatic navigation takes 149 s and 1.1 GB instead of 28 s and 112 MB. So documents stay
out of it, in small knowledge bases too, unless the owner's `nav:` names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.utils import nest_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mkdocs_sima.site.theme.context import GeneratedPage

Nav = list[Any]


def nav_titles(nav: object) -> dict[str, str | None]:
    """Return every path that a `nav:` names, with the title that it gives to it."""
    return {path: title for path, title in _leaves(nav, None)}  # noqa: C416 (it is not a dict yet)


def _leaves(node: object, title: str | None) -> Iterator[tuple[str, str | None]]:
    if isinstance(node, str):
        yield node.lstrip("/"), title
    elif isinstance(node, list):
        for item in node:
            yield from _leaves(item, None)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(value, str(key))


def complete_nav(
    nav: Nav | None,
    generated: Sequence[GeneratedPage],
    others: Iterable[str],
    home: str | None,
    t: Callable[[str], str],
) -> Nav:
    """Return the navigation of the site.

    Args:
        nav: the owner's, None if there is none.
        generated: pages that may have a place in it.
        others: pages of MkDocs that are no documents, to be listed as MkDocs would.
        home: the owner's own home page, if there is one.
        t: translates our words.
    """
    placed = [page for page in generated if page.nav is not None]
    if nav is not None:
        named = nav_titles(nav)
        if any(page.uri in named for page in generated):
            return nav  # the owner has chosen
        section = _tree([page for page in placed if page.uri != "index.md"])
        return [*nav, {t("Knowledge base"): section}] if section else nav
    own = [home] if home else []
    rest = nest_paths([path for path in others if path != home])
    return [*own, *_tree(placed), *rest]


def _tree(pages: Iterable[GeneratedPage]) -> Nav:
    """Nest pages by their sections; a section stands where its first page does."""
    top: Nav = []
    sections: dict[tuple[str, ...], Nav] = {(): top}
    for page in pages:
        path: tuple[str, ...] = ()
        for name in page.nav or ():
            parent, path = path, (*path, name)
            if path not in sections:
                sections[path] = []
                sections[parent].append({name: sections[path]})
        sections[path].append(page.uri)
    return top
