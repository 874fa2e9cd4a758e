"""`sima rule`: what a rule reports, and why."""

from __future__ import annotations

import click

from mkdocs_sima.cli.errors import could_not_run
from mkdocs_sima.rules.catalogue import NAMES, UnknownRuleError, get


@click.command("rule")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Explain the rule NAME; without one, list all rules."""
    with could_not_run(UnknownRuleError):
        if name is None:
            width = max(map(len, NAMES))
            for rule in map(get, NAMES):
                click.echo(f"{rule.name:<{width}}  {rule.level:<7}  {rule.summary}")
            return
        rule = get(name)
    asked = "" if rule.default else f" ({rule.severity} when it is selected)"
    click.echo(f"{rule.name}: {rule.level}{asked}\n\n{rule.summary}\n\nExample:\n")
    for line in rule.example.split("\n"):
        click.echo(f"  {line}".rstrip())
    click.echo(f"\nFix: {rule.fix or 'none; only a person can mend it.'}")
    click.echo(
        f"\nSilence it on a line with <!-- sima: ignore[{rule.name}] -->, in a file with\n"
        f"<!-- sima: ignore-file[{rule.name}] -->, everywhere with `rules: {{{rule.name}: off}}`."
    )
