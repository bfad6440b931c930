"""The pack in a real browser: map, table and footnotes lead to each other, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from relmap.briefing.pack import pack_page
from relmap.models import Filters, Lens
from relmap.shown import Shown, show
from relmap.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

IN_VIEW = """(element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
}"""


@pytest.fixture(scope="module")
def shown(store: Store) -> Shown:
    return show(store, Filters(), Lens())


@pytest.fixture(scope="module")
def file(store: Store, shown: Shown, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "pack.html"
    path.write_bytes(pack_page(store, shown, title="Who appears with whom").encode())
    return path


@pytest.fixture
def opened(page: Page, file: Path) -> Iterator[Page]:
    """The pack with its map drawn; the file is all that it may ask for, and all that it may say."""
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector("#map[data-relmap-ready]")
    yield page
    assert complaints == []
    assert [url for url in requests if not url.startswith("data:")] == [file.as_uri()]


def selected(page: Page) -> str:
    return page.locator("#map").get_attribute("data-selected") or ""


def point(page: Page, call: str, what: str) -> tuple[float, float]:
    found = page.locator("#map").evaluate(f"(map, id) => map.relmap.{call}(id)", what)
    return found["x"], found["y"]


def wait_for_view(page: Page, element: str) -> None:
    page.wait_for_function(f"({IN_VIEW})(document.getElementById('{element}'))")


def wait_for_footnotes(page: Page, number: int) -> None:
    wait_for_view(page, f"tie-{number}")
    page.locator(f"#tie-{number}:target").wait_for()


def test_a_click_on_a_row_leads_to_the_footnotes_and_back(opened: Page, shown: Shown) -> None:
    opened.locator("#row-12 td").nth(1).click()
    wait_for_footnotes(opened, 12)
    # The browser tells of the new address a moment later.
    opened.wait_for_function("(id) => map.relmap.selected() === id", arg=shown.ties[11].tie_id)
    assert opened.locator("#tie-12 blockquote").count() == shown.ties[11].sentences
    opened.locator("#tie-12 .source a", has_text="Table").click()
    wait_for_view(opened, "row-12")
    opened.go_back()
    wait_for_footnotes(opened, 12)


def test_a_click_on_a_tie_of_the_map_leads_to_its_footnotes(opened: Page, shown: Shown) -> None:
    opened.mouse.click(*point(opened, "edgePoint", shown.ties[0].tie_id))
    wait_for_footnotes(opened, 1)
    opened.locator("#tie-3 a.to-map").click()
    wait_for_view(opened, "map")
    expect(opened.locator("#map")).to_have_attribute("data-selected", shown.ties[2].tie_id)


def test_the_map_opens_with_what_was_selected(
    page: Page, store: Store, shown: Shown, tmp_path: Path
) -> None:
    tie = shown.ties[5]
    path = tmp_path / "chosen.html"
    html = pack_page(store, shown, title="One", selection=(tie.source, tie.target))
    path.write_bytes(html.encode())
    page.goto(path.as_uri())
    page.wait_for_selector("#map[data-relmap-ready]")
    assert selected(page) == tie.tie_id
    assert page.evaluate("scrollY") == 0


def test_a_click_on_an_actor_lists_its_ties(opened: Page, shown: Shown) -> None:
    actor = shown.actors[0].actor_id
    opened.mouse.click(*point(opened, "nodePoint", actor))
    links = opened.locator("#chosen a")
    ties = [n for n, tie in enumerate(shown.ties, 1) if actor in (tie.source, tie.target)]
    expect(links).to_have_count(len(ties))
    assert [link.get_attribute("href") for link in links.all()] == [f"#tie-{n}" for n in ties]
    links.first.click()
    wait_for_footnotes(opened, ties[0])


def test_the_keyboard_reaches_the_footnotes(opened: Page) -> None:
    opened.locator("#row-2 a").focus()
    opened.keyboard.press("Enter")
    wait_for_footnotes(opened, 2)


def test_numbers_stand_on_no_name_and_on_no_other_number(opened: Page, shown: Shown) -> None:
    placed = opened.locator("#map").evaluate(
        """({ relmap }) => {
            const { edges } = readPack().map;
            edges.sort((one, other) => one.number - other.number);
            const ctx = document.createElement("canvas").getContext("2d");
            const numbers = placeNumbers(relmap, edges, (text) => ctx.measureText(text).width);
            return { numbers, names: relmap.labels().map(({ box }) => box) };
        }"""
    )
    numbers = {place["text"]: place["box"] for place in placed["numbers"]}
    assert len(numbers) > len(shown.ties) // 2
    assert {"1", "2", "3"} <= set(numbers)
    boxes = list(numbers.values())
    for place, one in enumerate(boxes):
        for other in (*boxes[place + 1 :], *placed["names"]):
            assert (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] <= other["top"]
                or other["bottom"] <= one["top"]
            )


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_never_wider_than_the_screen(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_still_picture_and_the_footnotes_are_there(
    browser: Browser, file: Path, shown: Shown
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    picture = page.locator("img.still").bounding_box()
    assert picture is not None
    assert picture["height"] > 300
    assert not page.locator("#map").is_visible()
    page.locator("#row-5 a").click()
    expect(page.locator("#tie-5 blockquote").first).to_be_visible()
    assert page.locator("blockquote").count() == sum(tie.sentences for tie in shown.ties)
    context.close()


def test_on_paper_the_still_picture_stands_for_the_map(opened: Page) -> None:
    assert not opened.locator("img.still").is_visible()
    opened.emulate_media(media="print")
    expect(opened.locator("img.still")).to_be_visible()
    expect(opened.locator("#map")).to_be_hidden()
    expect(opened.locator("#tie-5 blockquote").first).to_be_visible()
