"""A knowledge base of any size, written as people write them; equal sizes give equal files."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = ("LESS", "DEC", "AP", "BUG", "WISD")
WORDS = [
    start + vowel + end
    for start in ("bar", "con", "del", "fun", "gra", "lim")
    for vowel in "aeiou"
    for end in ("k", "mp", "st", "ring", "ter", "ble")
]
_SCOPE = 150  # entries; each scope numbers its own
_HEADINGS = ("Context", "What happened", "Decision", "Consequences", "How to apply it", "Limits")
_CODE = """```python
def {name}(event, context):
    \"\"\"{sentence}\"\"\"
    result = {{"status": 200, "count": len(event.get("{word}", []))}}
    return result if context else None
```
"""


def write_entries(folder: Path, size: int, seed: int = 3) -> None:
    """Write `size` entries of about 5 kB: headings, lists, code, a table, a dozen references."""
    for path, text in entries(size, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def entries(size: int, seed: int = 3) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each."""
    names = [_name(number) for number in range(size)]
    for number in range(size):
        rng = random.Random(f"{seed} {number}")
        scope, ref_id = names[number]
        yield f"{scope}/{ref_id}.md", _text(rng, ref_id, names, number)


def _name(number: int) -> tuple[str, str]:
    """Return the folder and the ID of an entry."""
    scope, place = divmod(number, _SCOPE)
    return f"area-{scope:03}", f"A{scope:03}-{TYPES[place % len(TYPES)]}-{place:03}"


def _text(rng: random.Random, ref_id: str, names: list[tuple[str, str]], number: int) -> str:
    def words(count: int) -> str:
        return " ".join(rng.choices(WORDS, k=count))

    def sentence(count: int = 14) -> str:
        return words(count).capitalize() + "."

    def other() -> str:
        """Cite mostly the neighbours and the first of all, as people do."""
        near = number + rng.randint(-40, 40)
        wanted = near if rng.random() < 0.7 else int(len(names) * rng.random() ** 3)
        return names[wanted % len(names)][1]

    keywords = {f"{rng.choice(WORDS)}-{int(rng.paretovariate(0.8)) % 97}" for _ in range(6)}
    parts = [
        f"# {ref_id}: {words(5).capitalize()}\n",
        f"**REF-ID:** {ref_id}  ",
        f"**Status:** {rng.choice(('Active', 'Active', 'Active', 'Draft', 'Deprecated'))}  ",
        f"**Priority:** {rng.choice(('🔴 CRITICAL', '🟡 MEDIUM', '🟢 LOW'))}  ",
        f"**Created:** 2025-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}  ",
        f"**Keywords:** {', '.join(sorted(keywords))}\n",
        f"{sentence()} {sentence()} See {other()}.\n",
    ]
    for heading in _HEADINGS:
        parts.append(f"## {heading}\n")
        parts.append(f"{sentence(20)} As {other()} says, **{words(3)}**. {sentence(18)}\n")
        parts += [f"- `{rng.choice(WORDS)}`: {sentence(9)}" for _ in range(4)]
        parts.append("")
    parts.append(_CODE.format(name=rng.choice(WORDS), sentence=sentence(6), word=words(1)))
    parts.append(f"| {words(1)} | {words(1)} |\n|---|---|")
    parts += [f"| {words(2)} | {rng.randint(1, 900)} ms |" for _ in range(4)]
    parts.append(f"\n{_CODE.format(name=rng.choice(WORDS), sentence=sentence(6), word=words(1))}")
    parts.append("## Related Topics\n")
    parts += [f"- **{other()}**: {sentence(7)}" for _ in range(4)]
    return "\n".join(parts) + "\n"
