"""What a pack says of the articles without date or outlet, and of what was not read at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from relmap.briefing.sources import cite
from relmap.models import Filters, Unread
from relmap.view.directions import LONGEST_NAME, LONGEST_TITLE, shorten
from relmap.view.pack import Remainder

if TYPE_CHECKING:
    from relmap.store import Store

#: A pack is to be read: of longer lists it holds the beginning and says how many are missing.
LISTED = 200


@dataclass(frozen=True, slots=True)
class _Lack:
    """What an article can lack (a column of `Store.articles`), and how that is said."""

    column: str
    key: str
    heading: str
    says: str
    none: str


_DATE = _Lack(
    column="date",
    key="undated",
    heading="Undated articles",
    says="No date is known of these articles.",
    none="Every article in view has a date.",
)
_OUTLET = _Lack(
    column="outlet",
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
        _lacking(store, _DATE, replace(filters, undated=True), filters.undated),
        _lacking(store, _OUTLET, replace(filters, unknown_outlet=True), filters.unknown_outlet),
        _unread(store),
    )


def _lacking(store: Store, lack: _Lack, filters: Filters, are_kept: bool) -> Remainder:
    found = _find(store, lack.column, filters)
    counts = "They count here." if are_kept else "They are left out and count nowhere here."
    return Remainder(
        lack.key,
        f"{lack.heading} ({len(found):,})",
        f"{lack.says} {counts}" if found else lack.none,
        sources=tuple(cite(store, found[:LISTED]).values()),
        more=_more(len(found)),
    )


def _find(store: Store, column: str, filters: Filters) -> list[str]:
    """Return the articles that lack what `column` says and that the filters keep."""
    articles = store.articles()
    lacking = articles[articles[column].isna()]["article_id"]
    kept = store.view(filters).article_ids() if len(lacking) else frozenset()
    return [str(article_id) for article_id in lacking if article_id in kept]


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
