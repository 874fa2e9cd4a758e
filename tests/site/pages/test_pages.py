from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from mkdocs_sima.site.pages import build_pages, suggest_by_id
from mkdocs_sima.site.pages.entries import Entries, natural
from mkdocs_sima.site.pages.health import duplicates, orphans, wanted
from mkdocs_sima.site.pages.permanent import bearers
from mkdocs_sima.site.theme.dates import changed_dates
from mkdocs_sima.site.theme.page_places import Places, initial_of, slugs, status_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mkdocs_sima.site.theme.context import GeneratedPage, SiteContext

    MakeSite = Callable[..., SiteContext]

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'


def lesson(number: int | str, title: str = "Measure first", head: str = "", body: str = "") -> str:
    return f"# LESS-{number}: {title}\n\n**REF-ID:** LESS-{number}  \n{head}\n\n{body}\n"


def by_uri(site: SiteContext) -> dict[str, GeneratedPage]:
    return {page.uri: page for page in build_pages(site)}


def paths(site: SiteContext, ref_id: str) -> list[str]:
    return [document.path for document in bearers(Entries(site))[ref_id]]


def test_pages_of_a_small_knowledge_base(make_site: MakeSite) -> None:
    pages = by_uri(make_site({"LESS-01.md": lesson("01", head="**Keywords:** cold start, io")}))
    assert set(pages) == {
        "index.md",
        "browse/catalogue.md",
        "browse/health.md",
        "browse/map.md",
        "browse/types/index.md",
        "browse/types/less.md",
        "browse/scopes/index.md",
        "browse/scopes/general.md",
        "browse/keywords/index.md",
        "browse/keywords/c.md",
        "browse/keywords/i.md",
    }
    assert "Measure first" in pages["browse/types/less.md"].html
    assert 'id="cold-start"' in pages["browse/keywords/c.md"].html


def test_no_page_asks_for_scripts_that_an_installation_lacks(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    site = make_site({f"LESS-{n}.md": lesson(n) for n in range(10)})
    asking = re.compile("<script|<link")
    assert asking.search(suggest_by_id("<h1>404 - Not found</h1>", site))
    monkeypatch.setattr("mkdocs_sima.resources.assets", lambda: tmp_path)
    shown = [page.html for page in build_pages(site)]
    shown.append(suggest_by_id("<h1>404 - Not found</h1>", site))
    assert not any(asking.search(html) for html in shown)


def test_the_menu_does_not_repeat_the_name_of_the_site(make_site: MakeSite) -> None:
    home = by_uri(make_site({}))["index.md"]
    assert (home.title, home.nav_title) == ("Library", "Home")


def test_nothing_fails_without_documents(make_site: MakeSite) -> None:
    assert "index.md" in by_uri(make_site({}))


@pytest.mark.parametrize("name", ["index.md", "README.md", "readme.md"])
def test_the_owners_home_wins(make_site: MakeSite, name: str) -> None:
    assert Places(make_site({name: "# Welcome"}).kb).home == "browse/index.md"


def test_an_owners_folder_called_browse_stays_theirs(make_site: MakeSite) -> None:
    places = Places(make_site({"browse/LESS-01.md": lesson("01")}).kb)
    assert places.catalogue == "sima/catalogue.md"


def test_slugs_differ_whatever_the_values() -> None:
    found = slugs(["C#", "c", "C++", "", "///", "index", "状态", "x" * 300, "x" * 301])
    assert len(set(found.values())) == len(found)
    assert "index" not in found.values()
    assert all(re.fullmatch(r"[\w-]+", slug) for slug in found.values())


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("✅ Active (since v2)", "active"),
        ("Production Ready", "production ready"),
        ("superseded by DEC-04", "superseded"),
        ("In Progress - 80 %", "in progress"),
        ("✅", ""),
    ],
)
def test_statuses_are_compared_by_their_words(
    make_site: MakeSite, written: str, status: str
) -> None:
    kb = make_site({"LESS-01.md": lesson("01", head=f"**Status:** {written}")}).kb
    assert status_of(kb.documents["LESS-01.md"]) == status


@pytest.mark.parametrize(
    ("keyword", "initial"), [("Éclair", "e"), ("2fa", "0"), ("#tag", "t"), ("锁", "锁"), ("?", "0")]
)
def test_initials(keyword: str, initial: str) -> None:
    assert initial_of(keyword) == initial


def test_numbers_in_titles_sort_as_such_whatever_they_are() -> None:
    long = "Part " + "9" * 5000
    titles = ["Part 10①", long, "Part 10²", "Part 10", "Part 9"]
    assert sorted(titles, key=natural) == ["Part 9", "Part 10", "Part 10²", "Part 10①", long]


def test_text_of_authors_is_escaped_everywhere(make_site: MakeSite) -> None:
    head = f"**Status:** {HOSTILE}  \n**Keywords:** {HOSTILE}, b  \n**Category:** {HOSTILE}"
    text = lesson("01", HOSTILE, head, f"See LESS-99{HOSTILE}.")
    site = make_site({"a/LESS-01.md": text, "b/LESS-01.md": text, f"{HOSTILE[:8]}.md": "x"})
    for page in build_pages(site):
        everything = page.html + "".join(
            str(asset.content) for asset in page.assets if asset.uri.endswith(".html")
        )
        assert "<script>alert" not in everything, page.uri
        assert "<img" not in everything, page.uri


