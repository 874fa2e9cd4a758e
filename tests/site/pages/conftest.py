"""A site of a few documents, without MkDocs: what the index pages are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, FileSystemLoader

from mkdocs_sima import resources
from mkdocs_sima.graph import build_graph
from mkdocs_sima.knowledge_base import KnowledgeBase
from mkdocs_sima.rules import check
from mkdocs_sima.settings import read_settings
from mkdocs_sima.site.languages.translations import translate
from mkdocs_sima.site.theme.context import SiteContext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@pytest.fixture
def make_site(site_of: Callable[..., SiteContext]) -> Callable[..., SiteContext]:
    """Return the function that makes a site of {path: Markdown}; addresses in it are URIs."""

    def make(files: Mapping[str, str], **settings: Any) -> SiteContext:
        chosen = read_settings(settings)
        contents = [(path, text.encode()) for path, text in files.items()]
        return site_of(KnowledgeBase.from_files(contents, chosen))

    return make


@pytest.fixture
def site_of() -> Callable[..., SiteContext]:
    """Return the function that makes a site of a knowledge base."""

    def make(kb: KnowledgeBase, **more: Any) -> SiteContext:
        chosen = kb.settings
        templates = FileSystemLoader(resources.templates("site"))
        environment = Environment(autoescape=True, loader=templates)
        site = SiteContext(
            kb=kb,
            findings=check(kb),
            graph=build_graph(kb) if chosen.graph else None,
            settings=chosen,
            site_name="Library",
            language="en",
            url=lambda from_uri, to: f"/{to}",
            render=lambda template, **given: environment.get_template(template).render(given),
            t=translate("en"),
            source_url=lambda path, line: f"https://git.example/{path}#L{line}",
            **more,
        )
        environment.globals.update(site=site, t=site.t, settings=chosen)
        return site

    return make
