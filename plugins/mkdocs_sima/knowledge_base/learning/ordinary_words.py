"""Words that count things rather than name entries, and folders that name their own."""

from __future__ import annotations

_COUNTING = """
a an and answer app appendix article assignment attempt audit backup batch blog book box bug build
case ch changelog chap chapter class code commit copy count course cycle day demo depth doc draft
edition entry ep episode ex exam example exercise fig figure file hack homework hour hw id image img
index issue item iteration job kata key lab lecture lesson level line list log meeting meetup
milestone minutes module month new news newsletter no note notes number option order page paper part
patch path phase photo port position post pr priority problem project pull q quarter question quiz
rank rating recipe rel release report rev revision room round row run sample score sec section
semester session set sheet size slide slides slug snippet solution sprint stage step summary table
tag talk task term test ticket tip title top topic training tutorial uid unit update v ver version
video vol volume week weight workshop year
dia dias día giorno gün jour tag
kapitel teil woche seite folge lektion übung chapitre partie jour semaine leçon séance capítulo
parte día semana página lección
第 제 день глава часть урок шаг неделя
"""
_DECISIONS = """
adr adrs decision decisions architecture-decisions architecture-decision-records
architectural-decisions decision-records decision-log design-decisions
"""

COUNTING = frozenset(_COUNTING.split())
"""Words before numbers that merely count: chapters, days, versions, tickets of a tracker."""

HOMES = {
    "ADR": frozenset(_DECISIONS.split()),
    **{name: frozenset({name.lower(), f"{name.lower()}s"})
       for name in ("RFC", "PEP", "TEP", "KEP", "RFD", "TDR", "PDR")},
}  # fmt: skip
"""Type → folders whose numbered files bear it, where nothing else speaks."""
