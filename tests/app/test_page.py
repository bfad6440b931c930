from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relmap.app import evidence, sidebar
from relmap.app.evidence import panel
from relmap.app.selection import Selection
from relmap.app.stock import filter_key, map_of
from relmap.models import Filters, Lens
from relmap.store import Store, view

if TYPE_CHECKING:
    from .conftest import Dashboard

    Start = Callable[[Path | None], Dashboard]

TIE = ("country:PK", "country:RU")


def test_nothing_is_chosen_and_the_page_says_what_to_do(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store)
    counts = Store.open(seeds_store).view(Filters()).counts
    assert page.counts == (
        f"{counts.actors} of {counts.actors} actors, {counts.ties} of {counts.ties} ties, "
        "5 of 5 articles"
    )
    told = page.panel("evidence")
    assert told["steps"][0] == "Click a line between two actors to read its sentences."
    assert told["ties"][0]["id"] == "|".join(TIE)


def test_a_tie_opens_as_many_sentences_as_it_weighs(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store).choose(*TIE)
    table = page.panel("table")
    weight = next(row["cells"][2] for row in table["rows"] if row["id"] == "|".join(TIE))
    assert len(page.sentences) == weight == page.panel("evidence")["total"]
    assert page.panel("chosen")["selected"] == "|".join(TIE)


def test_a_click_does_not_send_the_map_again(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store)
    before = page.panel("map"), page.panel("table")
    page.choose(*TIE)
    assert (page.panel("map"), page.panel("table")) == before


