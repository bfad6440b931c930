"""The evidence beside the map: the sentences that a tie or an actor stands on, and the way in.

The panel counts what it shows: a tie's sentences are as many as its weight, however many of them
are unfolded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from relmap.app.partners import strongest_ties
from relmap.app.passages import Names, names_for, segments
from relmap.app.selection import Selection
from relmap.app.wording import (
    KIND_LABELS,
    UNDATED,
    UNKNOWN_OUTLET,
    count,
    day,
    headline,
    number,
    origin,
    span,
)
from relmap.models import Actor, Article, Evidence, Kind, Tie
from relmap.store import Store, View
from relmap.view.theme import KIND_WORDS

#: So many sentences are unfolded at a time.
PAGE = 40
#: So many ties are offered beside an actor, or where nothing is chosen.
STRONGEST = 8

Data = dict[str, Any]


def panel(store: Store, view: View, selection: Selection, pages: int) -> Data:
    """Return what the evidence panel shows for a selection with so many pages unfolded."""
    if selection.actors and not all(end in store.actors() for end in selection.actors):
        return _advice("Not in these articles", "What was chosen does not occur here.", ["clear"])
    if selection.actor_id:
        return _actor(store, view, selection.actor_id, pages)
    if selection.tie_id:
        return _tie(store, view, selection, pages)
    return _nothing(store, view)


def _tie(store: Store, view: View, selection: Selection, pages: int) -> Data:
    source, target = selection.actors
    tie = view.find_tie(*selection.actors)
    ends = [_end(store.actors()[end]) for end in selection.actors]
    if tie is None:
        title = " – ".join(end["name"] for end in ends)
        return _advice(title, _why_gone(view, [end["kind"] for end in ends]), ["reset", "clear"])
    evidence = view.evidence(source, target, limit=pages * PAGE)
    return {
        "about": selection.tie_id,
        "ends": ends,
        "summary": _tie_summary(view, tie),
        "notes": _unresolved(store.actors()[end] for end in selection.actors),
        "facts": [],
        "ties": [],
        "groups_heading": "",
        "groups": _groups(store, evidence, selection.actors),
        "more": _more(tie.sentences - len(evidence)),
        "total": tie.sentences,
    }


def _why_gone(view: View, kinds: Iterable[Kind]) -> str:
    """Say why a tie that exists is not in view: nothing is dropped in silence."""
    filters = view.filters
    if not filters.kinds.issuperset(kinds):
        return "This tie is not in view: the filters leave out a kind of actor that it joins."
    if filters.min_weight > 1:
        least = number(filters.min_weight)
        return f"This tie has no sentence under the filters, or fewer than {least}."
    return "This tie has no sentence under the filters."


def _tie_summary(view: View, tie: Tie) -> str:
    """Say where a tie was found; the days are those of its dated sentences, so the rest is told."""
    parts = [f"{count(tie.sentences, 'sentence')} in {count(tie.articles, 'article')}"]
    if tie.outlets:
        parts.append(f"from {count(tie.outlets, 'known outlet')}")
    days = span(tie.first_date, tie.last_date)
    undated = view.tie_days(tie.source, tie.target).get(None, 0)
    if days and undated:
        days = f"{days}, {number(undated)} undated"
    return ", ".join([*parts, days or UNDATED])


def _actor(store: Store, view: View, actor_id: str, pages: int) -> Data:
    actor = store.actors()[actor_id]
    seen = view.find_actor(actor_id)
    if seen is None:
        message = "This actor is not in view under the filters."
        return _advice(actor.name, message, ["reset", "clear"])
    sentences = view.sentences_of(actor_id, limit=pages * PAGE)
    ties, partners = strongest_ties(view, actor_id, STRONGEST)
    total = seen.sentences
    named = f"{count(total, 'sentence')} in {count(seen.articles, 'article')}"
    more = partners - STRONGEST
    return {
        "about": actor_id,
        "ends": [_end(actor)],
        "summary": f"{named}, {count(seen.mentions, 'mention')}, {count(partners, 'tie')}",
        "notes": _unresolved([actor]),
        "facts": _facts(actor),
        "ties_heading": "Strongest ties",
        "ties": _bars(store, ties, actor_id),
        "ties_more": f"{number(more)} more in the table of ties" if more > 0 else "",
        "groups_heading": f"{count(total, 'sentence').capitalize()}, newest article first",
        "groups": _groups(store, sentences, (actor_id,)),
        "more": _more(total - len(sentences)),
        "total": total,
    }


def _unresolved(actors: Iterable[Actor]) -> list[str]:
    """Return a line for every name that was not joined to one actor: a guess would be worse."""
    return [
        f"“{actor.name}” could be several {several}. It was not joined to any of them."
        for actor in actors
        if actor.ambiguous
        for several in [KIND_LABELS[actor.kind].lower()]
    ]


def _facts(actor: Actor) -> list[Data]:
    """Return who an actor is: its kind and code, its titles, and the names it was found under."""
    what = [{"text": KIND_WORDS[actor.kind]}]
    if actor.country_code:
        what.append({"text": actor.country_code})
    aliases = sorted(actor.aliases, key=lambda alias: (-alias.mentions, alias.surface))
    named: list[Data] = [{"text": alias.surface, "count": alias.mentions} for alias in aliases]
    groups: tuple[tuple[str, list[Data]], ...] = (
        ("Kind", list(what)),
        ("Titles", [{"text": title} for title in actor.titles]),
        ("Found as (in all articles)", named),
    )
    return [{"label": label, "values": values} for label, values in groups if values]


def _nothing(store: Store, view: View) -> Data:
    """Say what to do where nothing is chosen, or why there is nothing to choose."""
    if view.counts.articles_total == 0:
        return _advice("No articles yet", "Add articles in the sidebar to draw their map.", [])
    if view.counts.articles == 0:
        return _advice("No article in view", "No article matches the filters.", ["reset"])
    if not view.filters.kinds:
        return _advice("No tie in view", "No kind of actor is chosen.", ["reset"])
    if not view.counts.ties:
        message = "No two actors share a sentence under the filters."
        return _advice("No tie in view", message, ["reset"])
    advice = _advice(
        "Read the evidence",
        "Every line on the map stands for the sentences that name both actors.",
        [],
        steps=(
            "Click a line between two actors to read its sentences.",
            "Click an actor to see who it is and whom it is tied to.",
            "Or choose a row in the table of ties.",
        ),
    )
    ties = _bars(store, view.heaviest(STRONGEST), None)
    return {**advice, "ties_heading": "Strongest ties in view", "ties": ties}


_ACTIONS = {"reset": "Reset filters", "clear": "Close"}


def _advice(title: str, lead: str, actions: Sequence[str], steps: Sequence[str] = ()) -> Data:
    return {
        "about": title,
        "title": title,
        "lead": lead,
        "steps": list(steps),
        "actions": [{"do": action, "label": _ACTIONS[action]} for action in actions],
        "ties": [],
    }


def _end(actor: Actor) -> Data:
    end = {"id": actor.actor_id, "name": actor.name, "kind": actor.kind}
    return {**end, "unresolved": actor.ambiguous}


def _bars(store: Store, ties: Sequence[Tie], besides: str | None) -> list[Data]:
    """Return ties as rows with a bar; `besides` is the actor whose name goes without saying."""
    actors = store.actors()
    most = max((tie.sentences for tie in ties), default=1)
    return [
        {
            "id": tie.tie_id,
            "names": [_end(actors[end]) for end in (tie.source, tie.target) if end != besides],
            "sentences": tie.sentences,
            "share": round(tie.sentences / most, 3),
        }
        for tie in ties
    ]


def _groups(store: Store, shown: Sequence[Evidence], chosen: Sequence[str]) -> list[Data]:
    """Group numbered sentences by article, in the order the view gives: newest first."""
    names = names_for(store.actors(), chosen)
    groups = [
        list(items)
        for _, items in groupby(enumerate(shown, start=1), key=lambda item: item[1].article_id)
    ]
    articles = store.read_articles(items[0][1].article_id for items in groups)
    return [_group(article, items, names) for article, items in zip(articles, groups, strict=True)]


def _more(left: int) -> str:
    return f"Show {number(min(left, PAGE))} more of {number(left)}" if left > 0 else ""


def _group(article: Article, numbered: Sequence[tuple[int, Evidence]], names: Names) -> Data:
    return {
        "id": article.article_id,
        "titled": article.title is not None,
        "title": headline(article),
        "url": article.url,
        "date": day(article.date),
        "date_known": article.date is not None,
        "date_note": origin(article.date_source) if article.date else "",
        "outlet": article.outlet or UNKNOWN_OUTLET,
        "outlet_known": article.outlet is not None,
        "outlet_note": origin(article.outlet_source) if article.outlet else "",
        "sentences": [
            {
                "number": place,
                "start": item.start,
                "end": item.end,
                "segments": segments(item.sentence, item.start, item.marks, names),
            }
            for place, item in numbered
        ],
    }
