"""What an evidence pack holds, whatever file it becomes: numbered ties with their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relmap.briefing.names import readable_actors
from relmap.briefing.quotes import allot, passages, say_allotted
from relmap.briefing.remainders import remainders
from relmap.briefing.sources import UNDATED, cite
from relmap.briefing.words import number, spell_days
from relmap.models import Actor, Evidence, Tie
from relmap.view.caption import Caption
from relmap.view.pack import End, Pack, PackTie, Source
from relmap.view.theme import KIND_WORDS

if TYPE_CHECKING:
    from relmap.shown import Shown
    from relmap.store import Store, View

COLUMNS = ("Sentences", "Articles", "Outlets", "First", "Last", "Undated")
#: The words that stand for a picture name so many ties.
HEAVIEST = 5


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a pack holds: `quoted` sentences of a tie, `total` in all, the `ties` heaviest.

    None sets no limit.
    """

    quoted: int
    total: int | None = None
    ties: int | None = None


def gather(store: Store, shown: Shown, caption: Caption, extent: Extent) -> Pack:
    """Return what a pack of a map holds: of every tie the newest sentences, and what it leaves out.

    Ties are numbered from the heaviest on: 1, 2, 3 …; where nothing is cut, as many sentences of a
    tie are quoted as its weight says.
    """
    view, ties = shown.view, shown.ties[: extent.ties]
    shares = allot(ties, extent.quoted, extent.total)
    evidence = {
        tie.tie_id: view.evidence(tie.source, tie.target, limit=share) if share else ()
        for tie, share in zip(ties, shares, strict=True)
    }
    sources = cite(store, {each.article_id for found in evidence.values() for each in found})
    actors = readable_actors(store, {end for tie in ties for end in (tie.source, tie.target)})
    return Pack(
        caption=caption,
        columns=COLUMNS,
        ties=tuple(
            _pack_tie(place, tie, view, actors, evidence[tie.tie_id], sources)
            for place, tie in enumerate(ties, start=1)
        ),
        reading=tuple(_reading(shown, ties, say_allotted(ties, shares, extent.quoted))),
        remainders=remainders(store, view.filters),
    )


def _pack_tie(  # noqa: PLR0913, PLR0917 - what all ties share, and what is this one's
    place: int,
    tie: Tie,
    view: View,
    actors: Mapping[str, Actor],
    evidence: Sequence[Evidence],
    sources: Mapping[str, Source],
) -> PackTie:
    ends = [actors[tie.source], actors[tie.target]]
    one, other = (End(end.name, end.kind, KIND_WORDS[end.kind]) for end in ends)
    undated = view.tie_days(tie.source, tie.target).get(None, 0)
    return PackTie(
        number=place,
        tie_id=tie.tie_id,
        ends=(one, other),
        cells=_cells(tie, undated),
        counts=f"{number(tie.sentences, 'sentence')} in {number(tie.articles, 'article')}",
        spread=_spread(tie, undated),
        passages=passages(evidence, ends, sources),
        left_out=_left_out(tie.sentences, len(evidence)),
    )


def _cells(tie: Tie, undated: int) -> tuple[str, ...]:
    numbers = (tie.sentences, tie.articles, tie.outlets)
    days = (tie.first_date, tie.last_date)
    first, last = (str(day) if day else UNDATED for day in days)
    return (*(f"{each:,}" for each in numbers), first, last, f"{undated:,}")


def _spread(tie: Tie, undated: int) -> str:
    """Say where a tie was found: "from 2 known outlets, 30 March to 5 July 2023".

    Days are those of dated sentences; how many are not is said: ", 10 of 14 sentences undated".
    """
    outlets = f"from {number(tie.outlets, 'known outlet')}, " if tie.outlets else ""
    if tie.first_date is None or tie.last_date is None:
        return f"{outlets}{UNDATED}"
    of_all = f", {undated:,} of {number(tie.sentences, 'sentence')} undated" if undated else ""
    return f"{outlets}{spell_days(tie.first_date, tie.last_date)}{of_all}"


def _left_out(sentences: int, quoted: int) -> str:
    if quoted == sentences:
        return ""
    if not quoted:
        return f"None of {number(sentences, 'sentence')} is quoted here."
    verb = "is" if quoted == 1 else "are"
    return f"The newest {quoted:,} of {sentences:,} sentences {verb} quoted."


def _reading(shown: Shown, ties: Sequence[Tie], allotted: str) -> Iterator[str]:
    """Say how the pack is to be read, and what it does not hold."""
    yield (
        "Ties are numbered from the heaviest on. Below each stand its sentences, newest article "
        "first, undated ones last."
    )
    if allotted:
        yield f"{allotted}."
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
