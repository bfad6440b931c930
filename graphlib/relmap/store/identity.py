"""What makes two articles the same one, and which of several copies an article is read from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path

from relmap.models import Article, Unread


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


def sayable(path: str) -> str:
    """Return a path that can be stored and shown: bytes that are no text become escapes."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the article with the catalogue's number `key` was read."""

    key: int
    path: str
    row: int | None


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

    @property
    def place(self) -> Place:
        """Where it was read."""
        return Place(self.key, self.path, self.row)


@dataclass(frozen=True, slots=True)
class Owned:
    """An article of the store, with the id it is known by and the copy it is shown as."""

    article_id: str
    copy: Copy


def choose_copies(copies: Iterable[Copy]) -> tuple[list[Owned], list[Unread]]:
    """Let the first copy of each content be the article; say which were left out or renamed.

    The order of the copies decides, never the order in which they were read: building a folder
    in two goes gives what building it in one gives.
    """
    first: dict[str, Owned] = {}
    said: list[Unread] = []
    taken: set[str] = set()
    renamed_in: set[str] = set()
    for copy in copies:
        if copy.content in first:
            said.append(_as_unread(copy, first[copy.content]))
            continue
        article_id = _free_id(copy, taken)
        taken.add(article_id)
        first[copy.content] = Owned(article_id, copy)
        # Once a file: where two tables count from 1, its other rows are no different.
        if article_id != copy.own_id and copy.path not in renamed_in:
            renamed_in.add(copy.path)
            said.append(_as_renamed(copy, article_id))
    return sorted(first.values(), key=lambda owned: owned.article_id), said


def _free_id(copy: Copy, taken: set[str]) -> str:
    """Return the copy's own id, lengthened where another table uses the same ("1", "1~c0ffee")."""
    for article_id in (copy.own_id, f"{copy.own_id}~{copy.content[:6]}"):
        if article_id not in taken:
            return article_id
    return f"{copy.own_id}~{copy.content}"


def _as_unread(copy: Copy, kept: Owned) -> Unread:
    where = kept.copy.path if kept.copy.row is None else f"{kept.copy.path}, row {kept.copy.row}"
    name = kept.copy.title or kept.article_id
    return Unread(copy.path, copy.row, f'the same article as "{name}" ({where}), read already')


def _as_renamed(copy: Copy, article_id: str) -> Unread:
    return Unread(
        copy.path,
        copy.row,
        f'the id "{copy.own_id}" already stands for another article; this one, and others like it '
        f'in this file, are kept under longer ids ("{article_id}"); '
        "give every article an id of its own",
    )
