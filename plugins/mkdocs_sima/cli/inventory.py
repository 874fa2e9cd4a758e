"""`sima inventory`: the other knowledge bases that this one cites."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.settings.project import find_project

if TYPE_CHECKING:
    from collections.abc import Sized

    from mkdocs_sima.inventories.copies import Copy
    from mkdocs_sima.settings.project import Project


@click.group("inventory", short_help="List the other bases that are cited, or fetch them anew.")
def command() -> None:
    r"""Look at the other knowledge bases that the setting `inventories` names.

    A check never asks the network: it reads the copies that lie beside the settings.

    \b
      sima inventory list      which are there, and how old?
      sima inventory update    fetch them anew; commit the file that this writes
    """


@command.command("list", short_help="Show each base, its entries, and the day of its copy.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
def list_command(path: Path) -> None:
    """Show the other knowledge bases that are known at PATH."""
    with could_not_run():
        for base in _project(path).settings.inventories:
            age = f", copy of {base.fetched}" if base.fetched else ""
            said = base.problem or f"{_counted(base.entries)} of {base.label}{age}"
            click.echo(f"{base.source}: {said}")


@command.command("update", short_help="Fetch the inventories that lie on the web.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
def update_command(path: Path) -> None:
    """Fetch the inventories that lie on the web; what does not answer keeps its old copy."""
    from mkdocs_sima.inventories import copies, download
    from mkdocs_sima.writing import atomic

    failed = False
    with could_not_run():
        project = _project(path)
        assert project.config
        folder = project.config.parent
        remote = [base for base in project.settings.inventories if base.is_remote]
        try:
            old = copies.read_copies(folder)
        except copies.BadCopiesError:
            old = {}
        kept: dict[str, Copy] = {}
        for base in remote:
            try:
                kept[base.source] = copy = download.fetch(base.source, date.today())
            except download.DownloadError as error:
                failed = True
                click.echo(f"{error}; the old copy stays", err=True)
                if base.source in old:
                    kept[base.source] = old[base.source]
                continue
            click.echo(f"{base.source}: {_counted(copy.entries)} of {copy.name}")
        if kept != old:
            atomic.write(folder / copies.FILE, copies.to_text(kept).encode("utf-8"))
            click.echo(f"Wrote {copies.FILE}")
    if failed:
        click.get_current_context().exit(1)


def _counted(entries: Sized) -> str:
    return "1 entry" if len(entries) == 1 else f"{len(entries):,} entries"


def _project(path: Path) -> Project:
    project = find_project(path)
    if not project.config or not project.settings.inventories:
        raise CouldNotRunError(
            f"{path}: no mkdocs.yml here names other knowledge bases in 'inventories'"
        )
    return project
