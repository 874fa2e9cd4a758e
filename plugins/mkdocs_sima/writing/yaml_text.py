"""Text as YAML, for settings that an owner pastes or that are written for him."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[A-Za-z][\w./-]*(?: [\w./-]+)*")
_NOT_PLAIN = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def scalar(text: str) -> str:
    """Return a text as a YAML scalar; JSON's strings are YAML's, too."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN:
        return text
    return json.dumps(text, ensure_ascii=False)
