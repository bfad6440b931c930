"""Articles as they are cited, with or without a title."""

from __future__ import annotations

import pytest

from relmap.briefing.sources import OPENING, cite
from relmap.errors import StoreError
from relmap.store import Store


def test_every_article_is_cited_with_what_is_known_of_it(store: Store) -> None:
    articles = store.articles()
    cited = cite(store, articles["article_id"])
    assert list(cited) == list(articles["article_id"])
    titles = {source.title for source in cited.values()}
    assert "Pak-Russia alliance against terrorism" in titles
    dated = [source for source in cited.values() if source.day != "undated"]
    assert {source.day for source in dated} == {"30 March 2023", "5 July 2023"}
    assert {source.outlet for source in dated} == {"The Diplomatic Insight"}


def test_an_untitled_article_is_cited_by_its_beginning(store: Store) -> None:
    untitled = [
        source
        for source in cite(store, store.articles()["article_id"]).values()
        if source.title.startswith("Untitled: “")
    ]
    assert untitled
    for source in untitled:
        assert source.title.endswith(" …”")
        assert len(source.title) <= OPENING + len("Untitled: “ …”")
        assert "\n" not in source.title


def test_nothing_asked_for_is_nothing_cited(store: Store) -> None:
    assert cite(store, []) == {}


def test_an_article_that_is_not_there_is_never_left_out_unseen(store: Store) -> None:
    with pytest.raises(StoreError, match="no such article"):
        cite(store, ["no such article"])
