"""Which Cyrillic or Greek letter fits between two others.

`Ñ` with its second byte lost was `с`, `э` or `я`, and `Ñ'` was `т`, `ё` or `ђ`. The letters beside
it tell which: words end in `ся`, not in `яс`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_FIRST, _LAST = "\u0370", "\u052f"
_WORDS: Final = "иівасуояйкєжб", "ηοήόω"  # letters that are words, the commonest first
_NO_WORD: Final = 5.0
_UNUSED: Final = 15.0  # a letter of these scripts that hardly anybody writes
_DOUBLED_FIRST: Final = "свж"  # `ссылка`, `ввод`, `жжёт`: no other letters begin a word twice
_NO_BEGINNING: Final = 5.0
_STEP: Final = 0.3  # nats, from one letter of a table to the next

# A row for each letter, after one for the beginning of a word; a column for each letter that may
# follow, after one for the end. `a` to `z` say how unlikely that is: counted in messages of
# programs, Russian, Ukrainian, Bulgarian, Serbian and Belarusian ones weighed together.
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґјљњћђџў"
_CYRILLIC_PAIRS: Final = """
zmmjpjpvkkykplhkhlimlmtrpruzzzrzqzrzuzszzzzzw
exnkompqkxlmklhunkmitvronsuzzzztozzyszrzqzxzu
lhxqzxizvjzkhsmhzhpxizptyzonlzzzszmzzztyzzzzz
hfzswohuyhzmmrlhtmnqnzqzzwypkzzzrzlzzzzrzzzzz
ihsqrqlzzlzwkpleygtsizxzszzyzztzzznzzzzzzzzzz
kfsoupgnrjznjtkhrkoqlzvxvxzqrwvztunzzzzzuzzzz
evrnpktoorpkkkgqoikjuvuqrpszzzzzwzzzzzytsuvzz
nhqtziezzgzpoxhpyzvynzzztzzyqzszzurzzzzzyzzzz
jeojrknzzkzopjijoprslzszutzzouzztzpzzzzzzzzzz
frolqolvkolkljksolijzpoonpvzzzzrlzzzzzozzzzzz
czvtxmtzyzzofqlowuijzzzuxvzzzzzzwzzzzzzzzzzzz
jezqzzlxzizykzofzkllkzxqzysszzvzzzmzzzzszzzzz
jhuxvxhqsgzntxmhzzstmxzzrzzuqhzmitlzzzzzzzzzz
ggolzzfzzjzqrqohnwszmzzzxzzwmzyzmylzzzzzzzzzz
kfzvpngzvhzrzzjhzznknsytwvzzlqztlxnzzzzzzzzzz
gwkikjpmmsnkjklumjjkxvvsnpxzzzzttzzuzzqwzzzzv
nizzzzizzkzqpzreserslzypxwzrtzzyuzmzzzzzzzzzz
kfvpprfnvhzrvnnhvtnnlwpvyqztnzsxozozzzzzzzzzz
kkuoyykxzjzikqnkjspelzrrvuzpqlzzkzozzzzzzzzzz
hgzlzxhzzhznsvmhvimumzxzwzzspitzuzpzzzzzzzzzz
foojnkmooxrklklwkljjzquvmrpzzzxnxzzwpzozzszzz
odzzwwlzzhzznwzgzlumlqzzzzzzyxzzzzkzzzzzzzzzz
djynzylzzjzzvrnfzlrpmzzzzzzyzzvzzzjzzzzzzzzzz
lizmzxgzxezozzzqvrvunzznzzzxlisqnwhzzzzzzzzzz
mgzpzzfvzfzkszhpzuxlnzzyyyzzowpzzpozzzzzzzzzz
lhzozzhzzezhouknxmrimzzyozzzouuzzsozzzzzqozzz
lizzzzdzzfzzzzsfzzzyozzzzzzzzozzzntzzzzzzzzzz
zzsksjjpizzlikpmmfkhzzttpzlzzzzzrvzzzzzzzzzzz
fzojsoizozgmlkozmnokzrippqzzzzzymzuzzzzzzzzzt
cztxvwuzjzyhzshmyzjnzyztzozzzzzqpzzyuzzzzzzzz
mvpqooxqrzmiflhxrlkfyousplzzzzzzxzzzzzzzzzzzv
dyqkuqzqvzvsvtqzuophzzzqfzizzzzrzzzzozzzzzzzz
bzslsmmyozxmrnlytqrkzzrruuszzzzrszzzwzzzzzzzu
izzmupzrszurnkczzjmhzzqzzzzzzzxzzzzzzzzzzzzzo
fooiphxrnzmkjmirsljnwvsonouzzzzqmzwnrzzzzzzzz
bzuouqyyszvqprmxwpqozznzwzzzzzzzzzzpyzzzzzzzz
czzptlzzzzzjsjnzyopgzxxwzzzzzzzpzzzozzzzzzzzz
dioprlkzzlzzrzzozjrlgzzzzzzzzzzrzzjzzzzzzzzzz
hgupzwczzkzqurpqvunmizzvwzzzzzzzzzzzzzzzszzzz
qewzzzfzzizizzlxzzozfzzszwzzzzzzzzzzzzzzxzzzz
vdzzzzczzlzzzzzqzzwzkzzzzzzzzzzzzzzzzzzzzzzzz
jgzzzzczzgzzzzlqzzvzkzzzzzzzzzzzzzzzzzzwzzzzz
zfzyzzezzhzzzzzjzzzzezzzzuzzzzzzzzzzzzyzzzzzz
jerzzrizzezzzzzhrzzzkzzzznzzzzzzzzzzzzzzzzzzz
etthriynpzzkkygznqkjzzyruuzzzzyzzzyzzzzzzzzzz
"""

_GREEK: Final = "αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋΐΰ"
_GREEK_PAIRS: Final = """
zhpljivmosjojnxmiszihoqnyuqnpxoxyzzzz
fzqnnzszoilllhsykilliomrzzzzzpzvzuzzz
sgzwvjzkzizjzzzfzhzzzzzzzuhmommtrzzzz
wjzkzkzpzgjlljujzgzzzwznznpmjkrtqzzzz
wlzzzezkzfzzzzzgzmzzzizzzqtnrksmrzzzz
izwmnzzzqhmmnhosjimkjnprxqszzgzpzzzzz
sjzzzdzmzizzryzhzzzzzszzzrnvimizozzzz
dzzpszzzozlqjjxzwlgilzvtvzzzzzzzzzzzz
zgzzzgzizqzziszhzozzzizzzspikrllpzzzz
ghrpnmsqozgmkntkrnohmzuowtmrrzqzpzzzz
ngzzpizoznqlxyzhvkzzimuwzojlkohqozzzz
pittyhzjyizikzzgzzzzsotzzoklilmpmzzzz
tfnzzgzjzkzzlpzikzzzzzmzywmhkmlzszzzz
efzsnkzltlyzzzzhzzzpjszzzkmoonnuszzzz
qizzzgzfzgzzzzzizzzznmzzzmmmvpjkzzzzz
fwslpqzrokolkkzvkkjlngrrzzzxtnykzzzzz
thzzzhznzhzjzxzezhzzpzzzznmoqnjzuzzzz
sgskvkzlugrxmuwgztzwnprjzmklnkmsozzzz
azzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
zmtzuizfrlnujyznrzzoejlpzosxtmqnyzzzz
ugyzzjuhzizsuzzezlzuynzzzmloknmotzzzz
dpxnsvyvnuqokhtwiimjkzrmtztwrzuzyzzzz
zfzuznzoojzxzzzgznzzsqzzzmfmhomprzzzz
rkzzzdzprkzzzpzizgzzsvzzzlqolkotlzzzz
zqzzzfzcznzzzzzhzzzzuuzzznszuzuzszzzz
jzzmlzzzrzyrkdzzqikgjzzszzzzyzzzzzzzz
fzqkmwmwlskhlhstrjnjjznpwzzzzzzzzzzzz
tmvirwqzmvljnfopkkjjiztjvuzzzzzzzzzzz
dzzsrzzzozjojnvzukhjjztpozzzzzzzzzzzz
iftplolluzppmhvgnppjkzzpzmzzzzzzzzzzz
ewtlmzywrxomigzznkilizynvyzzzzzzzzzzz
etwrzpzxjzulkgrlhiolmzuvntzzzzzzzzzzz
lzzzmzzzozzvhdzxrgnglzxzzzzzzzzzzzzzz
fmkzzzqzzzdkzkzzzqqqizqzzzqzzzkzzzzzz
ezzzzzzzzzzezgzzzzzzzzzezzzzzzzzzzzzz
fzzzzzzzzzzzzzzfzczzzzzzzzzzzzzzzzzzz
zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz
"""


class _Script:
    """What pairs of letters cost in one script, in small letters."""

    def __init__(self, letters: str, pairs: str, words: str) -> None:
        self.letters = letters
        self.words = words
        self.costs = {
            (first, second): _STEP * (ord(unlikely) - ord("a"))
            for first, row in zip(("", *letters), pairs.split(), strict=True)
            for second, unlikely in zip(("", *letters), row, strict=True)
        }

    def cost(self, char: str, before: str, after: str) -> float:
        """Return what `char` costs between two characters; others begin or end a word."""
        before, after = (c if c in self.letters else "" for c in (before, after))
        if before or after:
            doubled = not before and char == after and char not in _DOUBLED_FIRST
            return (
                self.costs[before, char]
                + self.costs[char, after]
                + (_NO_BEGINNING if doubled else 0.0)
            )
        return _STEP * self.words.index(char) if char in self.words else _NO_WORD


@lru_cache(maxsize=1)
def _scripts() -> tuple[_Script, ...]:
    return (
        _Script(_CYRILLIC, _CYRILLIC_PAIRS, _WORDS[0]),
        _Script(_GREEK, _GREEK_PAIRS, _WORDS[1]),
    )


def is_paired(char: str) -> bool:
    """Tell whether `char` is Greek or Cyrillic."""
    return _FIRST <= char <= _LAST


def pair_cost(char: str, before: str, after: str) -> float | None:
    """Return what the letter `char` costs between two characters, in nats; None in other scripts.

    Case does not count, and what is no letter of the same script begins or ends a word.
    """
    char = char.lower()
    for script in _scripts():
        if char in script.letters:
            return script.cost(char, before.lower(), after.lower())
    return _UNUSED if is_paired(char) else None
