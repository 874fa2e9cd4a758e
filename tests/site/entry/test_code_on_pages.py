"""Code that entries cite is linked to the repository, in both Markdown dialects."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from tests.conftest import Git

THEME = os.environ.get("SIMA_TEST_THEME", "material")

ENTRY = """# {id}: A

**REF-ID:** {id}
**Scope:** src/db/

`src/db/pg.py:12`, ``src/a<b>.py``, [the file](../../src/db/pg.py#L3), `src/old.py` and
`src/moved.py`. See notes/long-plan.md.
"""
BLOB = "https://github.com/o/r/blob/main/"


def test_code_is_linked_and_what_is_gone_says_so(git: Git) -> None:
    text = "".join(f"{n}\n" for n in range(40))
    git.commit(
        {
            "mkdocs.yml": yaml.safe_dump(
                {
                    "site_name": "S",
                    "docs_dir": "kb/docs",
                    "repo_url": "https://github.com/o/r",
                    "edit_uri": "edit/main/kb/docs/",
                    "theme": THEME,
                    "markdown_extensions": ["admonition"],
                    "plugins": ["sima"],
                }
            ),
            "src/db/pg.py": text,
            "src/old.py": "x",
            "notes/long-plan.md": "# Plan",
            "src/moved.py": text + "m",
            "kb/docs/LESS-01.md": ENTRY.format(id="LESS-01"),
            "kb/docs/LESS-02.md": ENTRY.format(id="LESS-02") + "\n!!! note\n    x\n",
        }
    )
    git.commit({"src/db/pg.py": text + "y"}, "rm", "-q", "src/old.py")
    git.commit({}, "mv", "src/moved.py", "src/db/m&m.py")
    config = load_config(str(git.top / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    for name in ("LESS-01", "LESS-02"):
        html = (git.top / "site" / name / "index.html").read_text("utf-8")
        html = html.replace("&#58;", ":").replace("&#95;", "_")  # kept from Python-Markdown
        since = 'title="src/db/pg.py · changed since, the last time on Jan 2, 2026"'
        assert f'<a class="sima-code" href="{BLOB}src/db/pg.py#L12" {since}><code>' in html
        assert f'href="{BLOB.replace("blob", "tree")}src/db"' in html
        assert '<code>src/old.py</code><span class="sima-ref__why"> (Nothing is there' in html
        assert "(It is now src/db/m&amp;m.py.)" in html
        assert f'<a class="sima-code" href="{BLOB}notes/long-plan.md">notes/long' in html
        assert "<code>src/a&lt;b&gt;.py</code>" in html
        assert f'<a href="{BLOB}src/db/pg.py#L3" class="sima-code"' in html or name == "LESS-02"
