"""`sima mcp`: the knowledge base for assistants, by the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run


@click.command("mcp", short_help="Serve the entries to assistants (Model Context Protocol).")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--write", is_flag=True, help="Let new_entry write files; it never changes one.")
def command(path: Path, write: bool) -> None:
    r"""Serve the knowledge base at PATH to an assistant, over standard input and output.

    The assistant starts this command itself: put it into its configuration. Entries are read again
    whenever their files change. It needs the extra `mkdocs-sima[mcp]`.

    \b
      sima mcp docs            tools to search, read, relate and check entries
      sima mcp docs --write    and to begin new ones
    """
    from mkdocs_sima.assistant.library import Library
    from mkdocs_sima.cli.parts.load import open_results
    from mkdocs_sima.settings.project import find_project

    with could_not_run():
        try:
            from mkdocs_sima.assistant.server import build_server
        except ImportError as error:
            if (error.name or "").partition(".")[0] not in ("mcp", "pydantic"):
                raise
            raise CouldNotRunError(
                "sima mcp needs the SDK of the protocol: pip install 'mkdocs-sima[mcp]'"
            ) from error
        library = Library(path, open_results(find_project(path), None))
        _ = library.kb  # before there are threads, beside which the work can't be spread
        server = build_server(library, write=write)
    server.run("stdio")
