"""Where damage may be: one regular expression decides that a text can't be damaged."""

from __future__ import annotations

import re
from typing import Final

from .channels import CONTINUATIONS, LEADS

_LEAD: Final = re.escape(LEADS)
_CONTINUATION: Final = re.escape(CONTINUATIONS.replace("\u00a0", "")) + "\ufffd"
_CAPITALS: Final = "".join(c for c in LEADS if c.isupper())

# A lead byte and, right after it, something that hardly follows a letter; or a capital inside a
# word, or before a blank, where the byte after it may be missing.
SUSPECT: Final = re.compile(
    rf"[{_LEAD}](?:(?=[{_CONTINUATION}\"'])|(?=\u00a0[{_CONTINUATION}])"
    rf"|(?=[\u00a0 ])(?<=[{_CAPITALS}])|(?<=[a-zà-ÿ][{_CAPITALS}])|(?<=[{_CAPITALS}])(?=[a-z]))"
)

# Any lead byte at all: where damage has been seen, look at each.
POSSIBLE: Final = re.compile(rf"[{_LEAD}]")