def test_every_tie_reconciles_with_its_panel(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    view = store.view(Filters())
    assert view.ties
    for tie in view.ties:
        shown = panel(store, view, Selection((tie.source, tie.target)), pages=1)
        sentences = [item for group in shown["groups"] for item in group["sentences"]]
        assert len(sentences) == tie.sentences == shown["total"]
        for sentence in sentences:
            named = {piece.get("side") for piece in sentence["segments"]}
            assert {"source", "target"} <= named


def test_articles_come_newest_first_and_undated_last(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    shown = panel(store, store.view(Filters()), Selection(TIE), pages=1)
    known = [group["date_known"] for group in shown["groups"]]
    assert known == sorted(known, reverse=True)
    assert not known[-1]
    assert shown["groups"][-1]["date"] == "undated"
    assert shown["groups"][0]["date"] == "5 July 2023"
    assert shown["groups"][0]["date_note"].startswith("from ")


def test_long_lists_unfold_without_losing_their_count(
    seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "PAGE", 5)
    store = Store.open(seeds_store)
    view = store.view(Filters())
    weight = next(tie.sentences for tie in view.ties if (tie.source, tie.target) == TIE)
    first, last = (panel(store, view, Selection(TIE), pages) for pages in (1, 9))
    counted = [sum(len(group["sentences"]) for group in each["groups"]) for each in (first, last)]
    assert counted == [5, weight]
    assert first["total"] == last["total"] == weight
    assert first["more"] == f"Show 5 more of {weight - 5}"
    assert last["more"] == ""


def test_an_actor_is_told_with_aliases_ties_and_sentences(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store).choose("country:RU")
    shown = page.panel("evidence")
    assert [end["name"] for end in shown["ends"]] == ["Russia"]
    found_as = shown["facts"][-1]["values"]
    store = Store.open(seeds_store)
    assert {alias["text"]: alias["count"] for alias in found_as} == {
        alias.surface: alias.mentions for alias in store.actors()["country:RU"].aliases
    }
    weights = [row["sentences"] for row in shown["ties"]]
    assert weights == sorted(weights, reverse=True)
    total = len(store.view(Filters()).sentences_of("country:RU"))
    assert len(page.sentences) == total == shown["total"]
    assert shown["summary"].startswith(f"{total} sentences in ")


def test_filters_change_map_counts_table_and_evidence_alike(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store).choose(*TIE)
    page.set(sidebar.UNDATED, False).set(sidebar.FIRST, date(2023, 7, 1))
    counts = page.counts
    assert counts.endswith("1 of 5 articles")
    assert counts.startswith(f"{len(page.panel('map')['nodes'])} of ")
    assert f"{len(page.panel('map')['edges'])} of " in counts
    assert len(page.panel("table")["rows"]) == len(page.panel("map")["edges"])
    weight = next(
        row["cells"][2] for row in page.panel("table")["rows"] if row["id"] == "|".join(TIE)
    )
    assert len(page.sentences) == weight
    assert {group["date"] for group in page.panel("evidence")["groups"]} == {"5 July 2023"}
    assert page.press("reset").counts.endswith("5 of 5 articles")


def test_a_selection_that_the_filters_take_away_is_said_so(
    dashboard: Start, seeds_store: Path
) -> None:
    page = dashboard(seeds_store).choose(*TIE).set(sidebar.WEIGHT, 14)
    assert len(page.sentences) == 14
    page.set(sidebar.kind_key("country"), False)
    gone = page.panel("evidence")
    assert gone["title"] == "Pakistan – Russia"
    assert "leave out a kind" in gone["lead"]
    assert [action["do"] for action in gone["actions"]] == ["reset", "clear"]
    page.choose("country:RU")
    assert page.panel("evidence")["lead"] == "This actor is not in view under the filters."


def test_a_filter_lists_the_strongest_once(
    dashboard: Start, seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search, the map and the table show the same actors, more of them or fewer."""
    page = dashboard(seeds_store)
    asked: list[int | None] = []
    list_actors = view.list_actors

    def note(index, selected, names, top: int | None):
        asked.append(top)
        return list_actors(index, selected, names, top)

    monkeypatch.setattr(view, "list_actors", note)
    for day in (date(2023, 7, 1), date(2023, 7, 2)):
        asked.clear()
        page.set(sidebar.FIRST, day)
        assert asked == [sidebar.FOUND]


def test_empty_views_say_what_to_do_next(dashboard: Start, hostile_store: Path) -> None:
    page = dashboard(hostile_store)
    page.set(sidebar.WEIGHT, 3).set(sidebar.kind_key("country"), False)
    assert page.panel("evidence")["title"] == "No tie in view"
    page.set(sidebar.UNDATED, False).set(sidebar.FIRST, date(2024, 2, 1))
    page.set(sidebar.LAST, date(2024, 2, 2))
    assert page.counts.endswith("0 of 4 articles")
    assert page.panel("evidence")["title"] == "No article in view"
    assert page.panel("evidence")["actions"] == [{"do": "reset", "label": "Reset filters"}]
    assert page.panel("table")["rows"] == []


def test_days_in_the_wrong_order_are_refused_in_words(
    dashboard: Start, hostile_store: Path
) -> None:
    page = dashboard(hostile_store)
    page.set(sidebar.LAST, date(2024, 1, 3)).set(sidebar.FIRST, date(2024, 2, 1))
    assert "lies after" in page.page.error[0].value


def test_a_search_selects_flies_and_empties_the_field(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store)
    page.page.selectbox(key=sidebar.FIND).select("country:CN")
    page.run()
    assert page.panel("chosen")["selected"] == page.panel("chosen")["fly"]["id"] == "country:CN"
    assert page.page.selectbox(key=sidebar.FIND).value is None


def test_outlets_carry_their_counts(dashboard: Start, hostile_store: Path) -> None:
    page = dashboard(hostile_store)
    outlets = page.page.multiselect(key=sidebar.OUTLETS)
    hostile = ":red[Outlet] <b>two</b> ![y](http://evil.example/y.png) (1)"
    assert list(outlets.options) == ["The Paper (2)", hostile]
    page.set(sidebar.OUTLETS, ["The Paper"]).set(sidebar.UNKNOWN, False)
    assert page.counts.endswith("2 of 4 articles")


def test_hostile_text_reaches_the_panels_as_it_is_and_nothing_else(
    dashboard: Start, hostile_store: Path
) -> None:
    page = dashboard(hostile_store).choose(*TIE)
    groups = page.panel("evidence")["groups"]
    article = Store.open(hostile_store).article(groups[-1]["id"])
    assert groups[-1]["title"] == article.title
    assert str(article.title).startswith("<script>alert(1)</script> and **bold** ![x](http")
    assert groups[-1]["outlet"] == article.outlet
    assert [group["url"] for group in groups] == ["https://example.org/a", None]
    assert page.sentences[1:] == [
        "Russia met Pakistan <b>twice</b>.",
        "Then Russia praised **Pakistan**.",
    ]
    markup = ("markdown", "html", "caption", "header", "title", "heading")
    shown = [str(part.proto) for kind in markup for part in page.page.get(kind)]
    assert not [text for text in shown if "evil" in text or "script" in text]


def test_the_whole_article_is_marked_at_the_sentence(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store).choose(*TIE)
    group = page.panel("evidence")["groups"][0]
    sentence = group["sentences"][0]
    wanted = page.sentences[0]
    page.read(group["id"], sentence["start"], sentence["end"])
    lines = page.panel("reader")["lines"]
    pieces = [piece for line in lines for piece in line["segments"]]
    assert "".join(piece["text"] for piece in pieces if piece.get("here")) == wanted
    aside = ["".join(p["text"] for p in line["segments"]) for line in lines if not line["evidence"]]
    assert any(text.startswith("Also Read") for text in aside)


def test_what_was_not_read_is_counted_and_listed(dashboard: Start, hostile_store: Path) -> None:
    page = dashboard(hostile_store)
    missed = Store.open(hostile_store).unread()
    assert missed
    label = f"Not read ({len(missed)})"
    assert label in [tab.label for tab in page.page.tabs]
    page.set(f"tables.{len(missed)}", label)
    rows = page.panel("table")["rows"]
    assert [row["cells"][2] for row in rows] == [item.reason for item in missed]


@pytest.mark.parametrize("name", ["missing", "a_file"])
def test_a_store_that_cannot_be_opened_is_told_with_its_remedy(
    dashboard: Start, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a_file").write_text("not a store", encoding="utf-8")
    page = dashboard(tmp_path / name)
    assert name in page.page.error[0].value.replace("\\", "")
    assert "store" in page.page.error[0].value


def test_the_first_start_builds_the_sample_articles(dashboard: Start) -> None:
    page = dashboard(None)
    assert page.page.title[0].value == "Sample articles"
    assert page.counts.endswith("5 of 5 articles")


def test_a_name_that_could_be_several_people_says_so_everywhere(
    dashboard: Start, tmp_path: Path
) -> None:
    from relmap.build import build

    texts = (
        "Nawaz Sharif visited China. Vladimir Putin praised Nawaz Sharif.",
        "Shehbaz Sharif visited Russia. Vladimir Putin met Shehbaz Sharif.",
        "Vladimir Putin called Sharif on Monday.",
    )
    for place, text in enumerate(texts):
        (tmp_path / f"{place}.txt").write_text(text, encoding="utf-8")
    build([tmp_path], tmp_path / "store")
    page = dashboard(tmp_path / "store").choose("person:sharif")
    shown = page.panel("evidence")
    assert shown["ends"][0]["unresolved"]
    assert shown["notes"] == ["“Sharif” could be several people. It was not joined to any of them."]
    drawn = {row["name"]: row for row in page.panel("map")["nodes"]}
    assert drawn["Sharif"]["unresolved"]
    assert drawn["Sharif"]["label"] == "Sharif ?"
    assert not drawn["Nawaz Sharif"]["unresolved"]
    assert page.panel("legend")["unresolved"]
    row = next(row for row in page.panel("table")["rows"] if "Sharif" in row["cells"][:2])
    assert row["unresolved"][row["cells"].index("Sharif")]


def test_equal_filters_are_one_view() -> None:
    one = Filters(outlets=frozenset({"a", "b"}))
    assert filter_key(one) == filter_key(Filters(outlets=frozenset({"b", "a"})))
    assert filter_key(one) != filter_key(Filters(outlets=frozenset({"a"})))
    assert filter_key(Filters(outlets=frozenset())) != filter_key(Filters())
    assert filter_key(Filters(references=True)) != filter_key(Filters())


def test_a_built_store_is_shown_without_the_language_model(
    project: Path, seeds_store: Path
) -> None:
    code = f"""
import os, sys
os.environ["RELMAP_STORE"] = {str(seeds_store)!r}
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({str(project / "dashboard.py")!r}, default_timeout=120).run()
assert not page.exception
assert page.text[0].value.endswith("5 of 5 articles")
sys.exit("spacy" in sys.modules or "thinc" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_switch_counts_words_that_stand_for_an_actor(
    dashboard: Start, seeds_store: Path
) -> None:
    who = "person:wang-xiaohong"
    page = dashboard(seeds_store).choose(who)
    by_name = page.sentences
    assert not page.page.session_state[sidebar.REFERENCES]
    page.set(sidebar.REFERENCES, True)
    view = Store.open(seeds_store).view(Filters(references=True))
    assert page.sentences == [one.sentence for one in view.sentences_of(who)]
    assert len(page.sentences) == len(by_name) + 1
    referred = [
        piece["text"]
        for group in page.panel("evidence")["groups"]
        for sentence in group["sentences"]
        for piece in sentence["segments"]
        if piece.get("referred")
    ]
    assert referred == ["he"]
    assert "she" in page.panel("legend")["referred"]
    page.set(sidebar.REFERENCES, False)
    assert page.sentences == by_name


def test_the_map_does_not_move_with_the_switch(seeds_store: Path) -> None:
    store = Store.open(seeds_store)
    shown = [map_of(store, Filters(references=on), Lens()) for on in (False, True)]
    places = [{node["id"]: (node["x"], node["y"]) for node in drawn.nodes} for drawn in shown]
    assert places[0] == places[1]
