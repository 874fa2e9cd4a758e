"""The door to MkDocs: hooks that say when something happens and leave what to others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.nav import Navigation

from mkdocs_sima.history import NO_REPOSITORY, open_repository
from mkdocs_sima.knowledge_base import ParseCache
from mkdocs_sima.rules import Selection, UnknownRuleError
from mkdocs_sima.settings import Settings, SettingsError
from mkdocs_sima.settings.project import check_scopes
from mkdocs_sima.site.builder import Site, build_site
from mkdocs_sima.site.config import SimaConfig
from mkdocs_sima.site.entry.document_page import DocumentPage
from mkdocs_sima.site.findings import log_findings
from mkdocs_sima.site.menu.siblings import has_tabs, with_siblings
from mkdocs_sima.site.pages import suggest_by_id
from mkdocs_sima.site.pages.generated import place_below_overviews
from mkdocs_sima.site.rebuild.ahead import make_ahead
from mkdocs_sima.site.rebuild.dirty import DirtyBuilds
from mkdocs_sima.site.rebuild.memory import Memory
from mkdocs_sima.site.rebuild.same_site import SameSite, is_known
from mkdocs_sima.site.rebuild.shared import has_own_templates, what_pages_share
from mkdocs_sima.site.rebuild.whole_pages import reads_only_what_is_known
from mkdocs_sima.site.search.in_build import SiteSearch
from mkdocs_sima.site.theme.assets import add_assets, link_assets
from mkdocs_sima.store import NO_STORE, StorePlaceError, find_place, open_store, temporary_store

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_log = get_plugin_logger("sima")


class SimaPlugin(BasePlugin[SimaConfig]):
    """Publishes a knowledge base."""

    def __init__(self) -> None:
        self._cache = ParseCache()  # lives as long as `mkdocs serve`, see `on_startup`
        self._preview = self._is_dirty = self._is_build = False
        self._same: SameSite | None = None
        self._store, self._repository, self._settings = NO_STORE, NO_REPOSITORY, Settings()
        self._memory: Memory | None = None
        self._dirty: DirtyBuilds | None = None
        self._site: Site | None = None
        self._nav = Navigation([], [])

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Prepare for what is to come. That this exists makes MkDocs keep the plugin alive."""
        self._preview, self._is_dirty = command == "serve", dirty
        self._is_build = command == "build" and not dirty
        self._store.close()
        self._memory = self._dirty = None

    @event_priority(50)  # before the search plugin reads its own options
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the settings; load styles and scripts on every page."""
        try:
            self._settings = self.config.to_settings(Path(config.config_file_path).parent)
            check_scopes(self._settings, Path(config.docs_dir))
            Selection().rules(self._settings)  # they may name a rule that doesn't exist
            self._remember(config)
        except (SettingsError, UnknownRuleError, StorePlaceError) as error:
            raise PluginError(f"sima: {error}") from error
        link_assets(config)
        self._search = SiteSearch(config, self._settings)
        self._settings = self._search.settings
        return config

    def _remember(self, config: MkDocsConfig) -> None:
        """Open the store, once: what `mkdocs serve` has made lives on in its next build."""
        if self._memory:
            return
        beside = Path(config.config_file_path).parent
        outside = Path(config.docs_dir)
        place = find_place(setting=self._settings.cache, beside=beside, outside=outside)
        self._store = open_store(place, _log.info)
        if self._preview and self._store is NO_STORE:
            self._store = temporary_store()
        self._cache, self._memory = ParseCache(self._store), Memory(self._store)
        self._dirty = DirtyBuilds(self._memory) if self._preview and self._is_dirty else None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Look whether the site lies there already, before MkDocs empties its folder."""
        self._same = self._site = None
        git = open_repository(Path(config.docs_dir), self._store, web=bool(config.repo_url))
        self._repository = git.begin()
        if self._store is not NO_STORE and not self._is_dirty and is_known(config):
            self._same = SameSite(self._store, config, self._settings, git, whole=self._is_build)

    def on_build_error(self, *, error: Exception) -> None:
        """Put back what was put aside."""
        if self._same:
            self._same.put_back()

    @event_priority(-90)  # after plugins that add files or write the navigation
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read the knowledge base and give every document and index its page."""
        if self._same:
            if self._same.is_as_it_was:
                return self._same.nothing(config)
            self._same.listen()
        settings, cache, git, drafts = self._settings, self._cache, self._repository, self._preview
        add_assets(files, config, settings)
        own = None if has_own_templates(config) else self._memory
        self._site = build_site(files, config, settings, cache, git, drafts=drafts, memory=own)
        log_findings(self._site.context.findings, config, is_shallow=git.is_shallow)
        return files

    @event_priority(-90)  # after plugins that change the navigation
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give pages without a line their place; find out what of the last build still holds."""
        self._nav = nav
        place_below_overviews(files, nav)
        if self._memory:
            self._memory.begin(self._shared(config))
            self._memory.search_entries.begin(files)
            if not self._is_dirty and self._store is not NO_STORE:
                make_ahead(files, config, self._memory)
        if self._dirty:
            self._dirty.begin(nav, files, config)
        return nav

    @event_priority(-90)  # after plugins that change its options
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have templates compiled once: for this build, and for those of a server that follow."""
        env.auto_reload = False
        if self._memory:
            env.bytecode_cache = env.bytecode_cache or self._memory.theme_templates
            known = reads_only_what_is_known(config, self)
            self._memory.whole_pages.begin(env, files, self._shared(config) if known else None)
            if self._same:
                self._same.keep(files, self._memory.whole_pages, config)
        return env

    def _shared(self, config: MkDocsConfig) -> bytes:
        settings = self._site.context.kb.settings if self._site else self._settings
        return what_pages_share(config, self._nav, settings)

    @event_priority(90)
    def _on_page_context_before(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the search plugin read a page's text instead of its markup, or nothing again."""
        if self._search.is_used and isinstance(page, DocumentPage):
            read = self._is_as_it_was(page) or self._search.takes(page, page.packed_search, config)
            page.read_instead = "" if read else page.searchable_as
        return context

    @event_priority(-90)
    def _on_page_context_after(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the page's own content back; list in its menu what stands beside it."""
        if isinstance(page, DocumentPage):
            page.read_instead = None
            if self._is_as_it_was(page):
                return context
            context["nav"] = with_siblings(nav, page, page.siblings, tabs=has_tabs(config))
        if self._memory:
            key = self._memory.whole_pages.key(page)
            self._memory.search_entries.note(page.file.src_uri, config, key)
        return context

    on_page_context = CombinedEvent(_on_page_context_before, _on_page_context_after)

    def _is_as_it_was(self, page: Page) -> bool:
        return self._memory is not None and self._memory.whole_pages.is_as_it_was(page)

    @event_priority(100)  # before plugins that change it, which they do again in each build
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep the page as the theme made it for the next build."""
        site = self._site.context if self._site else None
        output = self._search.with_worker(output, page.file.src_uri, site)
        if self._memory:
            self._memory.whole_pages.keep(page, output)
        return output

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Suggest entries on the page for missing addresses."""
        if self._same:
            self._same.note_template()
        if template_name == "404.html" and self._site and self._settings.index_pages:
            output_content = suggest_by_id(output_content, self._site.context)
        return self._search.with_worker(output_content)

    @event_priority(50)  # before the search plugin writes its index
    def _on_post_build_before(self, *, config: MkDocsConfig) -> None:
        """Give entries their weight in the search, or it its own index."""
        if self._memory:
            self._memory.search_entries.complete(config)
        if site := self._site:
            leaves = self._same.leaves if self._same else lambda _path, _data: False
            self._search.complete(site.context, site.by_url, config, leaves, self._store)

    @event_priority(-100)  # when all is written
    def _on_post_build_after(self, *, config: MkDocsConfig) -> None:
        """Have all kept that the next build may find as it is."""
        if self._same:
            self._same.end()
        self._store.flush()

    on_post_build = CombinedEvent(_on_post_build_before, _on_post_build_after)

    def on_shutdown(self) -> None:
        """Close the store; put back what was put aside, if the build was interrupted."""
        if self._same:
            self._same.put_back()
        self._store.close()
