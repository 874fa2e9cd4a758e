"""The data that flows through the stages: documents, references, findings. No behaviour.

Offsets count characters of `Document.text` from 0. Lines and columns count from 1 and always mean
the file as it is on disk, because that is what an editor opens: repair may shorten a line, so the
parser maps columns back.

What a document has many of are named tuples, which are made three times as fast as dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from mkdocs_sima.mojibake import Change

Kind = Literal["entry", "index", "template", "document"]
Priority = Literal["critical", "high", "medium", "low"]
PRIORITIES: tuple[Priority, ...] = get_args(Priority)
Where = Literal["section", "field", "prose", "link"]
Form = Literal["id", "file", "link", "range", "title"]
Verdict = Literal["resolved", "missing", "ambiguous", "external"]
Severity = Literal["error", "warning", "info"]
CodeWhere = Literal["code", "field", "fence", "link"]
FieldOrigin = Literal["yaml", "bold", "plain", "table", "section"]
FieldPlace = Literal["head", "body", "tail"]


class RefId(NamedTuple):
    """An identifier taken apart: `AWS-Lambda-DEC-04` is prefix `AWS-Lambda`, type `DEC`, `04`."""

    prefix: str  # "" for a bare ID
    type: str  # as declared in the settings, upper or mixed case as declared
    number: str  # as written, leading zeros kept; may be a word: ARCH-SUGA
    glue: str = "-"  # what joins type and number; "" in `NMP01-LEE-02`

    def __str__(self) -> str:
        return f"{self.prefix}-{self.bare}" if self.prefix else self.bare

    @property
    def bare(self) -> str:
        """The ID without its prefix."""
        return f"{self.type}{self.glue}{self.number}"


class Fragments(Protocol):
    """The fragments of all headings of a document, made when they are asked for."""

    @property
    def of_headings(self) -> tuple[tuple[str, ...], ...]:
        """Those of each heading, the one to link by first."""


class Heading(NamedTuple):
    """One heading of the body."""

    level: int  # 1 to 6
    text: str  # plain text, without markup
    line: int
    number: int  # among the headings of its document, from 0
    fragments: Fragments  # those of its document

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every fragment that reaches it: GitHub's slug, Python-Markdown's, an explicit one."""
        return self.fragments.of_headings[self.number]


class Link(NamedTuple):
    """One Markdown link or image, or an `href`/`src` of raw HTML, as its author wrote it."""

    destination: str
    text: str
    line: int
    column: int
    start: int  # span of the whole construct in `Document.text`
    end: int
    image: bool = False


class Mention(NamedTuple):
    """One place where a document points at another, before anybody knows at which."""

    text: str  # `DEC-04`, `LESS-05-Slug.md`, or a link's destination
    form: Form  # "range": a number between the two ends that are written; "title": `[[Title]]`
    line: int
    column: int
    start: int  # span in `Document.text`; that of the whole range for inner numbers
    end: int
    where: Where
    ref_id: RefId | None = None  # of an ID, or of an ID that a file name begins or ends with
    relation: str = "related"  # name of a relation of the settings
    gloss: str | None = None  # the words beside it
    label: str | None = None  # the group label above or before it: "SUGA:", "(generic)"
    local_heading: bool = False  # stands in a body heading: a reference only if the gloss fits


class Reference(NamedTuple):
    """A mention and what it was found to mean."""

    mention: Mention
    verdict: Verdict
    target: str | None  # path of the document it means, if resolved
    candidates: tuple[str, ...] = ()  # paths, best first
    anchor: str | None = None  # fragment to append to the target's address
    reason: str = ""  # the rule that decided, for `sima show --explain`


class CodePath(NamedTuple):
    """One place where a document names what may be a file or folder of the repository."""

    text: str  # `src/store/pg.py`, as written
    line: int
    column: int
    start: int  # span of the path in `Document.text`
    end: int
    where: CodeWhere
    lines: str = ""  # what follows it: `:120`, `#L3-L9`, `::test_one`


class Problem(NamedTuple):
    """Something the reading of one file noticed that a rule will report."""

    rule: str
    line: int
    column: int
    message: str
    mends: Literal["", "safe", "guess"] = ""  # whether writing the text as it was read mends it


class Field(NamedTuple):
    """A label with its value, wherever its author put it."""

    label: str  # as written, without markup and colon; `status` for one of the settings
    value: str  # as written, without blanks around it; may have several lines
    start: int  # span of the value in `Document.text`; for YAML that of its lines
    end: int
    line: int  # of the label
    origin: FieldOrigin
    place: FieldPlace


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file of the knowledge base, repaired and read. Knows no other document."""

    path: str  # relative to the root, with `/`
    text: str  # decoded, repaired, `\n` line ends, no BOM
    kind: Kind = "document"
    ref_id: RefId | None = None
    aliases: tuple[str, ...] = ()  # other spellings that find it: file name, stem, bare ID
    title: str | None = None  # as its author wrote it somewhere; see `display_title`
    display_title: str = ""  # never empty: the title, else words of the file name
    status: str | None = None
    priority: Priority | None = None
    created: str | None = None  # ISO date
    updated: str | None = None  # ISO date
    category: str | None = None
    keywords: tuple[str, ...] = ()  # lower case
    summary: str | None = None
    superseded_by: str | None = None  # as written
    headings: tuple[Heading, ...] = ()
    anchors: AbstractSet[str] = frozenset()  # of headings and of raw HTML `id`/`name` attributes
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    code_paths: tuple[CodePath, ...] = ()
    fields: tuple[Field, ...] = ()
    front_matter: Mapping[str, object] = field(default_factory=dict)
    body_start: int = 0  # offset at which the text after YAML front matter begins
    changes: tuple[Change, ...] = ()  # what repair changed, and what it left as uncertain
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str | None:
        """The REF-ID as others cite it."""
        return str(self.ref_id) if self.ref_id else None


class Edit(NamedTuple):
    """Replace `before` by `after` at a place of a file as it is on disk."""

    line: int
    column: int
    before: str
    after: str


class Fix(NamedTuple):
    """Edits of one file that mend a finding."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True  # unsafe fixes are applied only with --unsafe-fixes


class Finding(NamedTuple):
    """One thing a rule says about one place."""

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    subject: str = ""  # the offending text; names the finding in a baseline, whatever its line
    suggestion: str | None = None  # the likely right text
    fix: Fix | None = None
