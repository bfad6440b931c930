"""The page of `relmap map`: all that is in view, or a word on what is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from relmap.briefing import page
from relmap.models import Filters, Lens
from relmap.shown import Shown, show
from relmap.store import Store


@pytest.fixture(scope="module")
def everything(store: Store) -> Shown:
    return show(store, Filters(), Lens())


def data(html: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        html.split('id="data">')[1].split("</script>", maxsplit=1)[0]
    )
    return found


def test_it_holds_every_actor_and_tie_in_view_with_all_sentences(
    store: Store, everything: Shown
) -> None:
    view = everything.view
    drawn = data(page.map_page(store, everything, title="All"))
    assert {node["id"] for node in drawn["map"]["nodes"]} == {a.actor_id for a in view.actors}
    assert {edge["id"]: edge["weight"] for edge in drawn["map"]["edges"]} == {
        tie.tie_id: tie.sentences for tie in view.ties
    }
    for tie in view.ties:
        quoted = [each["text"] for each in drawn["evidence"][tie.tie_id]]
        assert quoted == [each.sentence for each in view.evidence(tie.source, tie.target)]


def test_it_says_when_only_the_strongest_are_drawn(store: Store, everything: Shown) -> None:
    html = page.map_page(store, show(store, Filters(), Lens(top=3)), title="Three")
    assert len(data(html)["map"]["nodes"]) == 3
    assert "3 of 24 actors shown, the strongest" in html
    assert "24 of 24 actors shown;" in page.map_page(store, everything, title="All")


def test_it_says_when_sentences_are_left_out(store: Store, everything: Shown) -> None:
    html = page.map_page(store, everything, title="Short", quoted=2)
    assert max(len(quoted) for quoted in data(html)["evidence"].values()) == 2
    assert "the newest 2 are quoted" in html


def test_nothing_in_view_is_a_page_as_well(store: Store) -> None:
    nothing = show(store, Filters(kinds=frozenset()), Lens())
    html = page.map_page(store, nothing, title="Nothing")
    assert data(html)["map"]["nodes"] == []
    assert "0 of " in html


def test_it_says_what_it_opens_with(store: Store, everything: Shown) -> None:
    tie = everything.ties[0]
    html = page.map_page(store, everything, title="One", selection=(tie.target, tie.source))
    assert data(html)["selected"] == tie.tie_id
    assert data(page.map_page(store, everything, title="All"))["selected"] == ""
