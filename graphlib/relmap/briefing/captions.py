"""What is shown of a store → the words around its picture, which let a reader check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from relmap.briefing.names import readable_actors
from relmap.briefing.words import (
    limits,
    list_outlets,
    number,
    spell_day,
    spell_days,
)
from relmap.errors import LinkError
from relmap.links import Link, write_link
from relmap.models import Filters
from relmap.view.caption import Caption
from relmap.view.directions import LONGEST_TITLE, isolate, shorten

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store

#: What a map is called that nobody gave a title.
TITLE = "Who appears with whom"


def make_caption(
    store: Store, shown: Shown, *, title: str, selection: Sequence[str] = ()
) -> Caption:
    """Return the caption of what is shown.

    The statements: the days of the articles in view, how many these are, what of their actors and
    ties is drawn, the outlets, the filters; then, only where there is something to say, what is
    selected, and layout and colours if they are not the usual ones. The same store, filters and
    lens give the same words on every day. A view of too many choices (thousands of
    outlets) has no link.
    """
    link = _link(Link(shown.view.filters, shown.lens, tuple(selection)))
    statements = (
        _days(shown),
        _articles(shown),
        _drawn(store, shown),
        _outlets(shown),
        f"Filters: {'; '.join(limits(shown.view.filters)) or 'none'}",
        _selected(store, shown, selection),
        _placed(shown),
    )
    return Caption(
        title=shorten(" ".join(title.split()), LONGEST_TITLE).strip() or TITLE,
        statements=tuple(statement for statement in statements if statement),
        made=_made(store),
        link=link,
    )


def _link(link: Link) -> str | None:
    try:
        return write_link(link)
    except LinkError:
        return None


def _days(shown: Shown) -> str:
    """The days of the articles in view, and those that were asked for."""
    days = [day for day in shown.view.article_days() if day is not None]
    asked = _asked(shown.view.filters)
    if not days:
        return f"No dated article in view{asked}"
    one = "of" if min(days) == max(days) else "from"
    return f"Articles {one} {spell_days(min(days), max(days))}{asked}"


def _asked(filters: Filters) -> str:
    first, last = filters.first, filters.last
    if first and last:
        return f" (chosen: {spell_days(first, last)})"
    if first:
        return f" (chosen: from {spell_day(first)} on)"
    return f" (chosen: up to {spell_day(last)})" if last else ""


def _articles(shown: Shown) -> str:
    counts = shown.view.counts
    of_all = f" of {counts.articles_total:,}" if counts.articles < counts.articles_total else ""
    noun = "article" if counts.articles == 1 and not of_all else "articles"
    stories = "1 story" if counts.stories == 1 else f"{counts.stories:,} stories"
    return (
        f"{counts.articles:,}{of_all} {noun} ({stories}), "
        f"{counts.undated:,} undated, {counts.unknown_outlet:,} of unknown outlet"
    )


def _drawn(store: Store, shown: Shown) -> str:
    """What of the view is drawn: "150 of 948 actors shown, the strongest; 1,204 of 5,113 ties"."""
    counts, around = shown.view.counts, shown.lens.around
    where = ""
    if around:
        steps = "1 step" if shown.lens.steps == 1 else f"{shown.lens.steps} steps"
        where = f" within {steps} of {isolate(readable_actors(store, [around])[around].name)}"
    actors = f"{len(shown.actors):,} of {number(shown.within, 'actor')}{where} shown"
    if len(shown.actors) < shown.within:
        actors += ", the nearest and strongest" if around else ", the strongest"
    ties = f"{len(shown.ties):,} of {number(counts.ties, 'tie')} shown"
    return f"{actors}; {ties}{_unfiltered(shown)}"


def _unfiltered(shown: Shown) -> str:
    counts = shown.view.counts
    if (counts.actors, counts.ties) == (counts.actors_total, counts.ties_total):
        return ""
    return (
        f" (without filters {number(counts.actors_total, 'actor')}, "
        f"{number(counts.ties_total, 'tie')})"
    )


def _outlets(shown: Shown) -> str:
    """The outlets of the articles in view; chosen ones are listed though they have no article."""
    counts: Mapping[str | None, int] = shown.view.outlet_counts()
    chosen = shown.view.filters.outlets
    known = {outlet: count for outlet, count in counts.items() if outlet is not None}
    if chosen is not None:
        listed = list_outlets({name: known.get(name, 0) for name in chosen})
        return f"Outlets chosen: {listed or 'none'}"
    return f"Outlets: {list_outlets(known)}" if known else "Outlets: none known"


def drawn_selection(shown: Shown, selection: Sequence[str]) -> tuple[str, ...]:
    """Return the selection if all of it is drawn, else nothing: there is nothing to highlight."""
    if len(selection) == 1:
        is_drawn = any(actor.actor_id == selection[0] for actor in shown.actors)
    else:
        is_drawn = any([tie.source, tie.target] == sorted(selection) for tie in shown.ties)
    return tuple(selection) if is_drawn else ()


def _selected(store: Store, shown: Shown, selection: Sequence[str]) -> str:
    """Say what stands out, or that what was chosen is not in the picture."""
    actors = store.actors()
    if not selection or any(actor_id not in actors for actor_id in selection):
        return ""
    names = readable_actors(store, selection)
    said = " – ".join(isolate(names[actor_id].name) for actor_id in selection)
    if not drawn_selection(shown, selection):
        return f"Chosen but not drawn: {said}"
    if len(selection) == 1:
        return f"Highlighted: {said} and its ties"
    tie = next(tie for tie in shown.ties if [tie.source, tie.target] == sorted(selection))
    return (
        f"Highlighted: {said}, {number(tie.sentences, 'sentence')} "
        f"in {number(tie.articles, 'article')}"
    )


def _placed(shown: Shown) -> str:
    said = []
    if shown.lens.placement == "shown":
        said.append("laid out for what is shown only")
    if shown.lens.colouring == "community":
        said.append("colours show communities, actors often named together")
    text = "; ".join(said)
    return text[:1].upper() + text[1:]


def _made(store: Store) -> str:
    """Version, the day of the last build and what read the articles; never today."""
    try:
        name = f"relmap {version('relmap')}"
    except PackageNotFoundError:  # run from a checkout that was never installed
        name = "relmap"
    built: date = store.built
    return f"{name} · articles last built {spell_day(built)} · read with {store.model}"
