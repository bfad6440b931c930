"""What an export of a press database holds: clippings, and what to say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from relmap.corpus import dates
from relmap.corpus.press.rows import Row, slice_of

NOT_SPLIT = (
    "this looks like an export of a press database, but where its articles begin and end is not "
    "sure, so nothing of it is read; export it again with one file per article, or as a table"
)
NO_FIELDS = (
    "the fields of this article (title, outlet, day) were not understood, so all of it is read as "
    "text; remove what is no story, or give the article as a table"
)
NO_BODY = (
    'no line "Body" says where the text of this article begins, so it is read from behind the fields '
    "on; compare it with the article, or give it as a table"
)
NO_TEXT = (
    "this item of the export has no text, only its fields (as a picture or a table has); "
    "put its text in or leave it out"
)


@dataclass(frozen=True, slots=True)
class Clipping:
    """One article of an export: its text and what its fields tell, None where they tell nothing.

    `notice` says what is wrong with it. A clipping without text is no article.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    day: date | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """The clippings of an export in their order; none where it could not be taken apart."""

    clippings: tuple[Clipping, ...] = ()
    notice: str = ""


class Fields(NamedTuple):
    """What stands above an article: title, outlet and the line with its day, "" where nothing does."""

    title: str
    outlet: str
    day: str


def clip(story: str, fields: Fields, top: str = "") -> Clipping:
    """Return the clipping of a story; `top` is what stands above it and is no field."""
    if not story:
        return Clipping("", notice=NO_TEXT)
    day = dates.parse_start(fields.day)
    notice = (
        ""
        if day
        else f'the date "{fields.day[:60]}" was not understood; the article is kept as undated unless '
        "its text tells the day; give the article as a table with dates as YYYY-MM-DD"
    )
    text = f"{top}\n\n{story}" if top else story
    return Clipping(text, fields.title or None, fields.outlet or None, day, notice)


def without_fields(text: str, rows: Sequence[Row]) -> Clipping:
    """Return the clipping of an article whose fields are not understood: all of it is text."""
    return Clipping(slice_of(text, rows), notice=NO_FIELDS)


def counted(found: int, said: int) -> str:
    """Return the notice for an export whose cover promises another number of articles, else ""."""
    if found == said:
        return ""
    return (
        f"the cover of this export lists {said:,} documents and {found:,} were found in it; "
        "export the missing ones again"
    )


def left_over(characters: int) -> str:
    """Return the notice for text behind the last article."""
    return (
        f"behind the last article of this export stand {characters:,} characters that belong to "
        "none and are not read; put them into a file of their own if they are an article"
    )
