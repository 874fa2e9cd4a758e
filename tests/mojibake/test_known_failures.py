"""What the repair gets wrong, or leaves though a reader could tell. Each may be fixed one day."""

from __future__ import annotations

import pytest

from mkdocs_sima.mojibake import repair_text

KNOWN = {
    # Í, Á, Ð and Þ all lose their only other byte, and nothing else in the line tells which.
    "Ãsland": "Ísland",
    # Esperanto has no word list: `aŭ` reads like `aŝ`.
    "aÅ Ä‰iam": "aŭ ĉiam",
    # Spaced dashes: both are in use, and straightening made them one.
    'one â€" two': "one – two",
    # Heavy and light check marks, too.
    'âœ" done': "✔ done",
    # The byte was replaced by a question mark.
    "â€œnoâ€? she said": "“no” she said",
    # Both halves of a face are gone.
    "ðŸ˜ neutral": "😐 neutral",
    # Three Chinese characters share what is left.
    "ä¸æ–‡": "中文",
}


@pytest.mark.parametrize(("damaged", "clean"), KNOWN.items())
@pytest.mark.xfail(strict=True, reason="known failure")
def test_known_failure(damaged: str, clean: str) -> None:
    assert repair_text(damaged) == clean
