"""Article ids, kept apart: two different articles never share one, or one would be lost.

A table's own ids are taken as they are. Two tables that both count from 1, or a row that was
copied and changed, would claim an id twice: then the second article goes under the id that its
content gives it, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from relmap.corpus.texts import identify
from relmap.models import Article, Unread


class Names:
    """The tables' ids met so far in one reading, and the content that each stands for."""

    def __init__(self) -> None:
        self._content: dict[str, str] = {}
        self._noticed: set[str] = set()

    def settle(self, items: Iterator[Article | Unread]) -> Iterator[Article | Unread]:
        """Pass items through; an article whose id stands for another content gets its own."""
        for item in items:
            if isinstance(item, Article):
                yield from self._settled(item)
            else:
                yield item

    def _settled(self, article: Article) -> Iterator[Article | Unread]:
        content = identify(article)
        claimed = article.article_id
        if claimed != content and self._content.setdefault(claimed, content) != content:
            article = replace(article, article_id=content)
            if article.path not in self._noticed:  # once a file: its other rows are no different
                self._noticed.add(article.path)
                yield Unread(
                    article.path,
                    article.row,
                    f'the id "{claimed}" already stands for another article; this one, and others '
                    f'like it in this file, are kept under ids of their content ("{content}"); '
                    "give every article an id of its own",
                )
        yield article
