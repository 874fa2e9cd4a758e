"""Where an ID ends: what may follow it, in scripts that set blanks between words and others."""

from __future__ import annotations

# Chinese, Japanese and Korean write an ID into their text without a blank around it. Python expands
# ranges of characters when it compiles them, so the short one is given.
FIRST_WIDE = "\u3040"
LETTER = rf"(?=\w)[\0-{chr(ord(FIRST_WIDE) - 1)}]"
"""Any letter, digit or `_` of the other scripts."""

# An ID ends where its word ends: `LESS-34-38` and `BUG-01-prevention` are names of other things.
ID_END = rf"(?!{LETTER}|-[\w#*\[{{<]|\.\d)"
