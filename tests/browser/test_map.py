"""The map itself in a real browser, without a dashboard: what is drawn, and what mouse, keys and fingers do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import cos, sin, sqrt
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from relmap.graph import build_graph
from relmap.layout.boxes import CANVAS
from relmap.models import KINDS, Actor, ActorInView, Tie
from relmap.view import resources as web
from relmap.view.network import MapData, draw
from relmap.view.theme import PALETTES

pytestmark = pytest.mark.browser

SCALE = "() => map.network.getScale()"
VIEW = "() => map.network.getViewPosition()"
SELECTED = "() => map.selected()"
LABELS = "() => map.labels().map(({ id, text, box }) => ({ id, text, box }))"
#: Every node in pixels of the window: where it is, how large, and where its name stands.
DOTS = """() => {
    const [{ nodes, nodeIndices }, scale] = [map.network.body, map.network.getScale()];
    return nodeIndices.map((id) => ({
        id, ...map.network.canvasToDOM(nodes[id]), radius: nodes[id].options.size * scale,
    }));
}"""
FEW = ((-300.0, -200.0), (0.0, -190.0), (-200.0, 150.0), (300.0, 200.0))
#: All that vis-network draws from, in the order of drawing.
DRAWN = """() => {
    const { nodes, edges, nodeIndices, edgeIndices } = map.network.body;
    return [
        nodeIndices.map((id) => {
            const { x, y, options: { size, shape, color } } = nodes[id];
            return { id, x, y, size, shape, fill: color.background, border: color.border };
        }),
        edgeIndices.map((id) => {
            const { fromId, toId, options: { width, color } } = edges[id];
            return { id, fromId, toId, width, color: color.color };
        }),
    ];
}"""


def crowd(count: int, *, lightest: int = 1, ambiguous: int = 17) -> MapData:
    """A map of that many actors, each of them tied to some stronger ones."""
    ids = [f"{KINDS[number % 3]}:{number:04}" for number in range(count)]
    actors = {
        key: Actor(
            key, f"Somebody Named {number}", KINDS[number % 3], ambiguous=number % ambiguous == 3
        )
        for number, key in enumerate(ids)
    }
    ties = [
        Tie(
            *sorted((key, ids[(number * step) // 11])),
            1 + (count - number) * step // count,
            1,
            1,
            None,
            None,
        )
        for number, key in enumerate(ids)
        for step in (1, 4, 9)
        if (number * step) // 11 != number
    ]
    ties = [tie for tie in {tie.tie_id: tie for tie in ties}.values() if tie.sentences >= lightest]
    seen = [
        ActorInView(key, 2, 1 + (count - number) // 9, count - number)
        for number, key in enumerate(ids)
    ]
    return draw(build_graph(actors, seen, ties), {k: spiral(n, count) for n, k in enumerate(ids)})


def spiral(number: int, count: int) -> tuple[float, float]:
    """Places at even distances that fill the canvas like a sunflower's seeds, strong beside weak."""
    seed = number * 377 % count
    part = sqrt((seed + 0.5) / count)
    return (
        CANVAS[0] / 2 * part * cos(seed * 2.39996),
        CANVAS[1] / 2 * part * sin(seed * 2.39996),
    )


def few(places: Sequence[tuple[float, float]] = FEW, **changes: Any) -> MapData:
    """Four actors: the first is tied to the second and the third, the fourth to nobody."""
    names = {
        "country:a": "Aland",
        "person:b": "Ben Bird",
        "person:c": "Cleo",
        "organization:d": "Dodo",
    }
    actors = {
        key: Actor(key, name, KINDS[[kind in key for kind in KINDS].index(True)])
        for key, name in names.items()
    }
    seen = [ActorInView(key, 9 - n, 5 - n, 5 - n) for n, key in enumerate(names)]
    ties = [
        Tie("country:a", "person:b", 4, 2, 1, None, None),
        Tie("country:a", "person:c", 1, 1, 1, None, None),
    ]
    graph = build_graph(actors, seen, ties)
    return draw(graph, dict(zip(names, places, strict=True)), **changes)


def html(data: dict[str, Any], theme: str) -> str:
    given = json.dumps(data | {"theme": theme}).replace("<", "\\u003c")
    return f"""<!DOCTYPE html><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>{web.map_style()} body {{ margin: 0; }} #map {{ height: 560px; }}
        #below {{ height: 1200px; }}</style>
        <div id="map"></div><div id="below"></div>
        <script>{web.vis_script()}</script><script>{web.map_script()}</script>
        <script>
        const heard = [];
        const given = {given};
        const map = createRelmap(document.getElementById("map"), vis, (what) => heard.push(what));
        map.update(given);
        </script>"""


