"""The options of the `sima` plugin in `mkdocs.yml`. What they mean is checked by `Settings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import base
from mkdocs.config import config_options as c

from mkdocs_sima.settings import Settings, read_settings
from mkdocs_sima.settings.other_bases import with_inventories

if TYPE_CHECKING:
    from pathlib import Path


class SimaConfig(base.Config):
    """Options of the plugin; the command line reads the same section of `mkdocs.yml`."""

    types = c.Type(dict, default={})
    """Types of entries beside the known ones: `ADR: {label: Decision, color: indigo}`."""

    scopes = c.Type(list, default=[])
    """Parts with a numbering of their own, where it can't be inferred: `{path, prefix, next}`."""

    aliases = c.Type(dict, default={})
    """Other prefixes and old IDs: `AWS06: AWS`, `LESS-99: LESS-12`."""

    fields = c.Type(dict, default={})
    """Labels by which authors call what an entry says about itself: `status: [Stand]`."""

    relations = c.Type(dict, default={})
    """Words that name a relation, or relations of your own: `{label, words, inverse}`."""

    inventories = c.Type(list, default=[])
    """Other knowledge bases whose entries are cited here: `{source, prefix, url}`."""

    exclude = c.Optional(c.Type((str, list)))
    """Globs of Markdown files that are no part of the knowledge base; MkDocs renders them."""

    rules = c.Type(dict, default={})
    """Severity of rules by name: `error`, `warning`, `info` or `off`."""

    per_path_ignores = c.Type(dict, default={})
    """Glob → names of the rules that say nothing about these files."""

    statuses = c.Optional(c.Type((str, list)))
    """The status words that entries may have; none means any."""

    line_limit = c.Type(int, default=400)
    """Lines that the rule `line-limit` allows a document."""

    review_after = c.Optional(c.Type((int, dict)))
    """Days after which somebody should look at an entry again, for all or by type."""

    repair = c.Type(bool, default=True)
    """Show text that was damaged by a wrong encoding as it was meant. Files stay as they are."""

    markdown = c.Choice(("auto", "commonmark", "python-markdown"), default="auto")
    """How documents are read: as GitHub does, with MkDocs's `markdown_extensions`, or by page."""

    sanitize = c.Type(bool, default=False)
    """Take scripts, styles and event handlers out of raw HTML."""

    show_repairs = c.Type(bool, default=False)
    """Say at the end of a page how many places of its text were repaired, and which."""

    fold_header = c.Type(bool, default=True)
    """Fold the header lines at the top of a page that its card shows already."""

    index_pages = c.Type(bool, default=True)
    """Generate the home page, the catalogue, indexes by type, scope, status and keyword."""

    graph = c.Type(bool, default=True)
    """Draw the neighbourhood of each entry, and a map of all."""

    search = c.Choice(("instant", "material", "full", "compact"), default="instant")
    """A search of our own, or Material's: over all text (`full` as well), or without it."""

    llms = c.Type(bool, default=True)
    """Write `llms.txt` and the Markdown of each page, for assistants."""

    cache = c.Optional(c.Type((str, bool)))
    """Where what a build has made is kept for the next: a folder, or `off`; else the user's."""

    def to_settings(self, folder: Path) -> Settings:
        """Return the settings of the knowledge base, with what its inventories say.

        Args:
            folder: that of the `mkdocs.yml`.

        Raises:
            SettingsError: an option does not exist, or holds what can't be used.
        """
        settings = read_settings(self)  # what is no option is there, too, and refused
        return with_inventories(settings, folder)
