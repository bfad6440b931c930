"""The pack of a store: every tie in the table, and below it all of its sentences."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.briefing.pack import QUOTED, pack_page
from relmap.models import KINDS, Filters, Lens
from relmap.shown import show
from relmap.store import Store
from relmap.view.caption import MEANING

SECTION = re.compile(r'<section class="tie" id="tie-(\d+)".*?</section>', re.DOTALL)
filters = st.builds(
    Filters,
    undated=st.booleans(),
    unknown_outlet=st.booleans(),
    kinds=st.frozensets(st.sampled_from(KINDS), min_size=1),
    min_weight=st.integers(1, 3),
    references=st.booleans(),
)


def quotes_by_number(html: str) -> dict[int, int]:
    return {int(found[1]): found[0].count("<blockquote") for found in SECTION.finditer(html)}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=filters)
def test_a_tie_has_as_many_footnotes_as_it_weighs(store: Store, chosen: Filters) -> None:
    shown = show(store, chosen, Lens())
    html = pack_page(store, shown, title="All")
    weights = {number: tie.sentences for number, tie in enumerate(shown.ties, start=1)}
    assert max(weights.values(), default=0) <= QUOTED
    assert quotes_by_number(html) == weights
    assert html.count('<tr id="row-') == len(weights)


def test_it_cuts_where_it_is_told_to_and_says_so(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    html = pack_page(store, shown, title="Short", quoted=2)
    assert max(quotes_by_number(html).values()) == 2
    assert "The newest 2 of 14 sentences are quoted." in html


def test_it_holds_the_caption_and_what_lacks_something(store: Store) -> None:
    filters = Filters(min_weight=2)
    html = pack_page(store, show(store, filters, Lens(top=5)), title="Five <b>actors</b>")
    assert "<h1>Five &lt;b&gt;actors&lt;/b&gt;</h1>" in html
    assert MEANING in html
    assert "min=2&amp;top=5" in html
    assert "Undated articles (3)" in html
    assert "Articles of unknown outlet (2)" in html
    assert "Everything that was given could be read." in html


def test_it_opens_with_what_was_selected(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    tie = shown.ties[0]
    html = pack_page(store, shown, title="One", selection=(tie.target, tie.source))
    assert f'"selected":"{tie.tie_id}"' in html


def test_the_same_store_gives_the_same_bytes(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    assert pack_page(store, shown, title="One") == pack_page(store, shown, title="One")


def test_nothing_in_view_is_a_pack_as_well(store: Store) -> None:
    html = pack_page(store, show(store, Filters(kinds=frozenset()), Lens()), title="Nothing")
    assert "No two actors share a sentence" in html
    assert quotes_by_number(html) == {}