Opener = Callable[..., Any]


@pytest.fixture
def opened(page, tmp_path: Path) -> Opener:
    """Open a page that holds nothing but a map, at the size a map has on a small screen."""

    def open_map(
        data: MapData, *, tab=None, packed: bool = True, theme: str = "light", size=(585, 560)
    ):
        tab = tab or page
        file = tmp_path / f"map{len(list(tmp_path.iterdir()))}.html"
        file.write_text(html(data.packed() if packed else data.payload(), theme), encoding="utf-8")
        tab.set_viewport_size({"width": size[0], "height": size[1]})
        tab.goto(file.as_uri())
        tab.wait_for_selector("#map[data-relmap-ready]")
        return tab

    return open_map


def update(tab, data: MapData) -> None:
    """Show other rows, and wait until they are drawn."""
    before = tab.get_attribute("#map", "data-relmap-ready")
    tab.evaluate("(rows) => map.update({ ...rows, theme: given.theme })", data.packed())
    tab.wait_for_selector(f"#map:not([data-relmap-ready='{before}'])")


def settled(tab, what: str) -> Any:
    """The answer once it stays the same: after an animation, or the drawing that is due."""
    before = None
    for _ in range(50):
        tab.wait_for_timeout(100)
        now = tab.evaluate(what)
        if now == before:
            return now
        before = now
    pytest.fail(f"{what} never came to rest")


def point(tab, what: str, which: str) -> tuple[float, float]:
    place = tab.evaluate(f"(id) => map.{what}Point(id)", which)
    return place["x"], place["y"]


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"] - 0.01
        and other["left"] < one["right"] - 0.01
        and one["top"] < other["bottom"] - 0.01
        and other["top"] < one["bottom"] - 0.01
    )


def around(dot: dict[str, float]) -> dict[str, float]:
    reach = dot["radius"]
    return {
        "left": dot["x"] - reach, "right": dot["x"] + reach,
        "top": dot["y"] - reach, "bottom": dot["y"] + reach,
    }  # fmt: skip


# ---------------------------------------------------------------- what is drawn


def test_rows_in_columns_draw_the_same_map(opened: Opener) -> None:
    drawn = [
        (tab.evaluate(DRAWN), tab.evaluate(LABELS))
        for tab in (opened(crowd(60)), opened(crowd(60), packed=False))
    ]
    assert drawn[0] == drawn[1]
    assert len(drawn[0][0][0]) == 60


def test_after_a_filter_the_map_is_the_one_that_opens_with_it(opened: Opener) -> None:
    wide, narrow = crowd(120), crowd(120, lightest=3)
    assert 0 < len(narrow.edges) < len(wide.edges)
    fresh = opened(narrow).evaluate(DRAWN)
    tab = opened(wide)
    update(tab, narrow)
    assert tab.evaluate(DRAWN) == fresh
    update(tab, wide)
    update(tab, narrow)
    assert tab.evaluate(DRAWN) == fresh
    held = "() => [map.network.body.data.nodes.length, map.network.body.data.edges.length]"
    assert tab.evaluate(held) == [120, len(narrow.edges)]


def test_new_rows_are_drawn_once_and_not_at_every_step(opened: Opener) -> None:
    tab = opened(crowd(120))
    tab.wait_for_timeout(300)
    drawings = tab.evaluate(
        """(rows) => {
            let drawings = 0;
            map.network.on("afterDrawing", () => { drawings += 1; });
            map.update({ ...rows, theme: given.theme });
            return drawings;
        }""",
        crowd(90, lightest=2).packed(),
    )
    assert drawings == 1


