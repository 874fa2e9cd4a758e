"""Build the site's pages from MkDocs's files: read once, then only looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import InclusionLevel, set_exclusions
from mkdocs.utils import get_build_date

from mkdocs_sima import rules
from mkdocs_sima.graph import build_graph
from mkdocs_sima.parsing.markdown.dialect_signs import signs_of
from mkdocs_sima.processes import made_to_last
from mkdocs_sima.site.entry.content import EntryPages
from mkdocs_sima.site.entry.document_page import DocumentPage
from mkdocs_sima.site.knowledge import load_knowledge_base
from mkdocs_sima.site.languages.translations import language_of, translate
from mkdocs_sima.site.menu.index_links import IndexLinks
from mkdocs_sima.site.menu.navigation import complete_nav, nav_titles
from mkdocs_sima.site.pages import build_pages, inventory, llms, old_addresses
from mkdocs_sima.site.pages.generated import add_generated, add_texts
from mkdocs_sima.site.rendering import Permalinks
from mkdocs_sima.site.rendering.spans.emoji import as_character, emoji_of_site
from mkdocs_sima.site.theme.context import SiteContext
from mkdocs_sima.site.theme.environment import build_environment
from mkdocs_sima.site.theme.urls import Urls, code_url, source_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_sima.history import Repository
    from mkdocs_sima.knowledge_base import KnowledgeBase, ParseCache
    from mkdocs_sima.model import Document
    from mkdocs_sima.settings import Settings
    from mkdocs_sima.site.rebuild.memory import Memory

_DATES = {"git-revision-date-localized", "git-revision-date"}
_HOMES = ("index.md", "README.md")


@dataclass(frozen=True)
class Site:
    """What the later hooks need to know."""

    context: SiteContext
    by_url: Mapping[str, Document]  # address below the site's own → document


@made_to_last()
def build_site(
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    cache: ParseCache,
    repository: Repository,
    *,
    drafts: bool = False,
    memory: Memory | None = None,
) -> Site:
    """Give every document and index its page, and the site its navigation.

    `drafts` are built in a preview; a memory has the pages of earlier builds.
    """
    set_exclusions(files, config)  # for files that other plugins have added
    kb = load_knowledge_base(files, config, settings, cache, repository, drafts=drafts)
    theme = config.theme.get_env()
    if memory:
        theme.bytecode_cache = memory.templates
    context = _context(kb, files, config, theme)
    generated = build_pages(context, memory.keep_lists(config)) if memory else build_pages(context)

    titles = nav_titles(config.nav)
    index = IndexLinks(context, {page.uri for page in generated})
    extensions = config.markdown_extensions
    signs = signs_of(extensions, config.mdx_configs, config.plugins)
    emoji = emoji_of_site(config.mdx_configs) if "pymdownx.emoji" in extensions else as_character
    entries = EntryPages(context, index, _permalinks(config, context), memory, signs, emoji)
    # These write the menu from all files that may stand in it; the second only without a `nav:`.
    others_write_menu = "awesome-nav" in config.plugins or (
        "awesome-pages" in config.plugins and not config.nav
    )
    # With neither index pages nor a `nav:`, the documents themselves are the only way in.
    all_listed = others_write_menu or not (settings.index_pages or config.nav)
    by_url: dict[str, Document] = {}
    for path, document in kb.documents.items():
        file = files.src_uris[path]
        if file.page is not None:  # another plugin has made one: a blog post
            continue
        page = DocumentPage(titles.get(path), file, config, document, entries)
        by_url[page.url] = document
        if not all_listed and path not in titles and file.inclusion.is_in_nav():
            file.inclusion = InclusionLevel.NOT_IN_NAV
    add_generated(generated, files, config, titles, listed=others_write_menu)
    if generated and not others_write_menu:
        config.nav = complete_nav(
            config.nav,
            generated,
            others=[f.src_uri for f in files.documentation_pages() if f.inclusion.is_in_nav()],
            home=next((name for name in _HOMES if name in kb.documents), None),
            t=context.t,
        )
    texts = [inventory.build(context, by_url.values())]
    taken = {file.dest_uri for file in files}
    texts += old_addresses.build(context, by_url.values(), taken)
    if settings.llms:
        texts += llms.build(context, by_url.values(), config.site_description or "")
    add_texts(texts, files, config)
    return Site(context, by_url)


def _context(
    kb: KnowledgeBase, files: Files, config: MkDocsConfig, theme: Environment
) -> SiteContext:
    settings = kb.settings
    language = language_of(config)
    t = translate(language, [Path(folder) for folder in reversed(config.theme.dirs)])
    variables: dict[str, Any] = {"t": t, "settings": settings, "config": config}
    environment = build_environment(theme, **variables)
    site = SiteContext(
        kb=kb,
        findings=rules.check(kb),
        graph=build_graph(kb) if settings.graph else None,
        settings=settings,
        site_name=config.site_name,
        language=language,
        url=Urls(files, config),
        render=lambda template, **given: environment.get_template(template).render(given),
        t=t,
        source_url=source_url(config),
        site_url=config.site_url,
        shows_git_dates=bool(set(config.plugins) & _DATES),
        has_feed="rss" in config.plugins,
        today=date.fromisoformat(get_build_date()),
        code_url=code_url(config, kb.code.repository.prefix),
    )
    environment.globals["site"] = site
    return site


def _permalinks(config: MkDocsConfig, site: SiteContext) -> Permalinks:
    """Follow the options of Python-Markdown's `toc`, so that all pages look alike."""
    options = config.mdx_configs.get("toc") or {}
    symbol = options.get("permalink", True)
    title = str(options.get("permalink_title") or site.t("Permanent link"))
    if symbol is True or str(symbol).lower() in ("true", "yes", "on"):
        return Permalinks("¶", title)
    if not symbol or str(symbol).lower() in ("false", "no", "off"):
        return Permalinks("", title)
    return Permalinks(str(symbol), title)
