"""Where damage may be: one regular expression decides that a text can't be damaged."""

from __future__ import annotations

import re
from typing import Final

from . import foreign
from .channels import CONTINUATIONS, LEADS

_LEAD: Final = re.escape(LEADS)
_CONTINUATION: Final = re.escape(CONTINUATIONS) + "\ufffd"
_TYPOGRAPHIC: Final = "”’…»–—›\u00a0"  # what closes a word in clean text, too
_TELLING: Final = re.escape("".join(set(CONTINUATIONS).difference(_TYPOGRAPHIC))) + "\ufffd"
_CAPITALS: Final = "".join(c for c in LEADS if c.isupper())

# A lead byte and, right after it, what hardly follows a letter; or a capital inside a word or
# before a blank, where the byte after it may be missing. What most letters are followed by is
# ruled out first, because in French or Vietnamese every other word has a lead byte.
_TAIL: Final = (
    rf"(?=[^\x00-\x7f])(?:(?=[{_TELLING}])|(?=[{_TYPOGRAPHIC}][{_CONTINUATION}\"'A-Za-z]))"
    rf"|(?<=[{_CAPITALS}â])(?:(?=[{_TYPOGRAPHIC}\"'])|(?<=[{_CAPITALS}])(?:(?= )"
    rf"|(?<=[a-zà-ÿ].)|(?<=[A-Z].)(?=[a-z])))"
)
SUSPECT: Final = re.compile(rf"[{_LEAD}](?:{_TAIL})")

# Any lead byte at all: where damage has been seen, look at each.
POSSIBLE: Final = re.compile(rf"[{_LEAD}]")

_ANY: Final = re.compile(
    rf"[{_LEAD}{foreign.STARTS}](?:(?<=[{_LEAD}])(?:{_TAIL})|{foreign.TAIL})",
)


def may_be_damaged(text: str) -> bool:
    """Tell whether `text` shows anything that a damage channel leaves. Fast, and often wrong."""
    return not text.isascii() and _ANY.search(text) is not None
