from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.models import KINDS, Extraction, Mention, Reference, Sentence
from relmap.store.index import ROLES
from relmap.store.parts import (
    is_whole,
    name_part,
    read_part,
    read_sketches,
    write_part,
)

numbers = st.integers(0, 2**31 - 1)
words = st.text(max_size=8)
mentions = st.builds(
    Mention, numbers, numbers, numbers, st.sampled_from(KINDS), words, words, words, words, words
)
references = st.builds(
    Reference,
    *(numbers, numbers, numbers, words),
    st.sampled_from(["name", "pronoun", "definite", "role", "other"]),
    words,
    st.sampled_from(["", "m", "f"]),
    *(st.booleans(), st.booleans(), st.booleans(), st.integers(-1, 9), st.integers(-1, 9)),
)
extractions = st.builds(
    Extraction,
    article_id=st.uuids().map(lambda one: one.hex),
    sentences=st.lists(st.builds(Sentence, numbers, numbers, st.sampled_from(ROLES))).map(tuple),
    mentions=st.lists(mentions, max_size=4).map(tuple),
    acronyms=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    references=st.lists(references, max_size=3).map(tuple),
)


sketches = st.lists(st.integers(0, 2**32 - 1), max_size=5).map(
    lambda values: np.array(sorted(set(values)), np.uint32)
)


def keyed(found: list[Extraction]) -> dict[str, Extraction]:
    return {one.article_id: one for one in found}


def no_sketches(found: list[Extraction]) -> dict[str, np.ndarray]:
    return {one.article_id: np.empty(0, np.uint32) for one in found}


@given(
    found=st.lists(extractions, max_size=5, unique_by=lambda one: one.article_id), data=st.data()
)
def test_what_goes_into_a_part_comes_out(
    found: list[Extraction], data: st.DataObject, tmp_path_factory
) -> None:
    path = tmp_path_factory.mktemp("parts") / "a.parquet"
    told = {one.article_id: data.draw(sketches) for one in found}
    write_part(path, keyed(found), told)
    assert is_whole(path)
    assert list(read_part(path)) == found
    bare = [replace(one, sentences=(), references=()) for one in found]
    assert list(read_part(path, bare=True)) == bare
    read = dict(read_sketches(path))
    assert list(read) == list(told)
    assert all(read[one].tolist() == told[one].tolist() for one in told)
    assert all(one.dtype == np.uint32 for one in read.values())


def make_article_of(number: int, sentence: int = 40) -> Extraction:
    """Two sentences, names in both of them, words without a name."""
    return Extraction(
        f"{number:032x}",
        (Sentence(3, sentence, "heading"), Sentence(sentence + 2, 90, "story")),
        (
            Mention(3, 9, 0, "country", "Russia", "table", "GPE", "", "RU"),
            Mention(14, 22, 0, "country", "Pakistan", "table", "GPE", "", "PK"),
            Mention(sentence + 10, sentence + 15, 1, "person", "Asif", "model", "PERSON", "Mr"),
        ),
        (("SCO", "Shanghai Cooperation Organisation"),),
        (Reference(sentence + 4, sentence + 6, 1, "he", "pronoun", "he", "m", described=3),),
    )


def test_parts_are_small(tmp_path: Path) -> None:
    found = [make_article_of(number, 40 + number % 30) for number in range(512)]
    write_part(tmp_path / "x", keyed(found), no_sketches(found))
    assert list(read_part(tmp_path / "x")) == found
    assert (tmp_path / "x").stat().st_size < 512 * 50


def test_a_part_written_twice_is_the_same_file(tmp_path: Path) -> None:
    found = [make_article_of(1), make_article_of(2)]
    for name in ("x", "y"):
        write_part(tmp_path / name, keyed(found), no_sketches(found))
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes()
    assert name_part("model 1", ["a", "b"]) == name_part("model 1", ["a", "b"])
    names = {name_part(*one) for one in [("1", ["a"]), ("2", ["a"]), ("1", ["b"]), ("1a", [])]}
    assert len(names) == 4


def test_a_cut_part_is_not_whole(tmp_path: Path) -> None:
    found = [make_article_of(1)]
    write_part(tmp_path / "x", keyed(found), no_sketches(found))
    content = (tmp_path / "x").read_bytes()
    (tmp_path / "cut").write_bytes(content[: len(content) // 2])
    assert not is_whole(tmp_path / "cut")
    assert not is_whole(tmp_path / "missing")


@pytest.mark.parametrize("place", [0.05, 0.2, 0.35])
def test_a_part_with_a_changed_byte_is_not_whole(tmp_path: Path, place: float) -> None:
    found = [make_article_of(number, 40 + number % 30) for number in range(300)]
    write_part(tmp_path / "x", keyed(found), no_sketches(found))
    content = bytearray((tmp_path / "x").read_bytes())
    content[int(len(content) * place)] ^= 0xFF
    (tmp_path / "x").write_bytes(content)
    assert not is_whole(tmp_path / "x")
