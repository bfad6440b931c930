"""The seeds in a real browser: click a tie, read its sentences, filter, and see all parts agree.

Leaving this machine fails the test (fixture `context`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from dashboard_scenes import (
    MAP,
    click,
    open_dashboard,
    resting_point,
    wait_for_selection,
    wait_until_idle,
)
from playwright.sync_api import expect

from relmap.models import Filters, Tie
from relmap.store import View

pytestmark = pytest.mark.browser

SINCE_APRIL = Filters(first=date(2023, 4, 1), last=date(2023, 7, 5))

#: Which ties lie under no point of their own line, and a point where at least two ties meet.
CROSSINGS = """(map) => {
    const { network, tiesAt, labels } = map.relmap;
    const box = map.getBoundingClientRect();
    const inside = ({ x, y }, { left, right, top, bottom }) =>
        x >= left && x <= right && y >= top && y <= bottom;
    const bare = (point) => network.getNodeAt(point) === undefined &&
        !labels().some((label) => inside(point, label.box));
    // A click comes in whole pixels: where a tie is only just within reach it may be one off.
    const isSteady = ({ x, y }) => [-1, 0, 1].every((across) => [-1, 0, 1].every((down) =>
        String(tiesAt({ x: x + across, y: y + down })) === String(tiesAt({ x, y }))));
    const unreached = [];
    let found = null;
    for (const id of network.body.data.edges.getIds().sort()) {
        const [from, to] = id.split("|").map((end) =>
            network.canvasToDOM(network.getPositions([end])[end]));
        const points = Array.from({ length: 91 }, (_, step) => 0.05 + step / 100).map((part) => ({
            x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part,
        })).filter(bare);
        const hits = points.filter((point) => tiesAt(point).includes(id));
        if (!hits.length) unreached.push(id);
        found ??= hits.find((point) => tiesAt(point).length > 1 && isSteady(point)) ?? null;
    }
    return { unreached, ties: tiesAt(found), point: { x: box.left + 1 + found.x, y: box.top + 1 + found.y } };
}"""


@pytest.fixture
def opened(page, dashboard):
    """The page with its map drawn."""
    open_dashboard(page, dashboard)
    return page


def drawn(page) -> dict[str, int]:
    """How many actors and ties the map holds."""
    return page.eval_on_selector(
        MAP,
        """(element) => {
            const { nodes, edges } = element.relmap.network.body.data;
            return { nodes: nodes.length, edges: edges.length };
        }""",
    )


def sentences(page) -> list[str]:
    """The sentences that the evidence panel shows, without their numbers and buttons."""
    return page.eval_on_selector_all(
        ".evidence .sentence p",
        """(all) => all.map((p) => [...p.childNodes]
            .filter((node) => node.nodeName !== "BUTTON")
            .map((node) => node.textContent).join("").trim())""",
    )


def wait_for_sentences(page, count: int) -> None:
    """Wait until the evidence panel shows that many sentences."""
    expect(page.locator(".evidence .sentence")).to_have_count(count, timeout=20_000)


def counts_line(view: View) -> str:
    counts = view.counts
    return (
        f"{counts.actors} of {counts.actors_total} actors, {counts.ties} of {counts.ties_total} "
        f"ties, {counts.articles} of {counts.articles_total} articles"
    )


def find_tie(view: View, source: str, target: str) -> Tie:
    return next(tie for tie in view.ties if (tie.source, tie.target) == (source, target))


def test_the_map_holds_what_the_store_holds(opened, store):
    view = store.view(Filters())
    assert drawn(opened) == {"nodes": len(view.actors), "edges": len(view.ties)}
    expect(opened.locator(".stMain")).to_contain_text(counts_line(view))


def test_a_click_on_a_tie_opens_its_sentences(opened, store):
    click(opened, "edge", "country:PK|country:RU")
    wanted = [
        e.sentence.strip() for e in store.view(Filters()).evidence("country:PK", "country:RU")
    ]
    wait_for_sentences(opened, len(wanted))
    assert sentences(opened) == [re.sub(r"\s+", " ", text) for text in wanted]
    names = set(opened.locator(".evidence .sentence mark").all_inner_texts())
    assert {"Russia", "Pakistan"} <= names


def test_a_click_on_an_actor_tells_who_it_is(opened, store):
    click(opened, "node", "person:khawaja-asif")
    opened.locator(".evidence .facts").wait_for()
    wait_until_idle(opened)
    panel = opened.inner_text(".evidence")
    assert "Khawaja Asif" in panel
    assert "Khwaja Asif" in panel, "the other spelling is not shown among the aliases"
    assert len(sentences(opened)) == len(store.view(Filters()).sentences_of("person:khawaja-asif"))


def test_the_map_fills_its_canvas_and_every_name_is_on_it(opened, store):
    resting_point(opened, "node", "country:RU")
    filled = opened.eval_on_selector(
        MAP,
        """(map) => {
            const ids = map.relmap.network.body.data.nodes.getIds();
            const [box, points] = [map.getBoundingClientRect(), ids.map(map.relmap.nodePoint)];
            const spread = (axis) => {
                const all = points.map((point) => point[axis]);
                return Math.max(...all) - Math.min(...all);
            };
            return { across: spread("x") / box.width, down: spread("y") / box.height };
        }""",
    )
    assert filled["across"] > 0.7
    assert filled["down"] > 0.7
    names = opened.eval_on_selector(MAP, "(map) => map.relmap.labels().map((label) => label.id)")
    assert set(names) == {seen.actor_id for seen in store.view(Filters()).actors}


def test_every_tie_can_be_clicked_where_ties_cross_by_clicking_again(opened):
    # The map may still be moving to where all of it is shown.
    resting_point(opened, "node", "country:RU")
    crossing = opened.eval_on_selector(MAP, CROSSINGS)
    assert crossing["unreached"] == []
    point, ties = crossing["point"], crossing["ties"]
    seen = []
    for _ in ties:
        opened.mouse.click(point["x"], point["y"])
        seen.append(opened.eval_on_selector(MAP, "(map) => map.relmap.selected()"))
        opened.wait_for_timeout(400)  # two quick clicks would be a double click
    assert seen == ties
    expect(opened.locator(".evidence")).to_have_attribute("data-about", ties[-1])


def test_the_second_of_two_quick_clicks_is_not_undone_by_the_answer_to_the_first(opened):
    points = [resting_point(opened, "node", who) for who in ("country:RU", "country:CN")]
    for point in points:
        opened.mouse.click(point["x"], point["y"])
    opened.eval_on_selector(
        MAP,
        """(map) => {
            globalThis.seen = [];
            setInterval(() => seen.push(map.relmap.selected()), 5);
        }""",
    )
    expect(opened.locator(".evidence")).to_have_attribute("data-about", "country:CN")
    wait_until_idle(opened)
    assert set(opened.evaluate("() => seen")) == {"country:CN"}


def test_a_filter_moves_nothing_that_stays(opened):
    before = resting_point(opened, "node", "country:RU")
    opened.get_by_test_id("stNumberInputStepUp").click()
    expect(opened.locator(".stMain")).to_contain_text("29 of 79 ties")
    assert resting_point(opened, "node", "country:RU") == before


def test_the_keyboard_leads_from_the_table_to_the_article_and_back(opened):
    row = opened.get_by_role("row", name=re.compile("Narendra Modi.*Nikolai Patrushev"))
    row.focus()
    opened.keyboard.press("Enter")
    wait_for_sentences(opened, 7)
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(opened.locator(".evidence h2")).to_be_focused()
    context = opened.locator(".evidence .context").first
    context.focus()
    opened.keyboard.press("Enter")
    opened.get_by_role("dialog").wait_for()
    opened.keyboard.press("Escape")
    expect(context).to_be_focused()


def test_on_a_narrow_screen_the_sentences_come_into_sight(page, dashboard):
    page.set_viewport_size({"width": 390, "height": 844})
    open_dashboard(page, dashboard)
    click(page, "node", "country:RU")
    expect(page.locator(".evidence h2")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_row_of_the_table_opens_the_same_tie(opened):
    opened.get_by_role("row", name=re.compile("Narendra Modi.*Nikolai Patrushev")).click()
    wait_for_sentences(opened, 7)
    wait_for_selection(opened, "person:narendra-modi|person:nikolai-patrushev")


def test_the_whole_article_opens_at_the_sentence(opened):
    click(opened, "edge", "country:PK|country:RU")
    wait_for_sentences(opened, 14)
    opened.locator(".evidence .sentence .context").nth(1).click()
    dialog = opened.get_by_role("dialog")
    dialog.wait_for()
    marked = dialog.locator("[aria-current]")
    expect(marked).to_be_in_viewport()
    assert marked.inner_text() == "Russia and Pakistani relations"
    whole = dialog.locator(".reader").inner_text()
    assert "Also Read" in whole, "lines that are no evidence belong to the article"


def test_after_a_date_filter_map_counts_and_evidence_agree(opened, store):
    click(opened, "edge", "country:PK|country:RU")
    wait_for_sentences(opened, 14)
    set_first_day(opened, date(2023, 4, 1))
    expect(opened.locator(".stMain")).to_contain_text(counts_line(store.view(SINCE_APRIL)))
    opened.get_by_text("Undated (", exact=False).click()
    view = store.view(replace(SINCE_APRIL, undated=False))
    tie = find_tie(view, "country:PK", "country:RU")
    wait_for_sentences(opened, tie.sentences)
    wait_until_idle(opened)
    assert drawn(opened) == {"nodes": len(view.actors), "edges": len(view.ties)}
    expect(opened.locator(".stMain")).to_contain_text(counts_line(view))
    assert sentences(opened) == [e.sentence for e in view.evidence(tie.source, tie.target)]


def test_the_switch_shows_the_words_that_stand_for_an_actor(opened, store):
    who = "person:wang-xiaohong"
    click(opened, "node", who)
    by_name = store.view(Filters()).sentences_of(who)
    wait_for_sentences(opened, len(by_name))
    before = positions(opened)
    opened.get_by_text("Count “he”", exact=False).click()
    shown = store.view(Filters(references=True)).sentences_of(who)
    wait_for_sentences(opened, len(shown))
    wait_until_idle(opened)
    assert sentences(opened) == [one.sentence for one in shown]
    marked = opened.locator(".evidence mark.referred")
    expect(marked).to_have_text(["he"])
    expect(marked).to_have_attribute("title", "stands for Wang Xiaohong")
    style = marked.evaluate("(mark) => getComputedStyle(mark).fontStyle")
    assert style == "italic"
    expect(opened.locator(".legend")).to_contain_text("she, the minister: stands for")
    assert positions(opened) == before


def positions(page) -> dict[str, dict[str, float]]:
    return page.eval_on_selector(MAP, "(element) => element.relmap.network.getPositions()")


def set_first_day(page, day: date) -> None:
    """Type a day into the first date field, part by part as its spin buttons take it."""
    parts = page.get_by_test_id("stDateInput").first.get_by_role("spinbutton")
    for part, text in zip(parts.all(), (f"{day:%Y}", f"{day:%m}", f"{day:%d}"), strict=True):
        part.click()
        part.type(text)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
