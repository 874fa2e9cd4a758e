"""`sima rule`: what a rule reports, and why."""

from __future__ import annotations

import click

from mkdocs_sima.cli.parts.errors import could_not_run
from mkdocs_sima.rules.registry import NAMES, UnknownRuleError, get


@click.command("rule", short_help="List the rules, or explain one.")
@click.argument("name", required=False)
@click.option("--markdown", is_flag=True, help="Write the page of all rules, for a guide.")
def command(name: str | None, markdown: bool) -> None:
    """Explain the rule NAME; without one, list all rules."""
    with could_not_run(UnknownRuleError):
        if markdown:
            click.echo(page(), nl=False)
            return
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


def page() -> str:
    """Return Markdown that explains every rule of the catalogue."""
    parts = [
        "# All rules",
        "Written by `sima rule --markdown` from the rules themselves.",
        "How to choose and silence them: [Rules](rules.md).",
    ]
    for rule in map(get, NAMES):
        parts += [
            f"## {rule.name}",
            f"Severity: {rule.level}. {rule.summary}",
            f"````markdown\n{rule.example}\n````",
            *([f"Fix: {rule.fix}"] if rule.fix else []),
        ]
    return "\n\n".join(parts) + "\n"
