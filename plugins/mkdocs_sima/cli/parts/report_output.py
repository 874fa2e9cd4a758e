"""Where the report of `sima check` goes, and in which format."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_sima.cli.parts.terminal import STANDARD, has_colors, is_terminal
from mkdocs_sima.reports import concise, render

if TYPE_CHECKING:
    from mkdocs_sima.reports.report import Report

# CI shows findings beside the files of the repository, whatever folder a step of it works in.
_REPOSITORY = {
    "github": "GITHUB_WORKSPACE",
    "gitlab": "CI_PROJECT_DIR",
    "sarif": "GITHUB_WORKSPACE",
}


def show(report: Report, style: str | None, output: Path | None) -> None:
    """Print a report, or write it to a file and print its summary.

    Without a style, people at a terminal get the lines that are meant, all others one line each.
    """
    output = None if output == STANDARD else output
    style = style or ("text" if is_terminal(sys.stdout) and not output else "concise")
    if repository := os.environ.get(_REPOSITORY.get(style, "")):
        folder = Path(repository).resolve()
        if report.root.resolve().is_relative_to(folder):
            report.seen_from = folder
    if output:
        output.write_bytes(render(report, style).encode("utf-8", "replace"))
        content = "\n".join(concise.summary(report)).lstrip("\n") + "\n"
    elif style == "text":
        from mkdocs_sima.reports import text

        content = text.render(
            report, has_colors(), shutil.get_terminal_size((text.WIDTH, 24)).columns
        )
    else:
        content = render(report, style)
    click.echo(content.encode("utf-8", "replace"), nl=False)
    if style == "github" and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        from mkdocs_sima.reports import github

        with Path(file).open("a", encoding="utf-8", errors="replace") as summary:
            summary.write(github.job_summary(report))
