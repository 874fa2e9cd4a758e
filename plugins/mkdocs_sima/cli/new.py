"""`sima new`: start an entry with the next free number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.reports.report import as_seen


@click.command("new", short_help="Begin an entry with the next free number.")
@click.argument("type_name", metavar="TYPE")
@click.argument("title")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--scope", metavar="SCOPE", help="Prefix or folder of the scope that it belongs to.")
@click.option("--dry-run", is_flag=True, help="Print the entry; write nothing.")
def command(type_name: str, title: str, path: Path, scope: str | None, dry_run: bool) -> None:
    r"""Write a new entry of TYPE with the next free number and print its path.

    Numbers that other branches have taken are not free; what this clone knows of them is asked.

    A template of your own in templates/entries/TYPE.md beside the mkdocs.yml comes first.

    \b
      sima new LESS "Retries need a budget"
      sima new DEC "Keep functions stateless" --scope AWS-Lambda
    """
    from mkdocs_sima import resources
    from mkdocs_sima.writing import atomic, new
    from mkdocs_sima.writing.numbers import taken_elsewhere

    with could_not_run(new.NewEntryError):
        loaded = load(path)
        config = loaded.project.config
        own = (config.parent if config else loaded.root) / "templates" / "entries"
        folders = [own, resources.templates("entries")]
        taken = taken_elsewhere(loaded.kb, loaded.root)
        draft = new.draft(loaded.kb, type_name, title, scope, folders, date.today(), taken)
        if dry_run:
            click.echo(f"{draft.path}\n\n{draft.text}", nl=False)
            return
        file = loaded.root / draft.path
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(file, draft.text.encode("utf-8"), new=True)
    click.echo(as_seen(file))
