"""A small graph whose names are hostile, and a page of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from relmap.graph import build_graph
from relmap.layout import lay_out
from relmap.models import Actor, ActorInView, Evidence, Mark, Tie
from relmap.view.network import MapData, draw

HOSTILE = "<img src=x onerror=document.title='pwned'>"
BREAKOUT = "</script><script>document.title='pwned'</script><!-- Минск & \u2028 \U0001f30d"

ACTORS = {
    "country:AA": Actor("country:AA", "Aland", "country"),
    "organization:b": Actor("organization:b", HOSTILE, "organization"),
    "person:c": Actor("person:c", BREAKOUT, "person"),
}


@pytest.fixture
def names() -> dict[str, str]:
    return {actor_id: actor.name for actor_id, actor in ACTORS.items()}


@pytest.fixture
def map_data() -> MapData:
    in_view = [
        ActorInView("country:AA", 9, 4, 6),
        ActorInView("organization:b", 3, 2, 5),
        ActorInView("person:c", 2, 1, 1),
    ]
    ties = [
        Tie("country:AA", "organization:b", 5, 2, 1, date(2023, 7, 5), date(2023, 7, 9)),
        Tie("country:AA", "person:c", 1, 1, 0, None, None),
    ]
    graph = build_graph(ACTORS, in_view, ties)
    return draw(graph, lay_out(graph))


@pytest.fixture
def evidence() -> Mapping[str, tuple[Evidence, ...]]:
    sentence = f"\U0001f30d Aland met {HOSTILE} {BREAKOUT} twice."
    start = sentence.index("Aland")
    marks = (
        Mark(100 + start, 105 + start, "country:AA"),
        Mark(110 + start, 110 + start + len(HOSTILE), "organization:b"),
    )
    articles = (
        ("1", BREAKOUT, "javascript:document.title='pwned'"),
        ("2", "Second <b>story</b>", 'https://example.org/"><script>alert(1)</script>'),
    )
    return {
        "country:AA|organization:b": tuple(
            Evidence(key, title, HOSTILE, None, url, 100, 100 + len(sentence), sentence, marks)
            for key, title, url in articles
        )
    }
