"""What is known without any settings: the types of entries and the relations between them."""

from __future__ import annotations

from typing import NamedTuple


class TypeRow(NamedTuple):
    """Label, plural and colour of one type."""

    label: str
    plural: str
    color: str


COLORS = (
    "red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green",
    "light-green", "lime", "yellow", "amber", "orange", "deep-orange", "brown", "grey", "blue-grey",
    "black", "white",
)  # fmt: skip
"""The names of Material's palette: they suit light and dark pages."""

TYPES: dict[str, TypeRow] = {
    "LESS": TypeRow("Lesson", "Lessons", "green"),
    "DEC": TypeRow("Decision", "Decisions", "indigo"),
    "AP": TypeRow("Anti-pattern", "Anti-patterns", "red"),
    "BUG": TypeRow("Bug", "Bugs", "deep-orange"),
    "WISD": TypeRow("Wisdom", "Wisdom", "amber"),
    "ARCH": TypeRow("Architecture", "Architectures", "blue"),
    "GATE": TypeRow("Gateway", "Gateways", "cyan"),
    "INT": TypeRow("Interface", "Interfaces", "teal"),
    "DT": TypeRow("Decision tree", "Decision trees", "purple"),
    "FW": TypeRow("Framework", "Frameworks", "deep-purple"),
    "SPEC": TypeRow("Specification", "Specifications", "blue-grey"),
    "LANG": TypeRow("Language", "Languages", "light-blue"),
    "PY": TypeRow("Python", "Python", "light-blue"),
    "NMP": TypeRow("Project knowledge", "Project knowledge", "brown"),
    "META": TypeRow("Meta", "Meta", "grey"),
    "TOOL": TypeRow("Tool", "Tools", "lime"),
    "QRC": TypeRow("Quick reference", "Quick references", "yellow"),
    "CHK": TypeRow("Checklist", "Checklists", "light-green"),
    "TMPL": TypeRow("Template", "Templates", "grey"),
    "RULE": TypeRow("Rule", "Rules", "pink"),
    "DEP": TypeRow("Dependency", "Dependencies", "brown"),
}

EVERYDAY = frozenset({
    "AP", "BUG", "ARCH", "GATE", "INT", "DT", "FW", "SPEC", "LANG", "PY", "META", "TOOL", "CHK",
    "TMPL", "RULE", "DEP",
})  # fmt: skip
"""Types that others write as well, for tickets, data types, products: `BUG-12`, `INT-8`."""


FIELDS = (
    "id", "title", "status", "priority", "created", "updated", "category", "keywords", "summary",
    "superseded-by",
)  # fmt: skip
"""What an entry says about itself, as the settings call it; parsing/labels.py has their labels."""


class RelationRow(NamedTuple):
    """One relation, its inverse, and the words by which authors name each of the two."""

    name: str
    label: str
    words: tuple[str, ...]
    inverse: str
    inverse_label: str
    inverse_words: tuple[str, ...]


RELATIONS: tuple[RelationRow, ...] = (
    RelationRow("related", "Related", ("related", "see also", "see"), "related", "Related", ()),
    RelationRow(
        "prerequisite",
        "Prerequisite",
        ("prerequisite", "requires", "depends on", "builds on"),
        "enables",
        "Enables",
        ("enables", "required by", "unlocks"),
    ),
    RelationRow(
        "supersedes",
        "Supersedes",
        ("supersedes", "replaces", "obsoletes", "supercedes"),
        "superseded-by",
        "Superseded by",
        ("superseded by", "replaced by", "obsoleted by", "superceded by"),
    ),
    RelationRow(
        "amends",
        "Amends",
        ("amends", "amend", "clarifies"),
        "amended-by",
        "Amended by",
        ("amended by", "clarified by"),
    ),
    RelationRow(
        "parent",
        "Parent",
        ("parent", "up", "inherits from"),
        "child",
        "Child",
        ("child", "children", "inherited by"),
    ),
    RelationRow(
        "next",
        "Next",
        ("next",),
        "previous",
        "Previous",
        ("previous", "prev"),
    ),
    RelationRow("similar", "Similar", ("similar", "similar to"), "similar", "Similar", ()),
    RelationRow("sibling", "Sibling", ("sibling", "siblings"), "sibling", "Sibling", ()),
    RelationRow(
        "used-in",
        "Used in",
        ("used in", "applied in", "used by"),
        "uses",
        "Uses",
        ("uses", "applies"),
    ),
    RelationRow(
        "prevents",
        "Prevents",
        ("prevents",),
        "prevented-by",
        "Prevented by",
        ("prevented by",),
    ),
    RelationRow(
        "influences",
        "Influences",
        ("influences",),
        "influenced-by",
        "Influenced by",
        ("influenced by",),
    ),
    RelationRow(
        "source",
        "Synthesizes",
        ("synthesizes from", "derived from", "source"),
        "source-of",
        "Source of",
        ("synthesized in", "source of"),
    ),
    RelationRow(
        "references",
        "References",
        ("references", "cites"),
        "referenced-by",
        "Referenced by",
        ("referenced by", "cited by"),
    ),
)
