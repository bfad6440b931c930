"""A folder of files, the store that is built from it, and what such files may hold."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from relmap.build import BuildReport, Inputs, run
from relmap.corpus import read_anew
from relmap.store import Store

TEXTS = ["Russia met Pakistan.", "India met Modi.", "SCO met Asif."]


class Inbox:
    """A folder, and the store that is built from it."""

    def __init__(self, press: Any, folder: Path) -> None:
        self.press, self.folder, self.store = press, folder / "inbox", folder / "store"
        self.folder.mkdir()
        self.write("other.txt", b"Moscow met Modi.")

    def write(self, name: str | bytes, content: bytes) -> None:
        (self.folder / os.fsdecode(name)).write_bytes(content)

    def build(self, *names: str) -> BuildReport:
        paths = [self.folder / name for name in names] or [self.folder]
        inputs = Inputs(lambda known: read_anew(paths, known), tuple(map(str, paths)), upload=False)
        return run(inputs, self.store, model="fake", steps=self.press.steps)

    def texts(self) -> list[str]:
        """The texts in the store but that of other.txt, sorted."""
        store = Store.open(self.store)
        found = [one.text for one in store.read_articles(store.articles()["article_id"])]
        return sorted(text for text in found if text != "Moscow met Modi.")


def csv_of(texts: Iterable[str], column: str = "text") -> bytes:
    return "\n".join(
        [f"id,{column}", *(f"{row},{text}" for row, text in enumerate(texts))]
    ).encode()


def jsonl_of(texts: Iterable[str]) -> bytes:
    return "\n".join(json.dumps({"text": text}) for text in texts).encode()


def zip_of(members: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def texts_in_zip(texts: Iterable[str]) -> bytes:
    return zip_of({f"{number}.txt": text.encode() for number, text in enumerate(texts)})


def feed_of(entries: Iterable[tuple[str, str, str]]) -> bytes:
    """A feed of (title, link, text)."""
    items = "".join(
        f"<item><title>{title}</title><link>https://a.example/{link}</link>"
        f"<description>{text}</description></item>"
        for title, link, text in entries
    )
    head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Tass</title>"
    return f"{head}{items}</channel></rss>".encode()


def mail_of(texts: Iterable[str]) -> bytes:
    parts = "".join(
        f'--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="{n}.txt"'
        f"\r\n\r\n{text}\r\n"
        for n, text in enumerate(texts)
    )
    head = (
        'Subject: Two\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    )
    return f"{head}{parts}--b--\r\n".encode()
