"""The words around a picture: what is counted is what the view says, and nothing is of today."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib.metadata import version

import pytest

from relmap.briefing.captions import TITLE, make_caption
from relmap.briefing.words import number
from relmap.links import Link, read_link
from relmap.models import Filters, Lens
from relmap.shown import Shown, show
from relmap.store import Store
from relmap.view.caption import MEANING

NOTHING = Filters(first=date(1990, 1, 1), last=date(1990, 1, 2), undated=False)


def shown(store: Store, filters: Filters | None = None, lens: Lens | None = None) -> Shown:
    return show(store, filters or Filters(), lens or Lens())


def statements(store: Store, filters: Filters | None = None, lens: Lens | None = None) -> str:
    return "\n".join(make_caption(store, shown(store, filters, lens), title="T").statements)


def test_the_whole_store_is_counted(store: Store) -> None:
    counts = store.view(Filters()).counts
    said = make_caption(store, shown(store), title="T").statements
    assert said[0] == "Articles from 30 March to 5 July 2023"
    assert said[1] == (
        f"5 articles (5 stories), {counts.undated} undated, "
        f"{counts.unknown_outlet} of unknown outlet"
    )
    assert said[2] == (
        f"{counts.actors} of {counts.actors} actors shown; {counts.ties} of {counts.ties} ties shown"
    )
    assert said[3].startswith("Outlets: The Diplomatic Insight (2), ")
    assert said[4] == "Filters: none"
    assert len(said) == 5


def test_filters_are_said_and_so_is_what_there_is_without_them(store: Store) -> None:
    filters = Filters(
        first=date(2023, 7, 1),
        undated=False,
        unknown_outlet=False,
        kinds=frozenset({"country", "person"}),
        min_weight=2,
        references=True,
    )
    view = store.view(filters)
    said = statements(store, filters)
    assert "Articles of 5 July 2023 (chosen: from 1 July 2023 on)" in said
    assert f"{view.counts.articles} of 5 articles (" in said
    assert (
        f"{number(view.counts.ties, 'tie')} shown (without filters {number(view.counts.actors_total, 'actor')}, "
        in said
    )
    assert f"{number(view.counts.ties_total, 'tie')})" in said
    assert "Filters: undated articles left out; articles of unknown outlet left out; " in said
    assert "only people and countries; ties of at least 2 sentences; “he”" in said


def test_days_chosen(store: Store) -> None:
    first, last = date(2023, 3, 1), date(2023, 7, 5)
    assert "(chosen: 1 March to 5 July 2023)" in statements(store, Filters(first=first, last=last))
    assert "(chosen: up to 5 July 2023)" in statements(store, Filters(last=last))
    assert "chosen" not in statements(store)


def test_a_view_without_anything_has_a_caption(store: Store) -> None:
    said = statements(store, NOTHING)
    assert "No dated article in view (chosen: 1 to 2 January 1990)" in said
    assert "0 of 5 articles (0 stories), 0 undated, 0 of unknown outlet" in said
    assert "0 of 0 actors shown; 0 of 0 ties shown (without filters" in said
    assert "Outlets: none known" in said


def test_chosen_outlets_are_listed_even_without_an_article(store: Store) -> None:
    both = frozenset({"The Frontier Post", "The Diplomatic Insight"})
    said = statements(store, Filters(first=date(2023, 7, 1), undated=False, outlets=both))
    assert "Outlets chosen: The Diplomatic Insight (1), The Frontier Post (0)" in said
    assert "Outlets chosen: none" in statements(store, Filters(outlets=frozenset()))


def test_the_strongest_only(store: Store) -> None:
    view = store.view(Filters())
    ties = len(view.ties_among(actor.actor_id for actor in view.strongest(4)))
    assert (
        f"4 of {view.counts.actors} actors shown, the strongest; "
        f"{ties} of {view.counts.ties} ties shown"
    ) in statements(store, lens=Lens(top=4))


def test_around_an_actor(store: Store) -> None:
    around = shown(store, lens=Lens(around="country:RU"))
    assert (
        f"{around.within} of {around.within} actors within 1 step of Russia shown;"
        in statements(store, lens=around.lens)
    )
    fewer = statements(store, lens=Lens(top=5, around="country:RU", steps=2))
    assert re.search(r"5 of \d+ actors within 2 steps of Russia shown, the nearest", fewer)


def test_layout_and_colours_only_where_they_are_not_the_usual(store: Store) -> None:
    said = statements(store, lens=Lens(placement="shown", colouring="community"))
    assert "Laid out for what is shown only; colours show communities" in said
    assert "olours" not in statements(store)
    assert "Colours show communities" in statements(store, lens=Lens(colouring="community"))


def test_what_is_selected(store: Store) -> None:
    view = shown(store)
    tie = view.ties[0]
    names = [store.actors()[actor].name for actor in (tie.source, tie.target)]
    said = make_caption(store, view, title="T", selection=(tie.source, tie.target)).statements[-1]
    assert said == (
        f"Highlighted: {names[0]} – {names[1]}, {tie.sentences} sentences in {tie.articles} articles"
    )
    one = make_caption(store, view, title="T", selection=(tie.source,)).statements[-1]
    assert one == f"Highlighted: {names[0]} and its ties"
    unknown = make_caption(store, view, title="T", selection=("person:nobody",)).statements[-1]
    assert unknown == "Filters: none"


def test_how_it_was_made_and_what_a_tie_means(store: Store) -> None:
    caption = make_caption(store, shown(store), title="  A   map\n")
    assert caption.title == "A map"
    assert caption.meaning == MEANING
    assert caption.made.startswith(f"relmap {version('relmap')} · articles last built ")
    assert str(store.built.year) in caption.made
    assert caption.made.endswith(f"read with {store.model}")
    assert make_caption(store, shown(store), title=" ").title == TITLE


def test_the_link_restores_the_view(store: Store) -> None:
    filters = Filters(first=date(2023, 3, 1), outlets=frozenset({"The Frontier Post"}))
    lens = Lens(top=7, colouring="community")
    selection = ("country:PK", "country:RU")
    caption = make_caption(store, shown(store, filters, lens), title="T", selection=selection)
    assert read_link(caption.link) == Link(filters, lens, selection)
    assert make_caption(store, shown(store), title="T").link == ""


def test_an_outlet_read_from_right_to_left_turns_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(store)
    monkeypatch.setattr(
        type(view.view), "outlet_counts", lambda _self: {"الجزيرة": 3, "TASS": 2, None: 1}
    )
    assert (
        "Outlets: \u2068الجزيرة\u2069 (3), TASS (2)"
        in make_caption(store, replace(view), title="T").statements
    )


def test_a_view_that_no_link_can_hold_is_still_a_picture(store: Store) -> None:
    too_many = replace(shown(store), lens=Lens(top=6_000))
    caption = make_caption(store, too_many, title="T")
    assert caption.link is None
    assert caption.statements == make_caption(store, shown(store), title="T").statements
