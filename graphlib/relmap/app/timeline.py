"""The timeline under the map: articles and the chosen tie's sentences, and a brush that filters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from relmap.app.corpus_facts import CorpusFacts
from relmap.app.periods import Bar
from relmap.app.selection import Selection
from relmap.app.wording import UNDATED, count, day, span
from relmap.models import Filters
from relmap.store import View

Days = Mapping[date | None, int]


def timeline(
    facts: CorpusFacts, whole: View, filters: Filters, chosen: Selection
) -> dict[str, Any]:
    """Return what the timeline shows, as the panel takes it.

    `whole` is the view of `without_days(filters)`, so that what a range leaves out is still there
    to be taken in again. Bars are those of the whole corpus: the axis stays under every filter.
    Undated articles and sentences stand beside the bars, whether or not they count.
    """
    articles = whole.article_days()
    ends = chosen.actors if len(chosen.actors) == 2 else ()
    sentences = whole.tie_days(*ends) if ends else {}
    inside = _inside(facts.bars, filters)
    return {
        "title": f"Articles by {facts.bars[0].step}" if facts.bars else "No article has a date",
        "bars": _bars(facts.bars, articles, sentences),
        "from": inside.start,
        "to": inside.stop - 1,
        "range": span(filters.first or facts.first, filters.last or facts.last),
        "brushed": bool(filters.first or filters.last),
        "undated": {
            "articles": articles.get(None, 0),
            "sentences": sentences.get(None, 0),
            "label": UNDATED if filters.undated else f"{UNDATED}, left out",
            "counts": filters.undated,
        },
        "tie": _tie(sentences) if ends else "",
    }


def without_days(filters: Filters) -> Filters:
    """Return the filters for every day, dated or not: what the timeline counts."""
    return replace(filters, first=None, last=None, undated=True, min_weight=1)


def brushed_days(facts: CorpusFacts, event: Mapping[str, object]) -> tuple[date, date] | None:
    """Return the days of the bars that were brushed, or None where the event cannot be meant.

    The event names bars by their places, `{"from": 2, "to": 5}`; it comes from outside.
    """
    first, last = event.get("from"), event.get("to")
    if facts.first is None or facts.last is None:
        return None
    if not (isinstance(first, int) and isinstance(last, int)):
        return None
    if not 0 <= first <= last < len(facts.bars):
        return None
    return max(facts.first, facts.bars[first].first), min(facts.last, facts.bars[last].last)


def _bars(bars: Sequence[Bar], articles: Days, sentences: Days) -> list[dict[str, Any]]:
    counted, named = _fill(bars, articles), _fill(bars, sentences)
    return [
        {"label": bar.label, "first": day(bar.first), "last": day(bar.last), "articles": found}
        | ({"sentences": said} if sentences else {})
        for bar, found, said in zip(bars, counted, named, strict=True)
    ]


def _fill(bars: Sequence[Bar], days: Days) -> list[int]:
    """Add up what falls into each bar; undated ones fall into none."""
    starts = [bar.first for bar in bars]
    sums = [0] * len(bars)
    for when, found in days.items():
        if when is not None and bars:
            sums[bisect_right(starts, when) - 1] += found
    return sums


def _inside(bars: Sequence[Bar], filters: Filters) -> range:
    """Return the places of the bars that hold a day of the range."""
    places = [
        place
        for place, bar in enumerate(bars)
        if not (filters.first and bar.last < filters.first)
        and not (filters.last and bar.first > filters.last)
    ]
    return range(places[0], places[-1] + 1) if places else range(0)


def _tie(sentences: Days) -> str:
    """Name the second row: the whole tie, of which a range of days may keep a part."""
    total = sum(sentences.values())
    return f"{count(total, 'sentence')} of the chosen tie" if total else "no sentence of the tie"
