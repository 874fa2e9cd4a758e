"""Which symbol fits: the words an author writes beside it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# A symbol whose damaged forms collide with another's, and word stems that authors put beside it.
_STEMS: Final = """
📝 note summar change histor update log draft edit write writing form descri document
📝 overview licen sign comment context identity example step todo memo template entry
📝 maintenance
📁 folder director structur file artifact path repositor asset archive organi categor
📂 folder director structur open file path project
📍 locat where place current pin point here position deploy milestone
🔍 search find looking look detect investigat verif inspect scan analy debug audit review
🔍 discover query lookup diagnos check examin explor research detail insight trac scanning
🔍 troubleshoot question valid compar complian select quick root cause issue problem index
🔍 match verify
🔎 search find look
🔐 secur encrypt auth credential secret password access permission key protect login
🔏 sign privac lock
🔁 repeat loop again retry cycl iterat recurr
📐 rule architect design pattern measur geometr dimension layout diagram implementation
🏥 health hospital medical doctor recover
🎥 video film movie record demo
❗ important warn attention critical note issue caution must error
❓ question faq why what how help unknown
↓ down below flow next
↑ up above rise
📏 rule limit constraint size length measur guideline convention line standard threshold
🎓 learn teach train course lesson tutorial educat stud graduat academ
📄 file page document report paper pdf text source readme output saved licen content html
📄 markdown
🔄 flow process cycle update migrat refresh sync change convert loop restart retry workflow
🔄 transition lifecycle version history next continu iterat rotat reload recover roll
🔄 progress partial dynamic usage pattern current pending
🔒 lock secur isolat private restrict protect encrypt safe confidential read-only
🔑 key password secret token credential access
🔓 unlock open public
🔔 notif alert remind bell alarm subscri
📔 notebook journal diary
📓 notebook journal
📑 bookmark tab index content reference appendi history sections
📒 ledger note
💡 tip idea hint insight remind note suggest light think use
🔥 hot fire critical urgent burn popular hotspot
📥 download import inbox input load receive fetch incoming ingest pull
📤 upload export outbox output send outgoing publish push
📦 package bundle deliver deploy module depend release box artifact ship container archive
🔦 torch flashlight
🔧 config tool fix setup setting maintain repair technical implement build troubleshoot
🔧 custom adjust install develop
📧 mail contact send newsletter inbox
📚 reference document librar read book learn resource guide knowledge catalog further
🔚 end
📖 read guide document book manual glossar tutorial story reference
🔖 bookmark tag version release label
🔗 link reference relat url cross connect chain depend integrat see
📗 book
📋 checklist list plan task requirement clipboard summary todo copy step overview
🔋 battery power charge energy
📊 stat metric chart data report result dashboard status progress analy monitor perform
📊 statist
🔊 sound volume audio loud speak
📈 growth trend increase metric improve performance statistic progress chart up scal
🔈 sound volume audio speak
📉 decrease decline drop reduc down fall loss
🔉 sound volume audio
📞 phone call support contact telephone hotline
🔞 adult
📅 date calendar schedule day week month when timeline deadline event maintenance
🔅 dim brightness
📆 date calendar schedule
🔤 letter alphabet abc keyword glossar string text
📌 pin note important remember key point sticky
📎 attach clip paper appendix
📜 scroll license history law contract legal script log
🔀 merge branch shuffle cross random switch fork rout
📀 disc dvd
🔴 critical high error stop severe red fail urgent block
📴 phone off
📹 video camera record
🔶 medium warn
📶 signal wifi network bars antenna
🔮 future predict evolution roadmap vision magic forecast plan
📮 post mail
🔌 plug connect extens api socket adapter interface integrat
📡 signal broadcast satellite telemetry api
📰 news article
🔰 beginner start
📱 mobile phone app device responsive
🔱 trident
📷 photo camera image screenshot picture
🔷 blue diamond
📸 photo screenshot snapshot
📢 announce news broadcast
🔢 number count digit
📣 announce shout
🔣 symbol
🔠 letter
🔡 letter
🌍 world earth global language international environment region africa europe
🌐 web network internet url global site domain http browser online
🏁 finish complet start race end goal done flag
🐍 python snake
🐝 bee
🏝 island
👁 eye view watch visib vision observ
👀 look review see watch eye preview
💀 dead death kill fatal
👥 team user people group member communit audience stakeholder contribut who role
💥 crash boom explos impact break broke collision fail refus destroy conflict
👤 user profile account author owner person who
💤 idle sleep inactive stale
👎 bad dislike down against
💎 gem value ruby premium quality
💬 chat comment discuss message talk feedback question conversation
💪 strength strong power
💰 cost money price budget pay saving financ revenue
💻 computer code develop laptop system software terminal example
👻 ghost
💾 save storage memory disk store backup persist cache data
👾 game alien
💼 business work job portfolio enterprise
💳 card payment billing credit
💭 thought think
💯 perfect hundred complete
👋 hello welcome hi wave bye greet
👉 see click go here next try
👍 good like thumb approve
"""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_NAMED: Final = 1.2
_STEM: Final = 3.0
_DISTANCE: Final = 0.3  # what each word in between takes from it
_NEAR: Final = 8
_WHOLE: Final = 4  # a stem this short must be the word


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[str, ...], frozenset[str]]]:
    """Return for each symbol its long stems, and its short words with their plurals."""
    stems: dict[str, list[str]] = {}
    for line in _STEMS.strip().splitlines():
        char, *more = line.split()
        stems.setdefault(char, []).extend(more)
    return {char: _by_length(those) for char, those in stems.items()}


def _by_length(stems: list[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    short = [stem for stem in stems if len(stem) <= _WHOLE]
    long = tuple(stem for stem in stems if len(stem) > _WHOLE)
    return long, frozenset([*short, *(f"{stem}s" for stem in short)])


@lru_cache(maxsize=2_000)
def _name(char: str) -> frozenset[str]:
    return frozenset(unicodedata.name(char, "").lower().split())


@lru_cache(maxsize=2_000)
def _beside(left: str, right: str) -> list[str]:
    """Return the words that follow a symbol, or, at the end of its line, that precede it."""
    following = _WORD.findall(right.lower())[:_NEAR]
    return following or _WORD.findall(left.lower())[: -_NEAR - 1 : -1]


def word_cost(char: str, left: str, right: str) -> float:
    """Return the (negative) cost, in nats, of `char` between `left` and `right` in its line."""
    words = _beside(left, right)
    stems, short = _table().get(char, ((), frozenset()))
    for rank, word in enumerate(words):
        if word in short or word.startswith(stems):
            return _DISTANCE * rank - _STEM
    if char < "\U0001f000":
        return 0.0
    return -_NAMED if not _name(char).isdisjoint(words) else 0.0
