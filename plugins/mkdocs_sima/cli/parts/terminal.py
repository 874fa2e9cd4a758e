"""Whether a person reads along, and in colour."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

STANDARD = Path("-")  # what names standard output where a file is asked for


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; Python has none where the shell closed it."""
    return stream is not None and stream.isatty()


def has_colors() -> bool:
    """Return whether to write in colour: on a terminal, unless NO_COLOR says otherwise."""
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
