"""Find the knowledge base that a path means: its root folder, its settings, the part asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mkdocs_sima.settings import Settings, SettingsError, checked_globs, read_settings
from mkdocs_sima.settings.other_bases import with_inventories

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import yaml

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml")
UNPUBLISHED = ("/templates/",)  # what MkDocs leaves out by itself, besides hidden files


class ProjectError(Exception):
    """The knowledge base can't be opened; the message says why and what to do."""


@dataclass(frozen=True)
class Project:
    """A knowledge base on disk, not yet read."""

    root: Path  # the folder that paths of documents are relative to
    settings: Settings
    config: Path | None = None  # the mkdocs.yml that the settings came from
    focus: str = ""  # the path below the root that was asked for; "" is all of it
    site: Mapping[str, Any] = field(default_factory=dict)  # what the mkdocs.yml says


def find_project(path: Path) -> Project:
    """Open the knowledge base at `path`: a folder of entries, a site with `mkdocs.yml`, or a part.

    A folder with an `mkdocs.yml` means the `docs_dir` that it names, or itself if there is none.
    Otherwise the nearest `mkdocs.yml` above counts if `path` lies in its `docs_dir`.

    Raises:
        ProjectError: the path does not exist, or its settings can't be read.
    """
    if not path.exists():
        raise ProjectError(f"{path}: no such file or folder")
    start = path.resolve()
    for folder in (start, *start.parents):
        config = next((folder / n for n in CONFIG_NAMES if (folder / n).is_file()), None)
        if config is None:
            continue
        root, settings, site = _read_config(config)
        if folder == start:
            if root != start / "docs" and not root.is_dir():
                raise ProjectError(f"{config}: 'docs_dir' is no folder: {root}")
            root, focus = root if root.is_dir() else start, "."
        elif start.is_relative_to(root):
            focus = start.relative_to(root).as_posix()
        else:
            break  # an mkdocs.yml of something else
        try:
            check_scopes(settings, root)
        except SettingsError as error:
            raise ProjectError(f"{config}: {error}") from error
        return Project(root, settings, config, "" if focus == "." else focus, site)
    if start.is_file():
        return Project(start.parent, Settings(), None, start.name)
    return Project(start, Settings())


def check_scopes(settings: Settings, root: Path) -> None:
    """Raise a `SettingsError` if a scope is declared for a folder that isn't there."""
    for number, scope in enumerate(settings.scopes, 1):
        if not (root / scope.path).is_dir():
            raise SettingsError(f"'scopes[{number}].path': no folder '{scope.path}' in {root}")


def _read_config(config: Path) -> tuple[Path, Settings, Mapping[str, Any]]:
    site = _load(config)
    try:
        settings = read_settings(_section(site.get("plugins")))
        unpublished = [*_globs(site, "exclude_docs"), *_globs(site, "draft_docs")]
    except SettingsError as error:
        raise ProjectError(f"{config}: {error}") from error
    # What a site leaves out is no part of it, or a check and a build would not agree.
    settings = with_inventories(settings, config.parent)
    settings = replace(settings, exclude=(*UNPUBLISHED, *unpublished, *settings.exclude))
    return (config.parent / str(site.get("docs_dir") or "docs")).resolve(), settings, site


def _load(config: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Return what an `mkdocs.yml` says, with what it inherits from another (MkDocs's INHERIT)."""
    import yaml  # slow to import, and not every folder of entries has settings

    class Loader(yaml.SafeLoader):
        """Reads the tags `!!python/name:` and `!ENV`, which don't matter here."""

    Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    try:
        raw = yaml.load(config.read_text("utf-8"), Loader=Loader)  # a SafeLoader
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError(f"{config}: can't be read: {_cause(error)}") from error
    except yaml.YAMLError as error:
        raise ProjectError(f"{config}{_reason(error)}") from error
    site: dict[str, Any] = raw if isinstance(raw, dict) else {}
    if not isinstance(parent := site.pop("INHERIT", None), str):
        return site
    base = (config.parent / parent).resolve()
    if not base.is_file():
        raise ProjectError(f"{config}: 'INHERIT' is no file: {base}")
    if base in seen:
        raise ProjectError(f"{config}: 'INHERIT' leads in a circle: {base}")
    return _merged(_load(base, (*seen, base)), site)


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Return mappings merged, however deep; of all else the later value holds."""
    return base | {
        key: _merged(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else value
        for key, value in over.items()
    }


def _cause(error: OSError | UnicodeDecodeError) -> str:
    return getattr(error, "strerror", None) or str(error)


def _reason(error: yaml.YAMLError) -> str:
    """Return the place, if there is one, and the words of an error in one line."""
    mark = getattr(error, "problem_mark", None)
    place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
    return f"{place}: not valid YAML: {getattr(error, 'problem', None) or 'unreadable'}"


def _globs(site: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return the globs of one of MkDocs's settings that are written as a `.gitignore` is."""
    lines = site.get(name)
    return checked_globs(name, lines.splitlines()) if isinstance(lines, str) else ()


def _section(plugins: object) -> dict[str, Any]:
    """Return the options of the `sima` plugin; MkDocs takes a list or a mapping of plugins."""
    items = plugins if isinstance(plugins, list) else [plugins]
    for item in items:
        if isinstance(item, dict) and isinstance(options := item.get("sima"), dict):
            return {key: value for key, value in options.items() if key != "enabled"}  # MkDocs's
    return {}
