"""`sima new`: start an entry with the next free number."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.cli.parts.terminal import is_terminal
from mkdocs_sima.reports.report import as_seen

if TYPE_CHECKING:
    from mkdocs_sima.knowledge_base import KnowledgeBase


@click.command("new", short_help="Begin an entry with the next free number.")
@click.argument("type_name", metavar="TYPE")
@click.argument("title")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--scope", metavar="SCOPE", help="Prefix or folder of the scope that it belongs to.")
@click.option("--dry-run", is_flag=True, help="Print the entry; write nothing.")
def command(type_name: str, title: str, path: Path, scope: str | None, dry_run: bool) -> None:
    r"""Write a new entry of TYPE with the next free number and print its path.

    Entries that bear the title or say its subject are named first; a terminal asks what to do.

    Numbers that other branches have taken are not free; what this clone knows of them is asked.

    A template of your own in templates/entries/TYPE.md beside the mkdocs.yml comes first.

    \b
      sima new LESS "Retries need a budget"
      sima new DEC "Keep functions stateless" --scope AWS-Lambda
    """
    from mkdocs_sima import resources
    from mkdocs_sima.graph.subjects import about
    from mkdocs_sima.writing import atomic, new
    from mkdocs_sima.writing.numbers import taken_elsewhere

    with could_not_run(new.NewEntryError):
        loaded = load(path)
        config = loaded.project.config
        own = (config.parent if config else loaded.root) / "templates" / "entries"
        folders = [own, resources.templates("entries")]
        taken = taken_elsewhere(loaded.kb, loaded.root)
        draft = new.draft(loaded.kb, type_name, title, scope, folders, date.today(), taken)
        for other in draft.passed_over:
            where = f"{other.path} on branch {other.branch}"
            click.echo(f"{other.ref_id} is taken by {where}.", err=True)
        if (known := about(loaded.kb, title)) and not _goes_on(loaded.kb, known, dry_run):
            return
        if dry_run:
            click.echo(f"{draft.path}\n\n{draft.text}", nl=False)
            return
        file = loaded.root / draft.path
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(file, draft.text.encode("utf-8"), new=True)
    click.echo(as_seen(file))


def _goes_on(kb: KnowledgeBase, known: list[str], dry_run: bool) -> bool:
    """Name the entries that say so already; whoever sits at a terminal is asked."""
    for path in known:
        document = kb.documents[path]
        name = " ".join(filter(None, (document.id, document.display_title)))
        click.echo(f"There is {name} ({path}).", err=True)
    if dry_run or not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        return True
    return click.confirm("Begin another one?", err=True)
