from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.errors import StoreError
from relmap.models import Filters
from relmap.store import Store
from relmap.store.texts import deflate, inflate

SENTENCE = "Russia met Pakistan on Monday, and both spoke of gas.\n"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert inflate(deflate(text), Path("catalogue.sqlite")) == text


def test_an_article_takes_less_than_half_of_its_text() -> None:
    assert len(deflate(SENTENCE * 40)) < len(SENTENCE * 20)


@pytest.mark.parametrize("written", [b"", b"Russia", deflate(SENTENCE)[:-3], "text", None])
def test_other_bytes_are_said_to_be_damaged(written: bytes) -> None:
    with pytest.raises(StoreError, match=r'text in the catalogue "s/catalogue.sqlite" is damaged'):
        inflate(written, Path("s/catalogue.sqlite"))


def test_a_damaged_text_in_a_store_is_one_sentence(new_press, article, tmp_path: Path) -> None:
    new_press().build(tmp_path / "s", [article(SENTENCE, "a.txt")])
    with sqlite3.connect(tmp_path / "s" / "catalogue.sqlite") as connection:
        connection.execute("UPDATE articles SET text = substr(text, 1, 9)")
    connection.close()
    view = Store.open(tmp_path / "s").view(Filters())
    (tie,) = view.ties
    with pytest.raises(StoreError, match="is damaged"):
        tuple(view.evidence(tie.source, tie.target))
