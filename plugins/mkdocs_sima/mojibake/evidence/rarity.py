"""How rare a character is in what people write: the prior of the decoder.

Rarity is measured in nats (minus the natural logarithm of a frequency) against the commonest
symbols of technical writing, which stand at 0. The tiers are this project's own estimate from what
documentation, README files and knowledge bases use; everything else falls back to its block.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

_TIERS: Final = (
    (0.0, "─│├└→✅❌’“”—–…•"),
    (0.7, "┌┐┘┬┴┤┼═║╔╗╚╝↓←✓×·°©®™‘«»₂²µ≤≥"),
    (1.0, "📝"),
    (1.2, "▼▶►●■█░↑↔⇒✗✘▲◀◄○□▪⚠🎯📋📊🚀🔴🟡🟢🟠⏳💡🔧📚🔄🔗🚫🎉🔒📦🔥⭐⚡☐☑★"),
    (1.5, "📁🔍📄👍🧪🐛"),
    (1.8, ("╠╣╦╩╬≈≠±∞µμ−€£§¶‹›„‚√ΔπΣλΩ✔➜➡⚪⚫🔵🟣⬜⬛🛑🚨🚧🏆🛠🏗🗂📂🗺📈📉📅👥🧠⚙⚖ℹ🤖🤝💥"
          "🌐✨🙏👉🆕📖📌🔑⏰💰🎨🏷☁🔹🔸🔶🔷❓❗🏠💻📱🖥🗑📢💬🏁👀♻🧭🧩🔮🛡❯")),
    (2.5, ("¬¡¿¼½¾³¹ªº÷¢¥″′‰†‡⌘⌥⇧⌃⏎⏸⏹⏱⏬⏩⏪⏭⏯⌛⏫♥❤✨✏✂✉☀☎☕♦♠♣∑∏∈∉∩∪∀∃∂∇∅∝∴∫⊂⊆⊕⊗⌈⌉⌊⌋⟨⟩⟶⟵⇐⇔⇄"
          "↗↘↙↖↩↪↳↻↺↵⬆⬇⬅➕➖✖➤▸▾▹◆◇◈▫▬▓▒▐▌▀▄▁▂▃▅▆▇☆✦✪✕♪♫⬤◉◎"
          "🔐📍📞📧🔀🔔🔎🎓📐📏📑📎📜📷🌲🌱🌍🌟💾💪🎬🎮🏃🎁🐍🐳🐞👤😀😊😄🤔💎🧹🧰🗄🗃🗒🧱🪟🔌🔋📡"
          "🛣🟥🟩🟨🟦🟧🟪🟫🟤🥇🥈🥉👋👏🙌✋💀🚦🎊👇👆👈🆘🆗🔨⛔❎🚪📬📥📤🖼🖨🗓⛏🪝🔖📰📃📒📓📔📕📗📘📙"
          "\u200d🏥🎥🙂😉😎😁😂🤣😅😍😢😭😱😡🤷🤦")),
    # letters that lose their last byte, in the order of their frequency
    (3.0, "сАНρאםф"),
    (3.6, "яύέ"),
    (5.5, "эЭЁ"),
    (8.0, "ѐѝЍЏӝΐΏϏϐϝ"),
)  # fmt: skip

# First code point of a range, rarity of what is in it and not in a tier.
_BLOCKS: Final = (
    (0x0000, 20.0),  # controls: no author writes them
    (0x0080, 9.0),  # C1 controls: nobody, but the first of two damages
    (0x00A0, 1.8),  # no-break space
    (0x00A1, 5.0),  # Latin-1 signs
    (0x00AD, 6.0),  # soft hyphen
    (0x00AE, 4.5),
    (0x00C0, 3.0),  # Latin-1 letters
    (0x0100, 4.0),  # Latin Extended-A
    (0x0180, 8.0),
    (0x0250, 9.0),  # IPA
    (0x02B0, 5.0),  # modifier letters
    (0x0300, 4.0),  # combining accents
    (0x0309, 8.0),
    (0x0370, 4.5),  # Greek
    (0x0400, 3.5),  # Cyrillic
    (0x0460, 10.0),
    (0x0530, 9.0),
    (0x0590, 8.0),  # Hebrew points
    (0x05D0, 5.0),  # Hebrew
    (0x05EB, 9.0),
    (0x0621, 5.0),  # Arabic
    (0x064B, 7.0),
    (0x0660, 5.0),
    (0x066E, 7.0),
    (0x0700, 11.0),
    (0x0900, 6.0),  # Devanagari and its neighbours
    (0x0E00, 6.0),
    (0x0E80, 10.0),
    (0x10A0, 9.0),
    (0x1E00, 7.0),
    (0x1EA0, 4.0),  # Vietnamese
    (0x1EFA, 10.0),
    (0x1F00, 7.0),  # polytonic Greek
    (0x2000, 6.0),  # spaces
    (0x2010, 5.0),  # hyphens
    (0x2013, 3.5),  # punctuation
    (0x2028, 9.0),
    (0x2030, 4.0),
    (0x2060, 9.0),
    (0x2070, 4.0),  # superscripts, currency
    (0x20D0, 8.0),
    (0x2100, 5.0),  # letterlike
    (0x2150, 4.5),
    (0x2190, 3.2),  # arrows
    (0x2200, 3.8),  # mathematics
    (0x2300, 5.0),  # technical
    (0x2400, 7.0),
    (0x2460, 4.5),  # enclosed
    (0x24B6, 7.0),
    (0x2500, 4.5),  # box drawing with heavy or mixed strokes
    (0x2580, 3.8),  # blocks
    (0x25A0, 4.0),  # shapes
    (0x2600, 3.8),  # symbols
    (0x2700, 4.0),  # dingbats
    (0x27C0, 5.5),
    (0x2800, 7.5),  # braille
    (0x2900, 6.0),
    (0x2B00, 5.0),
    (0x2C00, 10.0),
    (0x3000, 6.0),
    (0x3400, 10.0),
    (0x4E00, 6.5),  # Han
    (0xA000, 11.0),
    (0xAC00, 6.5),  # Hangul
    (0xD7B0, 12.0),
    (0xE000, 12.0),
    (0xF900, 11.0),
    (0xFB00, 6.0),  # ligatures
    (0xFB07, 10.0),
    (0xFE0F, 0.7),  # variation selector 16
    (0xFE10, 10.0),
    (0xFEFF, 5.0),  # byte order mark
    (0xFF00, 6.0),
    (0xFFFD, 3.0),
    (0xFFFE, 20.0),
    (0x10000, 11.0),
    (0x1D400, 7.0),  # mathematical letters
    (0x1D800, 12.0),
    (0x1F000, 7.5),
    (0x1F1E6, 3.5),  # flags
    (0x1F200, 7.0),
    (0x1F300, 3.5),  # emoji
    (0x1F3FB, 3.0),  # skin tones
    (0x1F400, 3.5),
    (0x1F650, 8.0),
    (0x1F680, 3.5),
    (0x1F700, 10.0),
    (0x1F7E0, 3.0),
    (0x1F7F0, 4.0),
    (0x1F800, 7.0),
    (0x1F900, 3.5),
    (0x1F940, 5.0),  # sport and food
    (0x1F970, 3.5),
    (0x1FA00, 8.0),
    (0x1FA70, 4.5),
    (0x1FB00, 11.0),
    (0x20000, 14.0),
)
_STARTS: Final = [start for start, _ in _BLOCKS]

_LISTED: Final = {char: rarity for rarity, chars in reversed(_TIERS) for char in chars}

# The letters of European languages, the commonest first.
_LETTERS: Final = "éáíóäüöàèçãñâêôõîåøæúßëïœýðþìòùəěščřžůęąłśćżźńłőűșțăğşıİūāēīņķļģšžčėįųđċġħ"


@lru_cache(maxsize=8_000)
def rarity(char: str) -> float:
    """Return how rare `char` is, in nats: 0 for the commonest symbols, 20 for what nobody writes.

    Raises TypeError when `char` is not one character.
    """
    listed = _LISTED.get(char)
    if listed is not None:
        return listed
    rest = _BLOCKS[bisect_right(_STARTS, ord(char)) - 1][1]
    if not char.isprintable() and unicodedata.category(char) == "Cn":
        return max(rest, 16.0)  # unassigned
    if char in _LETTERS:
        return 1.5 + _LETTERS.index(char) / 40
    if char.isupper() and (lower := char.lower()) in _LETTERS:
        return 3.0 + _LETTERS.index(lower) / 40
    return rest