def test_heavy_ties_are_drawn_over_light_ones_and_strong_actors_over_weak_ones(
    opened: Opener,
) -> None:
    data = crowd(90)
    tab = opened(crowd(90, lightest=4))
    update(tab, data)
    nodes, edges = tab.evaluate(DRAWN)
    assert [edge["id"] for edge in edges] == [row["id"] for row in data.edges]
    assert [node["id"] for node in nodes] == [row["id"] for row in reversed(data.nodes)]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_communities_colour_the_map_and_go_again(opened: Opener, theme: str) -> None:
    palette = PALETTES[theme]
    grouped = few(communities={"country:a": 1, "person:b": 0, "person:c": 0, "organization:d": 1})
    tab = opened(few(), theme=theme)

    def fills() -> dict[str, str]:
        return {node["id"]: node["fill"] for node in tab.evaluate(DRAWN)[0]}

    by_kind = fills()
    assert by_kind["country:a"] == palette.country.fill
    update(tab, grouped)
    assert fills() == {
        "country:a": palette.communities[1], "person:b": palette.communities[0],
        "person:c": palette.communities[0], "organization:d": palette.communities[1],
    }  # fmt: skip
    update(tab, few())
    assert fills() == by_kind


@pytest.mark.parametrize("ratio", [1, 2])
def test_the_picture_is_as_sharp_as_the_screen(opened: Opener, browser, ratio: int) -> None:
    profile = browser.new_context(device_scale_factor=ratio)
    tab = opened(few(), tab=profile.new_page())
    wide, shown = tab.evaluate(
        "() => { const c = document.querySelector('#map canvas'); return [c.width, c.clientWidth]; }"
    )
    profile.close()
    assert wide == ratio * shown > 500


# ---------------------------------------------------------------- names and sizes


@pytest.mark.parametrize("size", [(585, 560), (390, 500), (900, 600)], ids=str)
@pytest.mark.parametrize("count", [24, 150, 500, 2000])
def test_no_name_lies_on_another_nor_on_an_actor_that_has_a_name(
    opened: Opener, count: int, size: tuple[int, int]
) -> None:
    tab = opened(crowd(count), size=size)
    for zoom in (1, 2.5):
        tab.evaluate("(zoom) => map.network.moveTo({ scale: map.network.getScale() * zoom })", zoom)
        labels = settled(tab, LABELS)
        dots = {dot["id"]: around(dot) for dot in tab.evaluate(DOTS)}
        assert len(labels) >= min(count, 12)
        for one, other in combinations(labels, 2):
            assert not overlap(one["box"], other["box"]), (one["text"], other["text"])
            assert not overlap(one["box"], dots[other["id"]]), (one["text"], other["text"])
            assert not overlap(other["box"], dots[one["id"]]), (other["text"], one["text"])


def test_among_a_thousand_none_of_the_strongest_is_nameless(opened: Opener) -> None:
    data = crowd(1000)
    rank = {row["id"]: row["rank"] for row in data.nodes}
    tab = opened(data, size=(1280, 800))
    assert set(range(20)) <= {rank[label["id"]] for label in settled(tab, LABELS)}


def test_names_are_those_of_the_strongest_and_zooming_in_shows_more(opened: Opener) -> None:
    data = crowd(500)
    rank = {row["id"]: row["rank"] for row in data.nodes}
    tab = opened(data)
    shown = [rank[label["id"]] for label in settled(tab, LABELS)]
    assert len(set(range(10)) & set(shown)) >= 6
    assert len(shown) > 30
    assert max(shown) < 250, "the weak stay unnamed, also where there would be room"
    seen_before = {dot["id"] for dot in tab.evaluate(DOTS)}
    tab.evaluate("() => map.network.moveTo({ scale: map.network.getScale() * 3 })")
    named = {label["id"] for label in settled(tab, LABELS)}
    in_sight = {
        dot["id"] for dot in tab.evaluate(DOTS) if 0 < dot["x"] < 585 and 0 < dot["y"] < 560
    }
    assert in_sight < seen_before
    assert len(named & in_sight) / len(in_sight) > 2 * len(shown) / 500


