"""The extractor, loaded once, and a way to read one small text with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from relmap.extract import Extractor
from relmap.models import Article, Extraction


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture
def read(extractor: Extractor) -> Callable[[str], Extraction]:
    def read_text(text: str) -> Extraction:
        (extraction,) = extractor.extract([Article("one", text, "one.txt")])
        for mention in extraction.mentions:
            assert text[mention.start : mention.end].split() == mention.surface.split()
            sentence = extraction.sentences[mention.sentence]
            assert sentence.start <= mention.start < mention.end <= sentence.end
        return extraction

    return read_text


@pytest.fixture
def names(read: Callable[[str], Extraction]) -> Callable[[str, str], list[str]]:
    """The surfaces of one kind in a text; countries as their codes."""

    def find(text: str, kind: str) -> list[str]:
        found = [m for m in read(text).mentions if m.kind == kind]
        return [m.country_code or m.surface for m in found]

    return find
