"""`sima cache`: where results are kept for the next run, how many, and away with them."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import cache_option
from mkdocs_sima.settings.project import find_project
from mkdocs_sima.store import Place, find_place, open_store


@click.command("cache", short_help="Show what is kept for the next run, or throw it away.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--clear", is_flag=True, help="Throw all of it away.")
@cache_option
def command(path: Path, clear: bool, cache_dir: str | None) -> None:
    r"""Show where results are kept, and how much of it there is.

    Checks and builds keep what they have worked out, by all that it was made from, so that the next
    one need not do it again. It is bounded, shared by all knowledge bases, and may be deleted at
    any time: that changes no result. PATH matters only where its settings name another folder.

    \b
      sima cache                       where is it, and how large?
      sima cache --clear               throw it away
      sima check --cache-dir .cache    keep it elsewhere: a CI system can restore that folder
      SIMA_CACHE_DIR=off sima check    keep and use nothing
    """
    with could_not_run():
        project = find_project(path)
        beside = project.config.parent if project.config else None
        place = find_place(cache_dir, project.settings.cache, beside=beside, outside=project.root)
        if place is None:
            click.echo("The cache is off.")
            return
        if clear:
            size = place.size()
            with open_store(place, lambda words: click.echo(words, err=True)) as store:
                store.clear()
            click.echo(f"{place.folder}: {_megabytes(size)} thrown away")
        else:
            _show(place)


def _show(place: Place) -> None:
    click.echo(f"{place.folder}: {_megabytes(place.size())}")
    if not place.file.exists():
        return
    with open_store(place, lambda words: click.echo(words, err=True)) as store:
        for name, (count, size) in store.contents().items():
            click.echo(f"  {name:<12} {count:>8,} {_megabytes(size):>12}")


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
