"""`sima export`: the knowledge base as data for other programs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.cli.parts.load import load
from mkdocs_sima.cli.parts.terminal import STANDARD

if TYPE_CHECKING:
    from collections.abc import Callable

# Format → module and function (kb, focus) -> str; a module is imported only when it is asked for.
FORMATS = {
    "json": ("mkdocs_sima.reports.export", "export_json"),
    "graph-json": ("mkdocs_sima.reports.graph_text", "export_graph_json"),
    "graphml": ("mkdocs_sima.reports.graph_text", "export_graphml"),
    "dot": ("mkdocs_sima.reports.graph_text", "export_dot"),
}


@click.command("export", short_help="Print documents and references as JSON, or the graph.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option(
    "--format",
    "style",
    type=click.Choice(list(FORMATS)),
    default="json",
    show_default=True,
    help="What to print.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it there instead of to the terminal.",
)
@click.option("--code", is_flag=True, help="With the code that is cited, in a graph.")
def command(path: Path, style: str, output: Path | None, code: bool) -> None:
    r"""Print the documents of the knowledge base at PATH and their references.

    The shape of the JSON is a contract: schemas/export.schema.json in the package. Lines and
    columns are those of the files on disk.

    \b
      sima export docs > knowledge.json
      sima export | jq '.documents[] | select(.priority == "critical") | .id'
      sima export | jq '.documents[].references[] | select(.verdict == "missing") | .text'
      sima export --format graphml --output knowledge.graphml --code
    """
    module, function = FORMATS[style]
    with could_not_run():
        loaded = load(path)
        to_text: Callable[..., str] = getattr(import_module(module), function)
        more = {"code": code} if style != "json" else {}  # which lists it anyway
        text = to_text(loaded.kb, loaded.project.focus, **more)
        data = text.encode("utf-8", "replace")
        if output and output != STANDARD:
            output.write_bytes(data)
        else:
            # Bytes, so that no terminal's encoding and no platform's line end changes them.
            click.echo(data, nl=False)
