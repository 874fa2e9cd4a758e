"""Where damage may be: one regular expression decides that a text can't be damaged."""

from __future__ import annotations

import re
from typing import Final

from mkdocs_sima.mojibake.channels.code_pages import CONTINUATIONS, LEADS
from mkdocs_sima.mojibake.decoding.escaped import may_be_escaped
from mkdocs_sima.mojibake.decoding.page_choice import may_be_of_a_page

LEAD: Final = re.escape(LEADS)
_CONTINUATION: Final = re.escape(CONTINUATIONS) + "\ufffd"
_TYPOGRAPHIC: Final = "”’…»–—›\u00a0"  # what closes a word in clean text, too
_TELLING: Final = re.escape("".join(sorted(set(CONTINUATIONS).difference(_TYPOGRAPHIC)))) + "\ufffd"
_CAPITALS: Final = "".join(c for c in LEADS if c.isupper())

# A capital inside a word, before a blank or before a quote, where the byte after it may be missing.
BARE: Final = (
    rf"(?<=[{_CAPITALS}â])(?:(?=[{_TYPOGRAPHIC}\"'])|(?<=[{_CAPITALS}])(?:(?= )"
    rf"|(?<=[a-zà-ÿ].)|(?<=[A-Z].)(?=[a-z])))"
)
# A lead byte and, right after it, what hardly follows a letter.
PAIR: Final = rf"(?=[{_TELLING}])|(?=[{_TYPOGRAPHIC}][{_CONTINUATION}\"'A-Za-z])"

# Small letters that are lead bytes, too, but behind a plain letter and with nothing but closing
# signs behind them never read as damage by the decoder: `l’été’s`, `«\u00a0là\u00a0»`.
_WORD_ENDS: Final = "ßàãäåæçèéêëìíîïñòóô"

_FOLLOWERS: Final = re.escape(CONTINUATIONS) + "\ufffd"

# From the far end: in French or Vietnamese every other word has a lead byte, but hardly any has
# what follows one in damaged text. Next the commonest refusal: that sign follows no lead byte.
_ANY: Final = re.compile(
    rf"[{_TELLING}{_TYPOGRAPHIC}{_CAPITALS}â](?:(?<=[\x80-\x9f])"
    rf"|(?<![^{LEAD}][{_FOLLOWERS}])(?:(?<=[{LEAD}][{_TELLING}])|(?<=[{LEAD}][{_TYPOGRAPHIC}])(?:(?=[{_TELLING}])"
    rf"|(?<![A-Za-z][{_WORD_ENDS}].)(?=[{_TYPOGRAPHIC}\"'A-Za-z]))"
    rf"|{BARE}))"
)


def may_be_damaged(text: str) -> bool:
    """Tell whether `text` shows anything that a damage channel leaves. Fast, and often wrong."""
    if text.isascii():
        return may_be_escaped(text)
    return _ANY.search(text) is not None or may_be_of_a_page(text) or may_be_escaped(text)
