"""The channels forward: damage clean text the way other people's tools do.

Nothing in the repair needs this. It states the model in a few lines, and tests and benchmarks make
their material with it.
"""

from __future__ import annotations

from typing import Final

_STRAIGHT: Final = str.maketrans("“”„‘’‚\u00a0", "\"\"\"''' ", "\u00ad")


def damage(text: str, page: str, *, dropped: bool = False, straightened: bool = False) -> str:
    """Return `text` encoded as UTF-8 and decoded with the code page `page`.

    `page` is a Python codec: `cp1252`, `cp1254` or `latin-1`. Bytes that it leaves undefined become
    C1 controls, as in browsers, or are `dropped`. With `straightened`, a later tool has then made
    curly quotes straight and no-break spaces plain, and has dropped soft hyphens.

    Raises LookupError for a code page that Python does not know.
    """
    shown = []
    for value in text.encode():
        byte = bytes([value])
        try:
            shown.append(byte.decode(page))
        except UnicodeDecodeError:
            shown.append("" if dropped else byte.decode("latin-1"))
    damaged = "".join(shown)
    return damaged.translate(_STRAIGHT) if straightened else damaged
