"""Made-up maps, the page that holds nothing but one, and what a test asks it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from math import cos, sin, sqrt
from typing import Any

import pytest

from relmap.graph import build_graph
from relmap.layout.boxes import CANVAS
from relmap.models import KINDS, Actor, ActorInView, Tie
from relmap.view import resources as web
from relmap.view.network import MapData, draw

Opener = Callable[..., Any]
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
#: A machine with other work draws late: an animation stands still while no frame is drawn.
FRAMES = """() => new Promise((done) => {
    let left = 4;
    const next = () => (left-- ? requestAnimationFrame(next) : done());
    next();
})"""
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
        tab.evaluate(FRAMES)
        now = tab.evaluate(what)
        if now == before:
            return now
        before = now
    pytest.fail(f"{what} never came to rest")


def wait_for(tab, what: str, wanted: Any) -> None:
    """Wait until that is the answer."""
    tab.wait_for_function(
        f"(wanted) => JSON.stringify(({what})()) === JSON.stringify(wanted)", arg=wanted
    )


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
