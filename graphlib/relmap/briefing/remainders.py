"""What a pack says of the articles without date or outlet, and of what was not read at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from relmap.briefing.sources import cite
from relmap.models import Filters, Unread
from relmap.view.directions import LONGEST_NAME, LONGEST_TITLE, shorten
from relmap.view.pack import Remainder, Source

if TYPE_CHECKING:
    from relmap.store import Store, View

#: A pack is to be read: of longer lists it holds the beginning and says how many are missing.
LISTED = 200


@dataclass(frozen=True, slots=True)
class _Lack:
    """What an article can lack, and how that is said."""

    key: str
    heading: str
    says: str
    none: str


_DATE = _Lack(
    key="undated",
    heading="Undated articles",
    says="No date is known of these articles.",
    none="Every article in view has a date.",
)
_OUTLET = _Lack(
    key="unknown-outlet",
    heading="Articles of unknown outlet",
    says="Who published these articles is not known.",
    none="The outlet of every article in view is known.",
)


def remainders(store: Store, filters: Filters) -> tuple[Remainder, ...]:
    """Return the undated articles, those of unknown outlet, and what was not read, in this order.

    Articles that only a switch leaves out ("no undated articles") are listed and said to be left
    out; those that other filters leave out are not.
    """
    return (
        _undated(store, filters),
        _of_unknown_outlet(store, filters),
        _unread(store),
    )


def _undated(store: Store, filters: Filters) -> Remainder:
    view = store.view(replace(filters, undated=True))
    days = view.article_days()
    count = days.get(None, 0)
    # Undated articles stand last.
    listed = _cite(store, view, sum(days.values()) - count, count)
    return _lacking(_DATE, filters.undated, count, listed)


def _of_unknown_outlet(store: Store, filters: Filters) -> Remainder:
    # No outlet is chosen, so only those are kept that have none.
    view = store.view(replace(filters, outlets=frozenset(), unknown_outlet=True))
    count = sum(view.article_days().values())
    return _lacking(_OUTLET, filters.unknown_outlet, count, _cite(store, view, 0, count))


def _cite(store: Store, view: View, start: int, count: int) -> tuple[Source, ...]:
    """Cite the first of the `count` articles that stand at `start` in a view."""
    rows = view.article_rows(start, min(count, LISTED))
    return tuple(cite(store, rows["article_id"]).values())


def _lacking(lack: _Lack, are_kept: bool, count: int, listed: tuple[Source, ...]) -> Remainder:
    counts = "They count here." if are_kept else "They are left out and count nowhere here."
    return Remainder(
        lack.key,
        f"{lack.heading} ({count:,})",
        f"{lack.says} {counts}" if count else lack.none,
        sources=listed,
        more=_more(count),
    )


def _unread(store: Store) -> Remainder:
    unread = store.unread()
    return Remainder(
        "unread",
        f"Not read ({len(unread):,})",
        "These inputs did not become articles and count nowhere here."
        if unread
        else "Everything that was given could be read.",
        unread=tuple(_named(unread[:LISTED])),
        more=_more(len(unread)),
    )


def _named(unread: Iterable[Unread]) -> Iterable[Unread]:
    """A pack goes to others: it names files, not the folders of whoever made it."""
    return (
        replace(
            each,
            path=shorten(_name(each.path), LONGEST_NAME),
            reason=shorten(each.reason, LONGEST_TITLE),
        )
        for each in unread
    )


def _name(path: str) -> str:
    return PurePosixPath(PureWindowsPath(path).as_posix()).name or path


def _more(count: int) -> str:
    return f"and {count - LISTED:,} more" if count > LISTED else ""
