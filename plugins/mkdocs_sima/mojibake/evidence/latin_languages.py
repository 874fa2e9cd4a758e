"""What the languages written in Latin letters look like: letters, quotation marks, small words.

Only as much as is needed to tell which letter a damaged sequence was: the letters beyond ASCII,
the commonest first; the opening quotation marks in use; and a few of the commonest words.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Language(NamedTuple):
    """One language."""

    letters: str
    opening: str = "“"
    words: str = ""


LANGUAGES: Final = (
    Language("əıüşöçğ", "“«", "və bir"),
    Language("ñùê", "“«", "ar ur an eus war"),  # Breton
    Language("àóéèíçòúï", "«“", "amb els és per una del la les de dels"),  # Catalan
    Language("íáěéřčžýšůúťňďó", "„", "se je na pro soubor není při do ve že nelze"),  # Czech
    Language("øåæé", "»“”", "er og ikke til en af kan ikke fil"),  # Danish
    Language("üäöß", "„»", "der die das nicht und ist von mit für kann ein wird"),
    Language("ĉĝŝŭĵĥ", "“„«", "la de estas kaj al ne por en estos ĝis vi"),  # Esperanto
    Language("óíáéñúü", "«“", "el los las de que una del para con no en la se por al"),
    Language("äõüöšž", "„", "ei on ja faili ning see"),  # Estonian
    Language("äöå", "”", "ei on ja tiedostoa tämä voi"),
    Language("ðáíøóúýæ", "“„", "og ikki til í"),  # Faroese
    Language("éèàêçâîùôûïëœ", "«“", "le la les des une est pour de du dans pas par et en"),
    Language("âìèàòù", "«“", "di il no al par e"),  # Friulian
    Language("áéíóú", "“", "an na ar agus ní is le chun comhad"),  # Irish
    Language("àìèòù", "“", "an am na agus air tha nan"),  # Gaelic
    Language("óíáéñú", "«“", "o os da do non unha para as ao"),  # Galician
    Language("čžšćđ", "„»", "je se na ne datoteka nije za i u od da su"),  # Croatian
    Language("éáőöóüíúű", "„»", "a az nem és egy fájl van hogy érvénytelen"),
    Language("íáðóéöúýþæ", "„", "og er ekki til að frá í"),  # Icelandic
    Language("àèùòìé", "«“", "di che il non per una della con la è"),  # Italian
    Language("ėšžųįūčąę", "„", "ir yra ne į kad iš ar būti"),  # Lithuanian
    Language("āīšņēļžūķčģ", "„“", "ir un uz nav ar no vai kas lai par"),  # Latvian
    Language("åøæéòô", "«“", "er og ikke til en for av det kan"),  # Norwegian
    Language("ëéïèüö", "“‘„", "de het een van niet is en kan bestand"),
    Language("òèàéçíóúï", "«“", "lo la de es las los del pas per un una dels"),  # Occitan
    Language("ąęłżśóćńź", "„", "nie w z na do się jest dla pliku i"),  # Polish
    Language("ãçáéíóêõàúâô", "“«", "o os de não uma para do da com em ao as é"),
    Language("ăîțâșşţ", "„", "nu de este în și la pentru se al cu din"),  # Romanian
    Language("àùòèì", "«“", "de su sos sas e in est"),  # Sardinian
    Language("áíýčžéšúľťôňďäóĺŕ", "„", "sa je na pre súbor nie pri ako do že"),  # Slovak
    Language("čšž", "„»", "je ni za se in ne na datoteke da ali"),  # Slovenian
    Language("ëç", "„“", "nuk të një dhe për"),  # Albanian
    Language("äåöé", "”", "är inte och att för av en till kan fil efter det är som"),  # Swedish
    Language("ışıüğçöîâ", "“", "bir ve için bu dosya değil ile"),  # Turkish
    Language(
        "ệảạếáàộđưóểôấêậnợốựầốớứâìấủềềửờụừíọợịéúơãữồỗẩõỉẽăắặọỏ",
        "“",
        "không tin các của cho có là được",
    ),
    Language("åéèîêûâô", "«“", "di l' li les n' on po"),  # Walloon
    Language("éïñ", "“‘", "the of and to is in for a not with"),
)
