"""The map of the knowledge base and the graph on an entry, as a reader uses them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def entry(id_: str, title: str, *cites: str, keywords: str = "cloud") -> str:
    related = "".join(f"- {other}\n" for other in cites)
    return (
        f"# {id_}: {title}\n\n**REF-ID:** {id_}  \n**Status:** Active  \n"
        f"**Keywords:** {keywords}\n\nWhat {title} means.\n\n## Related Topics\n\n{related}"
    )


FILES = (
    {"LESS-01.md": entry("LESS-01", "Measure first", "LESS-02", keywords="profiling")}
    | {
        f"LESS-{n:02}.md": entry(
            f"LESS-{n:02}", f"Lesson number {n}", "LESS-01", f"LESS-{n + 1:02}"
        )
        for n in range(2, 31)
    }
    | {
        f"lambda/AWS-DEC-{n:02}.md": entry(
            f"AWS-DEC-{n:02}", f"Decision {n}", "LESS-05", "AWS-DEC-01"
        )
        for n in range(1, 9)
    }
    | {"AP-01.md": entry("AP-01", "Alone & 1 < 2")}
)


@pytest.fixture(scope="module")
def built(build_site: Callable[..., Path]) -> Path:
    features = {"features": ["navigation.instant"]}
    return build_site(FILES, site_url="http://127.0.0.1/kb/", theme=features)


@pytest.fixture(scope="module")
def site(built: Path, served: Callable[..., Any]) -> Iterator[str]:
    with served(built, "/kb/") as address:
        yield address


@pytest.fixture
def the_map(page: Page, site: str) -> Page:
    page.goto(f"{site}browse/map/")
    page.wait_for_selector(".sima-map[data-painted]")
    return page


def find(page: Page, text: str) -> None:
    query = page.get_by_role("combobox", name="Search by ID")
    query.fill(text)
    query.press("Enter")


def switch_to_dark(page: Page) -> None:
    """Do what Material's button for the colour scheme does."""
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")


def colours(page: Page) -> int:
    """Return how many colours the canvas shows."""
    count: int = page.evaluate(
        """() => {
            const canvas = document.querySelector(".sima-map canvas");
            const { data } = canvas.getContext("2d")
                .getImageData(0, 0, canvas.width, canvas.height);
            return new Set(new Uint32Array(data.buffer)).size;
        }"""
    )
    return count


def test_it_shows_and_lists_every_entry_grouped_by_scope(the_map: Page) -> None:
    assert colours(the_map) > 50
    expect(the_map.locator("[data-map=count]")).to_have_text(f"{len(FILES)} documents")
    expect(the_map.locator("[data-map=list] button")).to_have_count(len(FILES))
    expect(the_map.locator(".sima-map__legend")).to_contain_text("Lessons")
    expect(the_map.locator(".sima-map__legend")).to_contain_text("Decisions")
    expect(the_map.locator("[data-map=list]")).to_contain_text("Alone & 1 < 2")


