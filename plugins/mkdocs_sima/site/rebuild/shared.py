"""What every page of a site depends on: settings, menu, templates, programs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.theme import Theme

from mkdocs_sima import resources
from mkdocs_sima.knowledge_base.loading.documents import what_parsing_asks
from mkdocs_sima.store import fingerprint, software

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from mkdocs_sima.settings import Settings

_PLACE = re.compile(r" at 0x[0-9a-f]+")  # of a function in the memory of this process
_NO_PART = ("plugins", "hooks", "site_dir", "strict")  # the first two are looked at apart


def has_own_templates(config: MkDocsConfig) -> bool:
    """Tell whether the owner overrides our templates: nobody knows what theirs depend on."""
    folder = config.theme.custom_dir
    return bool(folder) and Path(str(folder), "sima").is_dir()


def what_pages_share(config: MkDocsConfig, nav: Navigation, settings: Settings) -> bytes:
    """Return a digest of what every page depends on.

    Args:
        config: MkDocs's configuration.
        nav: the menu.
        settings: those of the knowledge base, learned types included.
    """
    # What a menu shows of a page besides its title, an icon for instance, is its front matter:
    # that of documents is known before they are read.
    meta = [page.document.front_matter for page in nav.pages if hasattr(page, "document")]
    meta += [page.meta for page in nav.pages]
    return fingerprint(
        software(),
        what_parsing_asks(settings),
        of_configuration(config),
        of_files(resources.templates("site").rglob("*")),
        str(nav),
        repr(_in_order(meta)),
    )


def of_configuration(config: MkDocsConfig) -> bytes:
    """Return a digest of what an owner, the command line and plugins have set."""
    folder = config.theme.custom_dir
    own = [*Path(folder).rglob("*")] if folder else []
    own += [Path(config.config_file_path).parent / name for name in config.hooks]
    settings = {key: value for key, value in config.items() if key not in _NO_PART}
    options = ((name, getattr(plugin, "config", ())) for name, plugin in config.plugins.items())
    plugins = {name: dict(values) for name, values in options}  # hooks have none
    return fingerprint(repr(_in_order(settings)), repr(_in_order(plugins)), of_files(own))


def of_files(paths: Iterable[Path]) -> bytes:
    """Return a digest of files: their paths and all that is in them."""
    parts: list[str | bytes] = []
    for path in sorted(path for path in paths if path.is_file()):
        parts += (str(path), fingerprint(path.read_bytes()))  # no two at once in memory
    return fingerprint(*parts)


def _in_order(value: Any) -> Any:
    """Return a value whose `repr` is the same in every process."""
    if isinstance(value, Theme):
        rest = {key: value[key] for key in value}
        return value.name, value.dirs, sorted(value.static_templates), _in_order(rest)
    if isinstance(value, Mapping):
        return {key: _in_order(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_in_order(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(repr(_in_order(item)) for item in value)
    return _PLACE.sub("", repr(value))
