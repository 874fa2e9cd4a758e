"""Code pages that this package has no model for: there ftfy, which knows them, repairs the line.

Windows-1250, -1251, -1257, Mac Roman and surrogates damaged one by one. Each leaves pairs that the
languages it was made for do not write; a line that shows none of them never reaches ftfy.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from mkdocs_sima.mojibake.channels import traces
from mkdocs_sima.mojibake.text_edits import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

# Every alternative looks back at one of these, so that a search skips to them quickly.
STARTS: Final = "íРСГвпĂĹŘŮÄÅ√‚ÿŸ"

_SURROGATE: Final = "(?<=í)[\u00a0-\u00af][\u0080-\u00bf]"
_SECOND: Final = "[\u0402-\u040f\u0452-\u045f\u0490\u0491\u0098\u00a0-\u00bb‚„…†‡€‰‹‘“•™›]"
_CYRILLIC: Final = (
    f"(?<=[РС]){_SECOND}[РС]{_SECOND}|(?<=Г)[\u0080-\u00bf‚„†‡€‰‹‘“•™][^ ]|(?<=в)Ђ|(?<=п)[¬»ї]"
)
_CENTRAL: Final = "(?<=[ĂĹŘŮ])[\u0080-\u00bf\ufffdˇ˘˝˛łľşťžźż‚„†‡€‰‹‘“•™]"
_BALTIC: Final = "(?<=[ÄÅ])Æ[a-z]"
# U+0080 to U+FFFF, said the other way round: `re` compiles a long range character by character.
_WIDE: Final = "[^\x00-\x7f\U00010000-\U0010ffff]"
_MAC: Final = f"(?<=√){_WIDE}|(?<=‚)Ä[ôúùìî¢¶]|(?<=[ÿŸ]){_WIDE}[ÿŸ]{_WIDE}"

TAIL: Final = "|".join((_SURROGATE, _CYRILLIC, _CENTRAL, _BALTIC, _MAC))


@lru_cache(maxsize=1)
def _suspect() -> re.Pattern[str]:
    return re.compile(f"[{STARTS}](?:{TAIL})")


def foreign_edits(text: str) -> Iterator[Edit]:
    """Yield an edit for every line of `text` that ftfy decodes into something else."""
    suspect = _suspect()
    if not suspect.search(text):
        return
    from ftfy import fix_encoding  # slow to import, and most texts never need it

    start = 0
    for line in text.split("\n"):
        if suspect.search(line) and (fixed := fix_encoding(line)) != line:
            yield _trimmed(line, fixed, start)
        start += len(line) + 1


def _common(one: str, other: str) -> int:
    """Return how many characters `one` and `other` begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _trimmed(line: str, fixed: str, offset: int) -> Edit:
    """Return the edit from `line`, at `offset`, to `fixed` without what they have in common."""
    head = _common(line, fixed)
    tail = _common(line[head:][::-1], fixed[head:][::-1])
    after = fixed[head : len(fixed) - tail]
    return Edit(offset + head, offset + len(line) - tail, after, traces.FOREIGN)
