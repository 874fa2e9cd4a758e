"""`sima check`: find what is broken, mend what can be mended, hide what is known."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from mkdocs_sima import rules
from mkdocs_sima.cli.parts.errors import CouldNotRunError, could_not_run
from mkdocs_sima.cli.parts.known import compare
from mkdocs_sima.cli.parts.load import cache_option, load
from mkdocs_sima.cli.parts.outcome import Outcome, outcome, with_external
from mkdocs_sima.cli.parts.report_output import show
from mkdocs_sima.reports import FORMATS
from mkdocs_sima.reports.report import Report
from mkdocs_sima.rules import baseline
from mkdocs_sima.rules.selection import Selection, split_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs_sima.cli.parts.load import Loaded
    from mkdocs_sima.model import Finding
    from mkdocs_sima.settings import Settings


@click.command(
    "check", short_help="Check references, links, IDs and text; mend what can be mended."
)
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option(
    "--select", metavar="RULES", multiple=True, help="Only these rules (a,b or all), even if off."
)
@click.option("--ignore", metavar="RULES", multiple=True, help="All rules but these.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="The severity from which on the exit status is 1.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(list(FORMATS)),
    help="How to print findings; text on a terminal, else concise.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report there and print only its summary.",
)
@click.option(
    "--baseline",
    metavar="[FILE]",
    is_flag=False,
    flag_value="",
    help="Hide what this file knows (default: .sima-baseline.json beside the settings).",
)
@click.option("--update-baseline", is_flag=True, help="Write everything found into the baseline.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check again.")
@click.option("--unsafe-fixes", is_flag=True, help="Let --fix and --diff guess as well.")
@click.option("--external", is_flag=True, help="Ask the web about links, with lychee.")
@cache_option
def command(path: Path, **given: object) -> None:
    r"""Check the knowledge base at PATH: references, links, IDs, text.

    Exit status: 0 if nothing is as grave as --fail-on, 1 if something is, 2 if it could not run.

    \b
      sima check                          the folder you are in
      sima check docs --select broken-link,broken-anchor
      sima check --diff                   what would --fix do?
      sima check --update-baseline        hide today's findings, fail on new ones
    """
    options = Options(path, **given)  # type: ignore[arg-type]  # Click has checked them
    if options.baseline and Path(options.baseline).is_dir():  # `--baseline docs` means PATH
        options = replace(options, path=Path(options.baseline), baseline="")
    with could_not_run(rules.UnknownRuleError, baseline.BaselineError):
        failed = run(options)
    sys.exit(failed)


@dataclass(frozen=True)
class Options:
    """The options of `sima check` as Click delivers them."""

    path: Path
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Literal["error", "warning", "info", "never"]
    style: str | None
    output: Path | None
    baseline: str | None
    update_baseline: bool
    diff: bool
    fix: bool
    unsafe_fixes: bool
    external: bool
    cache_dir: str | None


def run(options: Options) -> bool:
    """Check, mend and report; return whether the check fails."""
    loaded = load(options.path, options.cache_dir)
    selection = Selection(
        split_names(options.select), split_names(options.ignore), loaded.project.focus
    )
    found = _find(options, loaded, selection)
    if not found.documents and not found.findings:  # a check is not green as it looked at nothing
        raise CouldNotRunError(_nothing(options.path, loaded.project.settings))
    notes: list[str] = []
    if options.diff or options.fix:
        from mkdocs_sima.cli.parts import fixing

        if options.diff:
            fixing.show(loaded.root, found.findings, options.unsafe_fixes)
            return _fails(found.findings, options)

        def again() -> list[Finding]:
            nonlocal found
            found = _find(options, load(options.path, options.cache_dir), selection)
            return found.findings

        notes = fixing.mend(loaded.root, found.findings, options.unsafe_fixes, again)

    report = Report(found.findings, loaded.root, found.documents, read=found.read, notes=notes)
    if options.baseline is not None or options.update_baseline:
        compare(report, loaded, selection, options.baseline, update=options.update_baseline)
    show(report, options.style, options.output)
    return _fails(report.findings, options)


def _nothing(path: Path, settings: Settings) -> str:
    excluded = " that the settings don't exclude" if settings.exclude else ""
    return f"{path}: no Markdown file here{excluded}"


def _find(options: Options, loaded: Loaded, selection: Selection) -> Outcome:
    return (with_external if options.external else outcome)(loaded, selection)


def _fails(findings: Sequence[Finding], options: Options) -> bool:
    if options.fail_on == "never":
        return False
    return rules.fails(findings, options.fail_on)
