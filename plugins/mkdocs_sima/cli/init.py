"""`sima init`: a ready `mkdocs.yml` for a folder of entries."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.reports.report import as_seen


@click.command("init", short_help="Write an mkdocs.yml for a folder of entries.")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--dry-run", is_flag=True, help="Print the file; write nothing.")
def command(folder: Path, dry_run: bool) -> None:
    r"""Write an mkdocs.yml for the entries in FOLDER, with the types and scopes found there.

    MkDocs wants the file above the documents: it is written into FOLDER if all documents lie in
    FOLDER/docs or FOLDER/entries, else beside FOLDER. A file that exists is never changed.

    \b
      sima init handbook     writes mkdocs.yml here
      mkdocs serve           shows the site
    """
    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.knowledge_base.loading.sources import read_sources
    from mkdocs_sima.reports.concise import counted
    from mkdocs_sima.settings import Settings
    from mkdocs_sima.writing import atomic
    from mkdocs_sima.writing.first_settings import find_place, settings_text
    from mkdocs_sima.writing.guess import guess_types

    if not folder.is_dir():
        raise CouldNotRunError(f"{folder}: no such folder")
    with could_not_run():
        place = find_place(folder.resolve())
        if place.config.exists() and not dry_run:
            raise CouldNotRunError(
                f"{as_seen(place.config)} is there already and stays as it is; "
                "--dry-run prints what would be written"
            )
        settings = Settings()
        sources = read_sources(place.docs_dir, settings.exclude)
        kb = KnowledgeBase.of(sources, settings)
        if not kb.documents:
            raise CouldNotRunError(f"{folder}: no Markdown file here")
        guess = guess_types(kb)
        if guess.sure:
            settings = replace(settings, types={**settings.types, **guess.sure})
            kb = KnowledgeBase.of(sources, settings)
        docs_dir = os.path.relpath(place.docs_dir, place.config.parent).replace(os.sep, "/")
        text = settings_text(kb, docs_dir, guess)
        if dry_run:
            click.echo(text, nl=False)
            return
        atomic.write(place.config, text.encode("utf-8"), new=True)
    entries = sum(document.kind == "entry" for document in kb.documents.values())
    where = as_seen(place.config.parent)
    click.echo(
        f"Wrote {as_seen(place.config)} for {counted(len(kb.documents), 'document')}, "
        f"{entries} of them entries{_scopes(len(kb.scopes))}.\n"
        f"Next: {'' if where == '.' else f'cd {where} && '}mkdocs serve"
    )


def _scopes(count: int) -> str:
    return f", in {count} scopes" if count > 1 else ""
