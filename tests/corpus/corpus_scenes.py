"""Uploads and tables beside their files, read: what comes of them."""

from __future__ import annotations

from pathlib import Path

from relmap.corpus import read, read_upload
from relmap.models import Article, Unread


def read_table(
    name: str, content: str | bytes, max_chars: int = 1_000_000
) -> list[Article | Unread]:
    """What comes of an upload of that name and content."""
    data = content if isinstance(content, bytes) else content.encode()
    return list(read_upload(name, data, max_chars=max_chars))


def article_of(name: str, content: bytes) -> Article:
    """The one article of an upload that holds nothing else."""
    (article,) = read_upload(name, content)
    assert isinstance(article, Article)
    return article


def reason_of(name: str, content: bytes) -> str:
    """Why nothing was read of an upload."""
    (unread,) = read_upload(name, content)
    assert isinstance(unread, Unread)
    return unread.reason


def texts_of(items: list[Article | Unread]) -> list[str]:
    """The texts of the articles."""
    return [item.text for item in items if isinstance(item, Article)]


def reasons_of(items: list[Article | Unread]) -> list[tuple[int | None, str]]:
    """Row and reason of all that was not read."""
    return [(item.row, item.reason) for item in items if isinstance(item, Unread)]


def folder_of(tmp_path: Path, table: str) -> list[Article | Unread]:
    """What comes of a folder of two texts and that table."""
    (tmp_path / "a.txt").write_text("PARIS, 5 July 2023 (AFP): Talks began.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("More talks.")
    (tmp_path / "articles.csv").write_text(table)
    return list(read([tmp_path]))