def test_permanent_ids_lead_to_the_bearer_before_those_who_merely_answer_to_it(
    make_site: MakeSite,
) -> None:
    aws = "# AWS-LESS-01: Cloud\n\n**REF-ID:** AWS-LESS-01\n"
    site = make_site({"LESS-01.md": lesson("01"), "aws/AWS-LESS-01.md": aws})
    assert paths(site, "LESS-01") == ["LESS-01.md"]
    assert paths(site, "AWS-LESS-01") == ["aws/AWS-LESS-01.md"]


def test_ambiguous_and_old_ids_have_permanent_links_too(make_site: MakeSite) -> None:
    files = {"a/LESS-01.md": lesson("01"), "b/LESS-01.md": lesson("01"), "LESS-02.md": lesson("02")}
    site = make_site(files, aliases={"LESS-99": "LESS-02"})
    assert paths(site, "LESS-01") == ["a/LESS-01.md", "b/LESS-01.md"]
    assert paths(site, "LESS-99") == ["LESS-02.md"]
    assets = {asset.uri: str(asset.content) for asset in by_uri(site)["browse/catalogue.md"].assets}
    assert "refresh" not in assets["id/LESS-01/index.html"]
    assert all(f"/{path}" in assets["id/LESS-01/index.html"] for path in files if "01" in path)
    assert 'content="0; url=/LESS-02.md"' in assets["id/LESS-99/index.html"]


def test_health_says_what_to_write_next(make_site: MakeSite) -> None:
    site = make_site(
        {
            "LESS-01.md": lesson("01", body="See LESS-77 and LESS-88."),
            "LESS-02.md": lesson("02", body="See LESS-77, LESS-77 and LESS-01."),
            "x/LESS-02.md": lesson("02"),
        }
    )
    entries = Entries(site)
    assert [(item.id, item.count) for item in wanted(entries)] == [("LESS-77", 2), ("LESS-88", 1)]
    assert [name for name, _ in duplicates(entries)] == ["LESS-02"]
    assert "LESS-01.md" not in {document.path for document in orphans(entries)}
    html = by_uri(site)["browse/health.md"].html
    assert "https://git.example/LESS-01.md#L6" in html


def test_scopes_that_number_alike_are_no_duplicates(make_site: MakeSite) -> None:
    files = {"a/LESS-01.md": lesson("01"), "b/LESS-01.md": lesson("01")}
    assert duplicates(Entries(make_site(files, scopes=[{"path": "a"}, {"path": "b"}]))) == []


def test_health_says_what_the_graph_tells(make_site: MakeSite) -> None:
    files = {
        f"{scope}/LESS-{n:02}.md": lesson(f"{n:02}", body=f"See LESS-{first:02}.")
        for first, scope in ((1, "a"), (11, "b"), (21, "c"))
        for n in range(first, first + 4)
    }
    files["a/LESS-01.md"] = lesson("01", body="- Prerequisites: LESS-02\n\nSee LESS-11, LESS-21.")
    files["a/LESS-02.md"] = lesson("02", body="- Prerequisites: LESS-01")
    scopes = [{"path": scope} for scope in "abc"]
    html = by_uri(make_site(files, scopes=scopes))["browse/health.md"].html
    assert {"cycles", "cited", "bridges", "groups"} <= set(re.findall(r'<h2 id="(\w+)"', html))
    circle = html.split('id="cycles"')[1].split("</ul>")[0]
    assert re.findall(r'sima-id">([^<]+)', circle) == ["LESS-01", "LESS-02"]
    bridge = html.split('id="bridges"')[1].split("</ul>")[0]
    assert re.findall(r'sima-id">([^<]+)', bridge)[0] == "LESS-01"
    assert 'id="groups"' not in by_uri(make_site(files, graph=False))["browse/health.md"].html


def test_dates_come_from_the_author_then_git_then_the_creation(
    make_site: MakeSite, tmp_path: Path
) -> None:
    from mkdocs_sima.knowledge_base import KnowledgeBase

    heads = {"a": "**Updated:** 2030-05-06", "b": "**Created:** 2001-02-03", "c": ""}
    for name, head in heads.items():
        (tmp_path / f"{name}.md").write_text(lesson(1, head=head), "utf-8")
    site = make_site({f"{name}.md": lesson(1, head=head) for name, head in heads.items()})
    assert changed_dates(site.kb) == {"a.md": "2030-05-06", "b.md": "2001-02-03"}

    def git(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *arguments], check=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "all", "--date", "2020-01-01T12:00:00")
    dates = changed_dates(KnowledgeBase.load(tmp_path))
    assert dates["a.md"] == "2030-05-06"
    assert dates["b.md"] == dates["c.md"] > "2020"