@pytest.mark.parametrize(
    ("count", "size", "least"),
    [(150, (390, 500), 2.9), (150, (585, 560), 3.0), (500, (585, 560), 2.5)],
)
def test_every_actor_can_be_seen_and_clicked(
    opened: Opener, count: int, size: tuple[int, int], least: float
) -> None:
    tab = opened(crowd(count), size=size)
    dots = settled(tab, DOTS)
    assert min(dot["radius"] for dot in dots) >= least
    for one, other in combinations(dots, 2):
        apart = sqrt((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2)
        assert apart > 0.85 * (one["radius"] + other["radius"]), (one["id"], other["id"])
    missed = tab.evaluate(
        """() => map.network.body.nodeIndices.filter((id) => {
            const { x, y } = map.nodePoint(id);
            const at = document.elementFromPoint(x, y);
            return at === null || !document.querySelector(".relmap-canvas").contains(at);
        })"""
    )
    assert missed == [], "something lies over these"


def test_names_stay_inside_of_the_picture(opened: Opener) -> None:
    for size in ((390, 500), (585, 560)):
        tab = opened(crowd(150), size=size)
        for label in settled(tab, LABELS):
            box = label["box"]
            assert box["left"] >= 0, label
            assert box["right"] <= size[0], label
            assert box["top"] >= 0, label
            assert box["bottom"] <= 560, label


# ---------------------------------------------------------------- mouse


def test_whoever_the_pointer_is_on_has_its_neighbours_named_and_a_hint(opened: Opener) -> None:
    data = crowd(500)
    tab = opened(data)
    settled(tab, LABELS)
    hub = data.nodes[0]["id"]
    tab.mouse.move(*point(tab, "node", hub))
    hint = tab.locator(".relmap-hint")
    assert hint.inner_text().split("\n")[0] == data.nodes[0]["name"]
    assert "2 mentions in" in hint.inner_text()
    named = {label["id"] for label in tab.evaluate(LABELS)}
    beside = {
        end
        for row in data.edges
        if hub in (row["from"], row["to"])
        for end in (row["from"], row["to"])
    }
    assert len(beside & named) > 0.8 * len(beside)
    assert hub in named
    tab.mouse.move(2, 2)
    assert hint.is_hidden()


def test_the_hint_never_covers_what_it_describes(opened: Opener) -> None:
    corners = [(-370.0, 240.0), (-370.0, -240.0), (370.0, -240.0), (-250.0, 240.0)]
    tab = opened(few(places=corners))
    settled(tab, LABELS)
    found = set()
    for row in few().nodes:
        x, y = point(tab, "node", row["id"])
        tab.mouse.move(x, y)
        hint = tab.locator(".relmap-hint")
        box = hint.bounding_box()
        assert box is not None
        across, down = box["x"] + box["width"], box["y"] + box["height"]
        assert not (box["x"] <= x <= across and box["y"] <= y <= down), row["name"]
        found.add(hint.get_attribute("data-corner"))
    # Two of the four stand in the corner that comes first, so it never comes into question; who
    # has a neighbour top left sends the hint to the right.
    assert found == {"top-left", "top-right"}


def test_the_hint_leaves_neighbours_in_sight_where_a_corner_is_free(opened: Opener) -> None:
    neighbour = (-370.0, 240.0)
    tab = opened(few(places=[(0.0, 0.0), neighbour, (370.0, -240.0), (300.0, 240.0)]))
    settled(tab, LABELS)
    tab.mouse.move(*point(tab, "node", "country:a"))
    assert tab.locator(".relmap-hint").get_attribute("data-corner") == "top-left"
    # Nobody stands out beside Dodo, who is tied to none: the first corner is as good as any.
    tab.mouse.move(*point(tab, "node", "organization:d"))
    assert tab.locator(".relmap-hint").get_attribute("data-corner") == "bottom-left"


def test_the_hint_names_both_ends_of_a_tie(opened: Opener) -> None:
    tab = opened(few())
    tab.mouse.move(*point(tab, "edge", "country:a|person:b"))
    text = tab.locator(".relmap-hint").inner_text()
    assert text == "Aland – Ben Bird\n4 sentences in 2 articles"


def test_a_double_click_on_an_actor_asks_for_what_is_around_it(opened: Opener) -> None:
    tab = opened(few())
    tab.mouse.dblclick(*point(tab, "node", "country:a"))
    tab.wait_for_function("() => heard.length >= 2")
    tab.wait_for_timeout(300)
    assert tab.evaluate("() => heard") == [
        {"kind": "actor", "id": "country:a"},
        {"kind": "around", "id": "country:a"},
    ]
    tab.mouse.dblclick(*point(tab, "edge", "country:a|person:b"))
    tab.wait_for_timeout(500)
    assert [what["kind"] for what in tab.evaluate("() => heard.slice(2)")] == ["tie", "tie"]


def test_a_drag_moves_the_whole_map_with_its_names_and_no_single_actor(opened: Opener) -> None:
    tab = opened(crowd(150))
    settled(tab, LABELS)
    before, places = tab.evaluate(DOTS), tab.evaluate("() => map.network.getPositions()")
    names = {label["id"]: label["box"] for label in tab.evaluate(LABELS)}
    tab.mouse.move(before[-1]["x"], before[-1]["y"])
    tab.mouse.down()
    tab.mouse.move(before[-1]["x"] + 30, before[-1]["y"] + 10)
    tab.mouse.move(before[-1]["x"] + 60, before[-1]["y"] + 25)
    tab.wait_for_timeout(200)
    moved, names_then = tab.evaluate(DOTS), tab.evaluate(LABELS)
    tab.mouse.up()
    assert tab.evaluate("() => map.network.getPositions()") == places
    across, down = moved[0]["x"] - before[0]["x"], moved[0]["y"] - before[0]["y"]
    assert across > 25
    assert {label["id"] for label in names_then} == set(names)
    for label in names_then:
        assert label["box"]["left"] == pytest.approx(names[label["id"]]["left"] + across)
        assert label["box"]["top"] == pytest.approx(names[label["id"]]["top"] + down)
    assert tab.evaluate("() => heard") == []


def test_only_a_map_of_many_ties_leaves_the_light_ones_out_while_it_is_dragged(
    opened: Opener,
) -> None:
    hides = "() => map.network.renderer.options.hideEdgesOnDrag"
    tab = opened(crowd(300))
    assert tab.evaluate(hides) is False
    update(tab, crowd(900))
    assert tab.evaluate(hides) is True
    update(tab, crowd(300))
    assert tab.evaluate(hides) is False


def test_what_is_selected_stays_selected_under_the_pointer_and_over_filters(opened: Opener) -> None:
    tab = opened(crowd(60))
    chosen = crowd(60).nodes[5]["id"]
    tab.evaluate("(id) => map.select(id)", chosen)
    tab.mouse.move(*point(tab, "node", crowd(60).nodes[0]["id"]))
    assert tab.evaluate(SELECTED) == chosen
    assert chosen in {label["id"] for label in settled(tab, LABELS)}
    update(tab, crowd(5))
    assert tab.evaluate(SELECTED) is None
    update(tab, crowd(60))
    assert tab.evaluate(SELECTED) == chosen
    assert tab.evaluate("() => heard") == []


# ---------------------------------------------------------------- flying and keys


def test_flying_to_an_actor_brings_it_to_the_middle_and_takes_its_time(opened: Opener) -> None:
    data = crowd(150)
    tab = opened(data)
    settled(tab, LABELS)
    goal = data.nodes[-1]
    tab.evaluate("(id) => map.focus(id)", goal["id"])
    assert tab.evaluate(SCALE) < 1.4, "it does not jump"
    assert settled(tab, SCALE) >= 1.4
    x, y = point(tab, "node", goal["id"])
    assert (x, y) == (pytest.approx(292.5, abs=3), pytest.approx(280, abs=3))


def test_who_wants_less_motion_is_there_at_once(opened: Opener) -> None:
    data = crowd(150)
    tab = opened(data)
    tab.emulate_media(reduced_motion="reduce")
    settled(tab, LABELS)
    tab.evaluate("(id) => map.focus(id)", data.nodes[-1]["id"])
    assert tab.evaluate(SCALE) >= 1.4


def test_a_flight_to_somebody_who_is_not_drawn_goes_nowhere(opened: Opener) -> None:
    tab = opened(few())
    before = tab.evaluate(VIEW)
    tab.evaluate("() => map.focus('person:nobody')")
    assert settled(tab, VIEW) == before


def test_keys_go_from_actor_to_actor_and_open_them(opened: Opener) -> None:
    tab = opened(few())
    canvas = tab.locator(".relmap-canvas")
    canvas.focus()
    hint = tab.locator(".relmap-hint")
    for key, name in (
        ("n", "Aland"),
        ("n", "Ben Bird"),
        ("p", "Aland"),
        ("p", "Dodo"),
        ("n", "Aland"),
    ):
        tab.keyboard.press(key)
        assert hint.inner_text().split("\n")[0] == name
    assert tab.evaluate("() => heard") == [], "pointing is no selection yet"
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    assert tab.evaluate("() => heard") == [
        {"kind": "actor", "id": "country:a"},
        {"kind": "around", "id": "country:a"},
    ]
    tab.keyboard.press("Escape")
    assert tab.evaluate(SELECTED) is None
    assert hint.is_hidden()
    said = canvas.get_attribute("aria-label")
    assert all(word in said for word in ("Arrow keys", "N and P", "Enter", "Escape"))


def test_keys_bring_into_sight_whom_they_point_at(opened: Opener) -> None:
    tab = opened(crowd(150))
    tab.evaluate("() => map.network.moveTo({ scale: 4, position: { x: 370, y: 0 } })")
    tab.locator(".relmap-canvas").focus()
    tab.keyboard.press("n")
    settled(tab, VIEW)
    x, y = point(tab, "node", crowd(150).nodes[0]["id"])
    assert 0 < x < 585
    assert 0 < y < 560


def test_an_empty_map_says_so_and_takes_every_key(opened: Opener) -> None:
    tab = opened(crowd(0))
    assert tab.locator(".relmap-hint").inner_text() == "No actor is in view."
    tab.locator(".relmap-canvas").focus()
    for key in ("n", "p", "Enter", "0", "+", "-", "ArrowLeft", "Escape"):
        tab.keyboard.press(key)
    update(tab, few())
    assert tab.locator(".relmap-hint").is_hidden()
    assert len(tab.evaluate(DRAWN)[0]) == 4


# ---------------------------------------------------------------- fingers


@pytest.fixture
def phone(browser) -> Iterator[Any]:
    profile = browser.new_context(
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
        viewport={"width": 390, "height": 700},
    )
    yield profile.new_page()
    profile.close()


class Fingers:
    """Touches as the browser gets them from a screen."""

    def __init__(self, tab) -> None:
        self.session = tab.context.new_cdp_session(tab)

    def send(self, kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def move(self, *ways: tuple[tuple[float, float], tuple[float, float]], steps: int = 8) -> None:
        """Put down a finger for each way, move all of them to its end, and lift them."""
        for number in range(len(ways)):
            self.send("touchStart", *(start for start, _ in ways[: number + 1]))
        for step in range(1, steps + 1):
            part = step / steps
            self.send(
                "touchMove",
                *((a + (c - a) * part, b + (d - b) * part) for (a, b), (c, d) in ways),
            )
        self.send("touchEnd")


def test_one_finger_scrolls_the_page_and_leaves_the_map(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    before = settled(tab, VIEW)
    Fingers(tab).move(((200, 450), (190, 200)))
    assert settled(tab, "() => scrollY") > 100
    assert settled(tab, VIEW) == before
    Fingers(tab).move(((300, 200), (100, 203)), steps=30)
    assert settled(tab, VIEW) == before, "across, where the page has nothing to scroll"
    assert tab.evaluate("() => heard") == []


def test_two_fingers_move_and_zoom_the_map_and_not_the_page(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    settled(tab, LABELS)
    scale, held = (
        tab.evaluate(SCALE),
        tab.evaluate("() => map.network.DOMtoCanvas({ x: 200, y: 250 })"),
    )
    Fingers(tab).move(((150, 250), (80, 350)), ((250, 250), (280, 350)))
    assert settled(tab, SCALE) == pytest.approx(2 * scale, rel=0.05)
    now = tab.evaluate("(place) => map.network.canvasToDOM(place)", held)
    assert (now["x"], now["y"]) == (pytest.approx(180, abs=6), pytest.approx(350, abs=6))
    assert tab.evaluate("() => scrollY") == 0
    assert tab.evaluate("() => heard") == []


def test_two_fingers_side_by_side_do_not_scroll_the_page_either(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    before = settled(tab, VIEW)
    Fingers(tab).move(((150, 450), (150, 200)), ((230, 450), (230, 200)))
    assert settled(tab, VIEW)["y"] > before["y"] + 100
    assert tab.evaluate("() => scrollY") == 0


def test_a_tap_beside_a_small_dot_selects_it(opened: Opener, phone) -> None:
    tab = opened(few(), tab=phone, size=(390, 700))
    settled(tab, LABELS)
    x, y = point(tab, "node", "organization:d")
    tab.touchscreen.tap(x + 11, y - 9)
    assert tab.evaluate(SELECTED) == "organization:d"


def test_who_tries_one_finger_on_a_zoomed_map_is_told_of_two(opened: Opener, phone) -> None:
    tab = opened(crowd(150), tab=phone, size=(390, 700))
    settled(tab, SCALE)
    tab.evaluate("() => map.network.moveTo({ scale: map.network.getScale() * 3 })")
    fingers = Fingers(tab)
    fingers.send("touchStart", (200, 450))
    fingers.send("touchMove", (200, 425))
    fingers.send("touchMove", (200, 400))
    expect(tab.locator(".relmap-hint")).to_have_text("Two fingers move the map.")
    fingers.send("touchEnd")
    expect(tab.locator(".relmap-hint")).to_be_hidden()
