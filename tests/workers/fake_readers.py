"""Readers without a language model, which processes of the tests import by the name of this module."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from relmap.models import Article, Extraction, Mention, Sentence

VERSION = "fake 1"


class Fake:
    """Finds the first word of each article, and does what an article says."""

    version = VERSION
    language = "en"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            obey(article.text)
            word = article.text.split()[0]
            yield Extraction(
                article.article_id,
                (Sentence(0, len(article.text), "story"),),
                (Mention(0, len(word), 0, "organization", word, "fake"),),
            )


class Ahead(Fake):
    """Reads all articles before it tells of the first, as a language model reads several at once."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        yield from list(super().extract(articles))


class Slow:
    """Finds every word with a capital letter, and takes its time."""

    version = VERSION
    language = "en"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            time.sleep(0.02)
            yield Extraction(
                article.article_id,
                (Sentence(0, len(article.text), "story"),),
                tuple(
                    Mention(*found.span(), 0, "organization", found[0], "fake", "ORG")
                    for found in re.finditer(r"[A-Z]\w+", article.text)
                ),
            )


def load_ahead(_model: str) -> Ahead:
    """Load the reader that reads ahead."""
    return Ahead()


def load_slow(_model: str) -> Slow:
    """Load the slow reader."""
    return Slow()


def obey(text: str) -> None:
    """Die, sleep or tell where a text says so: "DIE ONCE /folder/mark", "TELL /folder SLEEP 9"."""
    order, _, value = text.partition(" ")
    if order == "TELL":
        folder, _, rest = value.partition(" ")
        (Path(folder) / str(os.getpid())).touch()
        obey(rest)
    elif order == "SLEEP":
        time.sleep(float(value))
    elif text.startswith("DIE ONCE "):
        mark = Path(text.removeprefix("DIE ONCE "))
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    elif order == "DIE":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "EXHAUST":
        raise MemoryError
    elif order == "FAIL":
        raise ValueError(value)


def load(model: str) -> Fake:
    """Load a fake reader; of a model called "missing" there is none."""
    from relmap.errors import ModelError

    if model == "missing":
        raise ModelError('The language model "missing" is not installed. Install it.')
    if model == "broken":
        raise OSError("[E053] Could not read config file")
    if model == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Fake()
