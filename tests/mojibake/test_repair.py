"""What comes out of `repair` for sentences of our own, channel by channel."""

from __future__ import annotations

import pytest

from mkdocs_sima.mojibake import repair, repair_text
from mkdocs_sima.mojibake.channels.damage import damage

LOSSLESS = {
    "Ship it âœ… today": "Ship it ✅ today",
    "Cold start â†’ warm start": "Cold start → warm start",
    "donâ€™t â€œretryâ€\x9d â€” ever": "don’t “retry” — ever",
    "wait 80Âµs, then 5 Ã— more": "wait 80µs, then 5 × more",
    "Die Ã„rzte kommen spÃ¤ter": "Die Ärzte kommen später",
    "La dÃ©cision est annulÃ©e Â« demain Â»": "La décision est annulée « demain »",
    "BÅ‚Ä…d podczas odczytu": "Błąd podczas odczytu",
    "ÐŸÑ€Ð¸Ð²ÐµÑ‚": "Привет",
}

DROPPED = {
    "âŒ Never do this": "❌ Never do this",
    "- âŒ": "- ❌",
    "âš\u00a0ï¸ Careful": "⚠️ Careful",
    "ðŸ—‚ï¸ Archive": "🗂️ Archive",
    "â³ waiting": "⏳ waiting",
    "he said â€œyesâ€ twice": "he said “yes” twice",
    "razliÄica ni najdena": "različica ni najdena",
    "ÐÐ½Ð´Ñ€ÐµÐ¹": "Андрей",  # no word begins with two н
    "ðŸ‘©â€ðŸ’» codes": "👩‍💻 codes",
}

STRAIGHTENED = {
    'â"œâ"€â"€ src/': "├── src/",
    'â""â"€â"€ tests/': "└── tests/",
    "A â†' B": "A → B",
    '## ðŸ"‹ Checklist': "## 📋 Checklist",
    '[âœ"] reviewed': "[✓] reviewed",
    "âš ï¸ Careful": "⚠️ Careful",
    "ðŸ§  Mind the gap": "🧠 Mind the gap",
    "Â«Â le fichierÂ Â» est vide": "«\u00a0le fichier\u00a0» est vide",
    'The year 1999â€"2004': "The year 1999–2004",
}

TURKISH = {
    "ğŸ’¥ Connection refused!": "💥 Connection refused!",
    "| ğŸŸ¡ Medium |": "| 🟡 Medium |",
    "Â§ 4 â€” ÄŸ": "§ 4 — ğ",
}

OTHER = {
    "Ã¢Å“â€¦ twice": "✅ twice",
    "rÃƒÂ©sumÃƒÂ©": "résumé",
    "â�Œ replaced": "❌ replaced",
    "r√©gime": "régime",  # Mac Roman, by ftfy
    "âœ… clean → beside âœ…": "✅ clean → beside ✅",
}


OTHER_SCRIPTS = (
    "Поле пароля є порожнім, а файл не знайдено",  # a letter that is a word
    "Ожидается конец строки, функция возвращает тип аргумента",
    "Το έγγραφο τερματίστηκε στο τέλος της ετικέτας",
)


@pytest.mark.parametrize("clean", OTHER_SCRIPTS)
@pytest.mark.parametrize("straightened", [False, True])
def test_letters_beside_it_tell_which_it_was(clean: str, straightened: bool) -> None:
    damaged = damage(clean, "cp1252", dropped=True, straightened=straightened)
    assert repair_text(damaged) == clean


def test_a_channel_that_keeps_bytes_drops_none() -> None:
    clean = "אין תמונה סרוקה של Sun"
    assert repair_text(damage(clean, "cp1252")) == clean


@pytest.mark.parametrize("clean", ["Не можу обробити у суфіксі", "eroare fatală: sursă lipsă"])
def test_a_letter_that_is_a_byte_of_another_damaged_twice(clean: str) -> None:
    assert repair_text(damage(damage(clean, "cp1252"), "cp1252")) == clean


@pytest.mark.parametrize(
    ("damaged", "clean"),
    (LOSSLESS | DROPPED | STRAIGHTENED | TURKISH | OTHER).items(),
)
def test_repairs(damaged: str, clean: str) -> None:
    assert repair_text(damaged) == clean


KEPT = [
    "Plain ASCII, nothing else.",
    "“Straight” and ‘curly’ quotes — en–dash em—dash…",
    "Où est l’âne ? Là, près du café… « ici »",
    "L’été à la plage\u00a0: déjà vu\u00a0!",
    "Fußgänger überqueren die Straße, „Ä“ und “Ö”",
    "İstanbul’da kâğıt, rüzgâr, hâlâ",
    "Tôi yêu âm nhạc và ẩm thực",
    "MAÇÃ, IRMÃ, AVIÃO, ÂNGULO… CAFÉ”",
    "A À Â Ä, Ĥ = Â + 1, Â B̂ = B̂ Â",
    "Žluťoučký kůň úpěl ďábelské ódy",
    "Съешь же ещё этих мягких французских булок",
    "✅ done  ❌ failed  ⚠️ warning ├── └── ═══╗",
    "5×£35, 4288×…, É® and Ä… at the end",
    "tab\tCRLF\r\nand NEL\x85and LS\u2028end \u00a0nbsp",
    "\ufeffa byte order mark",
]


@pytest.mark.parametrize("text", KEPT)
def test_leaves_alone_what_is_right(text: str) -> None:
    assert repair(text).text == text
    assert repair(text).changes == ()


QUOTED = [
    "A page full of `â€™` was decoded with the wrong charset.",
    "| `âœ…` | `✅` | U+2705 |",
    "“cafÃ©” should read “café”.",
    'assert decode("Ã¼") == "ü"',
    "Mojibake turns `…` into `â€¦`.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_leaves_quoted_examples_alone(text: str) -> None:
    assert repair_text(text) == text


def test_repairs_quotes_that_are_no_examples() -> None:
    assert repair_text('print("âœ… ready")') == 'print("✅ ready")'


def test_keeps_line_ends_and_the_blank_behind_a_symbol() -> None:
    assert repair_text("âŒ one\r\nâŒ two\râŒ three\n") == "❌ one\r\n❌ two\r❌ three\n"


def test_explains_each_change() -> None:
    first, second = repair("fine\n- âœ… a, âŒ b\n").changes
    assert (first.line, first.column, first.offset) == (2, 3, 7)
    assert (first.before, first.after, first.channel) == ("âœ…", "✅", "cp1252")
    assert first.certain
    assert not first.options
    assert second.channel == "cp1252 with bytes dropped"


def test_leaves_and_reports_what_is_uncertain() -> None:
    text = '## ðŸ"„'  # 🔄 and 📄 lose the same byte, and no word tells which
    result = repair("Dunno: ðŸ\x90 ðŸ'" + text)
    doubts = [change for change in result.changes if not change.certain]
    assert all(len(change.options) >= 2 for change in doubts)
    assert all(change.before == change.after for change in doubts if not change.changed)


def test_words_beside_a_symbol_decide() -> None:
    assert repair_text('## ðŸ"„ Update process') == "## 🔄 Update process"
    assert repair_text('## ðŸ"„ The whole file') == "## 📄 The whole file"
    assert repair_text('## ðŸ" Search') == "## 🔍 Search"
    assert repair_text('## ðŸ" Notes') == "## 📝 Notes"
