"""Fences within fences: what the author meant, and what the page makes of them."""

from __future__ import annotations

import pytest

from mkdocs_sima.parsing.markdown.fences import nested_fences
from mkdocs_sima.parsing.markdown.structure import read_structure

NESTED = """# Guide

```markdown
See LESS-01.

```python
print("LESS-02")
```

See LESS-03.
```

See LESS-04.

```
LESS-05
```
"""


def test_the_outer_block_holds_all_that_its_author_put_into_it() -> None:
    (fence,) = nested_fences(NESTED)
    assert NESTED[fence.start :].startswith("```markdown")
    assert NESTED[fence.end :].startswith("```\n\nSee LESS-04")
    assert fence.longer == "````"


def test_references_are_those_of_the_prose_that_was_meant() -> None:
    source = read_structure(NESTED)
    seen = [word for word in source.masked.replace(".", " ").split() if word.startswith("LESS")]
    assert seen == ["LESS-04"]
    assert len(source.masked) == len(NESTED)
    assert [(p.rule, p.line) for p in source.problems] == [("nested-fence", 3)]
    assert "on line 6" in source.problems[0].message
    assert "write ```` here and on line 11" in source.problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "```py\nx\n```\n\n```\ny\n```\n",
        "````markdown\n```py\nx\n```\n````\n",  # as it should be
        "```markdown\n~~~py\nx\n~~~\n```\n",
        "```py\nforgotten to close\n\n```py\nx\n```\n",  # does not come out even
        "Text `` ```py `` and ```more``` text\n",
    ],
)
def test_what_is_no_nesting(text: str) -> None:
    assert nested_fences(text) == []


def test_bare_fences_within_markdown_that_is_shown() -> None:
    text = "```markdown\n## Usage\n\n```\nLESS-01\n```\n\nSee LESS-02.\n```\n\nSee LESS-03.\n"
    masked = read_structure(text).masked
    assert [n for n in ("LESS-01", "LESS-02", "LESS-03") if n in masked] == ["LESS-03"]
    flush = "```markdown\n## Usage\n```\nSee LESS-01, right below.\n\n```\nx\n```\n"
    assert "LESS-01" in read_structure(flush).masked
