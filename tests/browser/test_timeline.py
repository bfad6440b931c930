"""The timeline under the map: a brush, two handles and a button, in a real browser."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from dashboard_scenes import open_dashboard, wait_until_idle
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

TIE = "tie=country:PK|country:RU"


@pytest.fixture
def timeline(page: Page, dashboard: str) -> Locator:
    """The timeline of the seeds, where a tie is chosen."""
    open_dashboard(page, f"{dashboard}/?{TIE}")
    found = page.locator(".timeline")
    found.wait_for()
    return found


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.evaluate("() => location.href")).query)


def drag(page: Page, field: Locator, start: float, end: float) -> None:
    """Pull the pointer over a share of the field."""
    box = field.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * start, box["y"] + 15)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, box["y"] + 20, steps=5)
    page.mouse.up()


def test_a_brush_filters_by_days_and_the_axis_stays(page: Page, timeline: Locator) -> None:
    bars = timeline.locator(".bar")
    before = bars.evaluate_all("(nodes) => nodes.map((node) => node.title)")
    drag(page, timeline.locator(".field"), 0.7, 0.99)
    page.wait_for_function("() => location.search.includes('from=')")
    assert asked(page)["from"][0] > "2023-03-30"
    expect(page.get_by_text("4 of 5 articles")).to_be_visible()
    everything = timeline.get_by_role("button", name="All dates")
    expect(everything).to_be_visible()
    assert bars.evaluate_all("(nodes) => nodes.map((node) => node.title)") == before
    inside = timeline.locator(".bar.inside")
    assert 0 < inside.count() < len(before)
    everything.click()
    page.wait_for_function("() => !location.search.includes('from=')")
    expect(page.get_by_text("5 of 5 articles")).to_be_visible()
    expect(inside).to_have_count(len(before))


def test_a_handle_moves_by_the_arrow_keys_and_keeps_the_focus(
    page: Page, timeline: Locator
) -> None:
    first = timeline.get_by_role("slider", name="First period")
    first.focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('from=')")
    expect(page.get_by_text("4 of 5 articles")).to_be_visible()
    expect(timeline.get_by_role("slider", name="First period")).to_be_focused()
    page.keyboard.press("Home")
    page.wait_for_function("() => !location.search.includes('from=')")


def test_an_answer_does_not_take_away_what_is_being_pulled(page: Page, timeline: Locator) -> None:
    first = timeline.get_by_role("slider", name="First period")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    box = timeline.locator(".field").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 15)
    page.mouse.down()
    expect(page.get_by_text("4 of 5 articles")).to_be_visible()
    wait_until_idle(page)
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 20, steps=5)
    page.mouse.up()
    expect(timeline.locator(".bar.inside")).to_have_count(2)
    expect(first).to_have_attribute("aria-valuenow", "2")
    page.wait_for_function("() => location.search.includes('to=')")
    assert asked(page)["from"][0] > "2023-03-30"
    expect(timeline.locator(".bar.inside")).to_have_count(2)


def test_the_tie_and_the_undated_stand_beside_the_articles(page: Page, timeline: Locator) -> None:
    expect(timeline.locator(".what .tie")).to_have_text(" · 14 sentences of the chosen tie")
    expect(timeline.locator(".undated b")).to_have_text("3")
    said = [
        int(title.split(", ")[1].split()[0])
        for title in timeline.locator(".bar").evaluate_all("(all) => all.map((one) => one.title)")
    ]
    beside = int(timeline.locator(".undated .tie").inner_text().split()[0])
    assert sum(said) + beside == 14
    page.keyboard.press("Escape")


def test_nothing_jumps_when_another_tie_is_chosen(page: Page, timeline: Locator) -> None:
    def places() -> list[object]:
        found = page.locator(".relmap, .timeline, .evidence, [role=tablist]")
        return found.evaluate_all(
            "(all) => all.map((one) => { const { x, y, width, height } = one.getBoundingClientRect();"
            " return [x, y, width, height].map(Math.round); })"
        )

    wait_until_idle(page)
    before = None
    while before != (now := places()):  # what is still being laid out says nothing of jumps
        before = now
        page.wait_for_timeout(200)
    page.locator(".evidence").get_by_role("button", name="Close").first.click()
    expect(page.get_by_text("Read the evidence")).to_be_visible()
    wait_until_idle(page)
    assert places() == before
