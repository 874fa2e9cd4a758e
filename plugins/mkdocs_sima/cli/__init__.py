"""Arguments in, a run of one command out: a command a file, imported only when it is called."""

from __future__ import annotations

import importlib
import importlib.util
import io
import sys

import click

from mkdocs_sima import __version__

COMMANDS = (
    "cache",
    "check",
    "context",
    "export",
    "index",
    "init",
    "inventory",
    "mcp",
    "new",
    "rename",
    "renumber",
    "review",
    "rule",
    "show",
)

INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


class LazyGroup(click.Group):
    """Finds a command in the module of its name, so that `sima check` loads nothing else."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which `--help` shows them."""
        return [name for name in COMMANDS if importlib.util.find_spec(f"{__name__}.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import `mkdocs_sima.cli.NAME` and return its `command`."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{__name__}.{cmd_name}")
        command: click.Command = module.command
        return _with_kept_lines(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; a misspelt one gets a suggestion."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            if not (close := get_close_matches(args[0], COMMANDS, 1)):
                raise
            said = f"no command is called '{args[0]}'; did you mean '{close[0]}'?"
            raise click.UsageError(said, ctx) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; who stops it gets the shell's own exit status, not that of findings."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


def _with_kept_lines(command: click.Command) -> click.Command:
    r"""Mark examples as Click wants it: with the character that raw docstrings spell `\b`."""
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    return command


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sima")
def main() -> None:
    r"""Repair, check, link and export a folder of Markdown knowledge entries.

    Every command takes the PATH of a knowledge base: a folder of entries, or the folder of an
    mkdocs.yml. Without one it is the current folder.

    \b
      sima check              what is broken here?
      sima check --help       and how is it mended, hidden, reported?
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe may have a code page without arrows
            stream.reconfigure(errors="replace")


_with_kept_lines(main)
