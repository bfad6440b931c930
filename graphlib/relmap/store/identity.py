"""What makes two articles the same one, and the places that one is read at."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path

from relmap.models import Article

# What Python makes of a byte in a name that is not UTF-8.
_BYTE = re.compile("[\udc80-\udcff]")


def digest(values: Iterable[object]) -> str:
    """Return 32 hex digits that stand for a sequence of texts, numbers and None."""
    made = hashlib.blake2b(digest_size=16)
    for value in values:
        made.update(json.dumps(value).encode("ascii"))
        made.update(b"\n")
    return made.hexdigest()


def content_hash(article: Article) -> str:
    """Return what identifies an article's content, wherever it was read.

    Outlet and date belong to it: the same wire copy in two papers is two articles.
    """
    day = article.date.isoformat() if article.date else None
    return digest((article.title, article.text, day, article.outlet, article.url))


def source_of(path: str, *, upload: bool) -> str:
    """Return the name of an input under which a later build finds it again."""
    return sayable(f"upload:{path}" if upload else normpath(Path(path).absolute()))


def bounds_inside(source: str) -> tuple[str, str]:
    """Return the bounds between which the names of all sources inside of one lie."""
    inside = str(Path(source) / "x")[:-1]
    return inside, inside[:-1] + chr(ord(inside[-1]) + 1)


def places_of(source: str) -> tuple[str, ...]:
    """Return a source, and all in which it lies."""
    return (source, *map(str, Path(source).parents))


def sayable(path: str) -> str:
    """Return a path that can be stored and shown: bytes that are no text become escapes.

    They are those of `corpus.sources.shown`: the same file has one name here, however it was given.
    """
    path = _BYTE.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", path)
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Copy:
    """One place where an article was read; `key` is the article's number in the catalogue.

    `content` is the hash of the content, `own_id` the id that the corpus gave it, `date` ISO text.
    """

    key: int
    content: str
    own_id: str
    path: str
    row: int | None
    title: str | None
    title_source: str
    outlet: str | None
    outlet_source: str
    date: str | None
    date_source: str
    url: str | None
    words: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Owned:
    """An article of the store, with the id it is known by and the copy it is shown as."""

    article_id: str
    copy: Copy