def test_it_keeps_its_colours_where_those_of_pages_are_forced(page: Page, site: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{site}browse/map/")
    page.wait_for_selector(".sima-map[data-painted]")
    assert colours(page) > 50


def test_search_focuses_an_entry_and_the_address_says_so(the_map: Page, site: str) -> None:
    query = the_map.get_by_role("combobox", name="Search by ID")
    query.type("less-05")
    expect(the_map.get_by_role("option").first).to_have_text("LESS-05 Lesson number 5")
    query.press("ArrowDown")
    query.press("Enter")
    panel = the_map.get_by_role("region", name="Selected entry")
    expect(panel).to_contain_text("What Lesson number 5 means.")
    expect(panel).to_contain_text("Lesson · General · active · Cited by 9 documents")
    expect(the_map).to_have_url(re.compile(r"focus=LESS-05"))
    the_map.reload()
    expect(panel).to_contain_text("Lesson number 5")
    panel.get_by_role("link", name="Open").click()
    expect(the_map).to_have_url(f"{site}LESS-05/")


def test_filters_narrow_map_and_list_and_last_over_a_reload(the_map: Page) -> None:
    before = colours(the_map)
    the_map.get_by_text("Filters").click()
    the_map.get_by_role("checkbox", name="Lessons").uncheck()
    expect(the_map.locator("[data-map=count]")).to_have_text("9 documents")
    the_map.reload()
    expect(the_map.locator("[data-map=count]")).to_have_text("9 documents")
    assert colours(the_map) != before
    the_map.get_by_text("Filters").click()
    the_map.get_by_role("button", name="Reset").click()
    the_map.get_by_label("Keyword", exact=True).fill("profiling")
    the_map.get_by_label("Keyword", exact=True).press("Enter")
    expect(the_map.locator("[data-map=count]")).to_have_text("1 document")


def test_what_stands_out_is_listed_and_lasts_over_a_reload(the_map: Page) -> None:
    the_map.get_by_label("Point out").select_option(label="Orphans (8)")
    names = the_map.locator("[data-map=list] button")
    expect(names).to_have_count(8)
    expect(names.filter(has_text="Alone & 1 < 2")).to_have_count(1)
    the_map.reload()
    expect(names).to_have_count(8)
    the_map.get_by_label("Point out").select_option("")
    expect(names).to_have_count(len(FILES))


def test_keywords_and_missing_ids_are_shown_on_request(the_map: Page) -> None:
    ghost = the_map.locator("[data-map=list] button", has_text="LESS-31")
    expect(ghost).to_have_count(0)
    the_map.get_by_text("Filters").click()
    the_map.get_by_role("checkbox", name="Cited but missing").check()
    the_map.get_by_role("checkbox", name=re.compile("^Keywords")).check()
    expect(the_map.locator("[data-map=count]")).to_have_text(f"{len(FILES)} documents")
    ghost.click()
    panel = the_map.get_by_role("region", name="Selected entry")
    expect(panel.get_by_role("button", name="LESS-30: Lesson number 30")).to_be_visible()
    expect(panel.get_by_role("link", name="Open")).to_have_count(0)
    the_map.reload()
    expect(panel).to_contain_text("LESS-31")


def test_the_shortest_path_between_two(the_map: Page) -> None:
    find(the_map, "AWS-DEC-08")
    the_map.get_by_role("button", name="Find a path from here").click()
    find(the_map, "LESS-20")
    steps = the_map.locator(".sima-map__path li")
    expect(steps).to_have_count(4)
    expect(steps.first).to_contain_text("AWS-DEC-08")
    expect(steps.last).to_contain_text("LESS-20")
    find(the_map, "AWS-DEC-08")
    the_map.get_by_role("button", name="Find a path from here").click()
    find(the_map, "AP-01")
    expect(the_map.get_by_text("No path leads there.")).to_be_visible()


def test_keys_alone_reach_and_open_an_entry(the_map: Page) -> None:
    the_map.locator(".sima-map canvas").focus()
    the_map.keyboard.press("ArrowRight")
    panel = the_map.get_by_role("region", name="Selected entry")
    expect(panel).to_be_visible()
    first = panel.inner_text()
    the_map.keyboard.press("ArrowRight")
    expect(panel).not_to_have_text(first)
    panel.get_by_role("link").first.focus()  # Escape closes it from inside as well
    the_map.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    the_map.locator(".sima-map canvas").focus()
    the_map.keyboard.press("ArrowLeft")
    the_map.keyboard.press("Enter")
    expect(the_map).to_have_url(re.compile(r"/(LESS|AWS-DEC|AP)-\d+/$"))


def test_a_click_selects_and_a_double_click_opens(the_map: Page) -> None:
    find(the_map, "LESS-01")
    the_map.get_by_role("button", name="Show all").click()
    the_map.locator(".sima-map__close").click()
    find(the_map, "AP-01")  # it cites nothing, so the camera has it in the middle
    box = the_map.locator(".sima-map canvas").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    the_map.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(the_map.get_by_role("region", name="Selected entry")).to_be_hidden()
    the_map.mouse.click(*middle)
    expect(the_map.get_by_role("region", name="Selected entry")).to_contain_text("Alone")
    the_map.mouse.dblclick(*middle)
    expect(the_map).to_have_url(re.compile(r"/AP-01/$"))


def test_it_follows_the_colour_scheme_without_a_reload(the_map: Page) -> None:
    corner = """() => [...document.querySelector(".sima-map canvas").getContext("2d")
        .getImageData(2, 2, 1, 1).data].slice(0, 3)"""
    light = the_map.evaluate(corner)
    switch_to_dark(the_map)
    the_map.wait_for_function(f"({corner})().every(part => part < 90)")
    assert min(light) > 200


def test_it_is_saved_as_picture_and_drawing(the_map: Page) -> None:
    with the_map.expect_download() as saved:
        the_map.get_by_role("button", name="PNG").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
    with the_map.expect_download() as saved:
        the_map.get_by_role("button", name="SVG").click()
    drawing = ET.parse(saved.value.path())
    circles = drawing.getroot().iter("{http://www.w3.org/2000/svg}circle")
    assert sum(1 for _ in circles) > len(FILES)


def test_no_barriers(the_map: Page, barriers: Callable[[Page], list[str]]) -> None:
    assert barriers(the_map) == []
    the_map.get_by_text("Filters").click()
    find(the_map, "LESS-05")
    switch_to_dark(the_map)
    the_map.wait_for_timeout(300)  # Material fades from one scheme to the other
    assert barriers(the_map) == []


def test_twenty_visits_leave_nothing_behind(page: Page, site: str) -> None:
    page.goto(f"{site}LESS-01/")
    page.wait_for_load_state("networkidle")  # until then Material has not read its sitemap
    page.evaluate("window.stayed = true")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def follow(address: str, ready: str) -> None:
        # A link outside what instant navigation replaces; it handles its clicks all the same.
        page.evaluate(
            """address => {
                const link = document.createElement("a");
                link.href = address;
                document.body.append(link);
                link.click();
                link.remove();
            }""",
            address,
        )
        page.wait_for_url(address)
        page.wait_for_selector(ready)

    def growth(address: str, ready: str, visits: int) -> dict[str, float]:
        """Return by how much each metric of the browser grows with each visit to a page."""
        metrics: list[dict[str, float]] = []
        for count in (2, visits):
            for _ in range(count):
                follow(address, ready)
                follow(f"{site}LESS-01/", "h1:has-text('Measure first')")
            session.send("HeapProfiler.collectGarbage")
            got = session.send("Performance.getMetrics")["metrics"]
            metrics.append({metric["name"]: metric["value"] for metric in got})
        return {name: (metrics[1][name] - metrics[0][name]) / visits for name in metrics[0]}

    entry = growth(f"{site}LESS-02/", "h1:has-text('Lesson number 2')", visits=6)
    assert page.evaluate("window.stayed"), "instant navigation was not at work"
    # Material keeps some of every page that it leaves; a page with a script adds nothing to that.
    for address, ready, visits in (
        (f"{site}browse/map/", ".sima-map[data-painted]", 20),
        (f"{site}browse/catalogue/", ".sima-catalogue--live", 6),
    ):
        ours = growth(address, ready, visits)
        assert ours["Documents"] <= entry["Documents"]
        assert ours["JSEventListeners"] <= entry["JSEventListeners"]
        assert ours["Nodes"] <= entry["Nodes"] + 5
        assert ours["JSHeapUsedSize"] <= entry["JSHeapUsedSize"] + 15_000
    assert page.locator("canvas").count() == 0
    assert page.evaluate("window.simaMap === undefined")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def test_on_a_phone_it_fits_and_a_tap_selects(phone: Page, site: str) -> None:
    phone.goto(f"{site}browse/map/?focus=AP-01")
    phone.wait_for_selector(".sima-map[data-painted]")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.locator(".sima-map__close").click()
    box = phone.locator(".sima-map canvas").bounding_box()
    assert box
    phone.locator(".sima-map canvas").tap(position={"x": box["width"] / 2, "y": box["height"] / 2})
    expect(phone.get_by_role("region", name="Selected entry")).to_contain_text("Alone")


def largest_circle(page: Page) -> float:
    """Return the radius, in pixels of the stage, of the largest region that is drawn."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="SVG").click()
    circles = ET.parse(saved.value.path()).getroot().iter("{http://www.w3.org/2000/svg}circle")
    return max(float(circle.get("r", "0")) for circle in circles)


def test_two_fingers_zoom(phone: Page, site: str) -> None:
    phone.goto(f"{site}browse/map/")
    phone.wait_for_selector(".sima-map[data-painted]")
    phone.locator(".sima-map canvas").scroll_into_view_if_needed()
    box = phone.locator(".sima-map canvas").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = phone.context.new_cdp_session(phone)

    def fingers(kind: str, *apart: float) -> None:
        points = [{"x": x + dx, "y": y, "id": n} for n, dx in enumerate(apart)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before = largest_circle(phone)
    fingers("touchStart", -30)
    fingers("touchStart", -30, 30)
    for spread in range(35, 95, 5):
        fingers("touchMove", -spread, spread)
    fingers("touchEnd")
    assert largest_circle(phone) == pytest.approx(3 * before, rel=0.05)  # 60 pixels became 180
    assert phone.evaluate("visualViewport.scale") == 1  # the map, not the phone
    expect(phone.get_by_role("region", name="Selected entry")).to_be_hidden()  # it was no tap


def test_it_fills_the_screen_and_comes_back(the_map: Page) -> None:
    button = the_map.get_by_role("button", name="Full screen")
    small = the_map.locator(".sima-map canvas").bounding_box()
    button.click()
    the_map.wait_for_function("document.fullscreenElement?.matches('.sima-map')")
    the_map.wait_for_function(
        """([width, height]) => {
            const box = document.querySelector(".sima-map canvas").getBoundingClientRect();
            return box.width > width && box.height > height && box.bottom <= innerHeight + 1;
        }""",
        arg=[small["width"], small["height"]] if small else None,
    )
    assert colours(the_map) > 50
    find(the_map, "LESS-05")
    expect(the_map.get_by_role("region", name="Selected entry")).to_be_visible()
    button.click()
    the_map.wait_for_function("!document.fullscreenElement")
    assert the_map.locator(".sima-map canvas").bounding_box() == small


def test_it_works_from_a_disk(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(built / 'browse/map/index.html').as_uri()}")
    page.wait_for_selector(".sima-map[data-painted]")
    page.close()


def test_the_graph_of_an_entry_leads_on_and_needs_no_script(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}LESS-05/")
    graph = page.locator("svg.sima-local")
    expect(graph).to_be_visible()
    box = graph.bounding_box()
    assert box
    assert 0 <= box["x"] < box["x"] + box["width"] <= 390
    sizes = graph.locator("text").evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize))"
    )
    assert min(sizes) >= 11
    graph.locator("a", has_text="LESS-06").click()
    expect(page).to_have_url(f"{site}LESS-06/")
    context.close()
