"""Front matter: where it is, what it says, what is wrong with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_sima.model import Field, Problem
from mkdocs_sima.parsing.fields.other_headers import Found, read_other_header

_HEADER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# `---`, two lines `key: value`, a blank line: a header that was never closed, no rule.
_OPEN = re.compile(r"---[ \t]*\n(?:[a-z][\w-]*:[^\n]*\n){2,}[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^([^\W\d][\w .-]*?)[ \t]*:(?=[ \t\n]|\Z)[ \t]*(.*)$", re.MULTILINE)
_FOREIGN = re.compile(r"^(?![ \t#\n-]|[}\])])(?![^\n:]+:(?:[ \t\n]|\Z)).", re.MULTILINE)
# What may nest: `[a, [b]]`, `{a: {b: c}}`, `- - a`.
_NESTING = re.compile(r"[\[{]|[-?] ")
_MAX_NESTING = 1000  # signs of nesting beyond which the fast loader could exhaust the stack


class FrontMatter(NamedTuple):
    """The header of one file."""

    values: dict[str, object]
    """Keys as written; scalars are strings as written (`0007` stays `0007`, `no` stays `no`)."""
    fields: tuple[Field, ...]
    end: int  # offset at which the body begins
    problem: Problem | None = None


NO_FRONT_MATTER = FrontMatter({}, (), 0)


def read_front_matter(text: str) -> FrontMatter:
    """Read the header that `text` begins with, if it does: YAML, or what other tools write.

    A first line `---` may as well be a thematic break: then there is none, and no problem either.
    That is why python-frontmatter, which takes any text between two such lines, only loads it here.
    Of a header that isn't valid YAML, the lines `key: value` are read all the same.
    """
    if not text.startswith("---"):
        other = read_other_header(text)
        return _of_other(text, other) if other else NO_FRONT_MATTER
    match = _HEADER.match(text)
    if not match:
        problem = _problem(1, 1, "it is never closed by a line ---") if _OPEN.match(text) else None
        return NO_FRONT_MATTER._replace(problem=problem)
    header, start = match[1], match.start(1)
    if _FOREIGN.search(header) and not _KEY.match(header):
        return NO_FRONT_MATTER  # prose between two thematic breaks
    values, problem = _load(header)
    if values is None:
        if not _KEY.match(header):
            return NO_FRONT_MATTER
        values = {match[1]: match[2].strip().strip("\"'") for match in _KEY.finditer(header)}
    return FrontMatter(values, _fields(header, start, values), match.end(), problem)


def _load(header: str) -> tuple[dict[str, object] | None, Problem | None]:
    """Return the mapping that the header is, or None and why it isn't one."""
    # slow to import, and most knowledge bases have no front matter
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    tame = sum(1 for _ in _NESTING.finditer(header)) < _MAX_NESTING
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader) if tame else yaml.BaseLoader
    try:
        loaded = YAMLHandler().load(header, Loader=loader)  # makes nothing but strings
    except yaml.MarkedYAMLError as error:
        line, column = 1, 1
        if error.problem_mark:
            line, column = error.problem_mark.line + 2, error.problem_mark.column + 1
        hint = "; quote values that hold ': ' or begin with a sign"
        return None, _problem(line, column, f"{error.problem}{hint}")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        return None, _problem(1, 1, reason.partition("\n")[0])
    if isinstance(loaded, dict):
        return {str(key): value for key, value in loaded.items()}, None
    return None, None


def _of_other(text: str, found: Found) -> FrontMatter:
    fields = []
    for key, at, start, end in found.keys:
        line = text.count("\n", 0, at) + 1
        fields.append(Field(key, flatten(found.values.get(key)), start, end, line, "yaml", "head"))
    problem = _problem(*found.error, found.kind) if found.error else None
    return FrontMatter(found.values, tuple(fields), found.end, problem)


def _problem(line: int, column: int, reason: str, kind: str = "YAML") -> Problem:
    return Problem(
        "front-matter",
        line,
        column,
        f"the {kind} header can't be read: {reason}",
    )


def _fields(header: str, start: int, values: dict[str, object]) -> tuple[Field, ...]:
    fields = []
    matches = list(_KEY.finditer(header))
    ends = [*(match.start() for match in matches), len(header)][1:]
    line, counted = 2, 0
    for match, end in zip(matches, ends, strict=True):
        line += header.count("\n", counted, match.start())
        counted = match.start()
        value = flatten(values.get(match[1]))
        span = start + match.start(2), start + end
        fields.append(Field(match[1], value, *span, line, "yaml", "head"))
    return tuple(fields)


def flatten(value: object) -> str:
    """Return a scalar as it is, a list of scalars as lines; what is nested deeper is left out."""
    if isinstance(value, list):
        return "\n".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""
