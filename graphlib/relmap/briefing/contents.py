"""What an evidence pack holds, whatever file it becomes: numbered ties with their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from relmap.briefing.names import distinct_names
from relmap.briefing.quotes import passages
from relmap.briefing.remainders import remainders
from relmap.briefing.sources import UNDATED, cite
from relmap.briefing.words import number, spell_days
from relmap.models import Actor, Evidence, Tie
from relmap.view.caption import Caption
from relmap.view.pack import End, Pack, PackTie, Source
from relmap.view.theme import KIND_WORDS

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store

COLUMNS = ("Sentences", "Articles", "Outlets", "First", "Last")
#: The words that stand for a picture name so many ties.
HEAVIEST = 5


def gather(
    store: Store, shown: Shown, caption: Caption, quoted: int, most: int | None = None
) -> Pack:
    """Return what a pack of a map holds; of every tie the newest `quoted` sentences.

    `most` keeps that many of the heaviest ties (None: all) and says that there are more.

    Ties are numbered from the heaviest on: 1, 2, 3 …; where nothing is cut, as many sentences of a
    tie are quoted as its weight says.
    """
    view, ties = shown.view, shown.ties[:most]
    evidence = {tie.tie_id: view.evidence(tie.source, tie.target, limit=quoted) for tie in ties}
    sources = cite(store, {each.article_id for found in evidence.values() for each in found})
    actors = _named(store)
    return Pack(
        caption=caption,
        columns=COLUMNS,
        ties=tuple(
            _pack_tie(place, tie, actors, evidence[tie.tie_id], sources)
            for place, tie in enumerate(ties, start=1)
        ),
        reading=tuple(_reading(shown, ties, quoted)),
        remainders=remainders(store, view.filters),
    )


def _named(store: Store) -> dict[str, Actor]:
    """Return all actors, each under a name that no other one goes by."""
    actors = store.actors()
    names = distinct_names(actors)
    return {key: replace(actor, name=names[key]) for key, actor in actors.items()}


def _pack_tie(
    place: int,
    tie: Tie,
    actors: Mapping[str, Actor],
    evidence: Sequence[Evidence],
    sources: Mapping[str, Source],
) -> PackTie:
    ends = [actors[tie.source], actors[tie.target]]
    one, other = (End(end.name, end.kind, KIND_WORDS[end.kind]) for end in ends)
    return PackTie(
        number=place,
        tie_id=tie.tie_id,
        ends=(one, other),
        cells=_cells(tie),
        counts=f"{number(tie.sentences, 'sentence')} in {number(tie.articles, 'article')}",
        spread=_spread(tie),
        passages=passages(evidence, ends, sources),
        left_out=_left_out(tie.sentences, len(evidence)),
    )


def _cells(tie: Tie) -> tuple[str, ...]:
    numbers = (tie.sentences, tie.articles, tie.outlets)
    days = (tie.first_date, tie.last_date)
    return (*(f"{each:,}" for each in numbers), *(str(day) if day else UNDATED for day in days))


def _spread(tie: Tie) -> str:
    """Say where a tie was found: "from 2 known outlets, 30 March to 5 July 2023"."""
    outlets = f"from {number(tie.outlets, 'known outlet')}, " if tie.outlets else ""
    if tie.first_date is None or tie.last_date is None:
        return f"{outlets}{UNDATED}"
    return f"{outlets}{spell_days(tie.first_date, tie.last_date)}"


def _left_out(sentences: int, quoted: int) -> str:
    if quoted == sentences:
        return ""
    return f"Quoted are the newest {quoted:,}; {sentences - quoted:,} are left out here."


def _reading(shown: Shown, ties: Sequence[Tie], quoted: int) -> Iterator[str]:
    """Say how the pack is to be read, and what it does not hold."""
    yield (
        "Ties are numbered from the heaviest on. Below each stand its sentences, newest article "
        "first, undated ones last."
    )
    if any(tie.sentences > quoted for tie in ties):
        yield f"Of ties with more than {quoted:,} sentences the newest {quoted:,} are quoted."
    if len(ties) < len(shown.ties):
        yield (
            f"The {len(ties):,} heaviest of {len(shown.ties):,} ties stand here; the page of the "
            "same view holds all of them."
        )
    hidden = shown.view.counts.ties - len(shown.ties)
    if hidden:
        yield (
            f"{number(hidden, 'tie')} in view {'is' if hidden == 1 else 'are'} not part of it, "
            "because an actor at one end is not drawn."
        )


def describe_map(shown: Shown, pack: Pack) -> str:
    """Say what the map shows to whoever cannot see it."""
    counts = f"{number(len(shown.actors), 'actor')} and {number(len(shown.ties), 'tie')}"
    heaviest = [f"{tie.name} ({tie.cells[0]})" for tie in pack.ties[:HEAVIEST]]
    told = f" The heaviest, with their sentences: {', '.join(heaviest)}." if heaviest else ""
    return f"Map of {counts}.{told} The table of ties holds the same."
