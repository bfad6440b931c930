from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from relmap.models import KINDS, Extraction, Mention, Reference, Sentence
from relmap.store.index import ROLES
from relmap.store.parts import is_whole, name_part, read_parts, write_part

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
    article_id=st.uuids().map(str),
    sentences=st.lists(st.builds(Sentence, numbers, numbers, st.sampled_from(ROLES))).map(tuple),
    mentions=st.lists(mentions, max_size=4).map(tuple),
    acronyms=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    references=st.lists(references, max_size=3).map(tuple),
)


@given(
    found=st.lists(extractions, max_size=5, unique_by=lambda one: one.article_id), data=st.data()
)
def test_what_goes_into_parts_comes_out(
    found: list[Extraction], data: st.DataObject, tmp_path_factory
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    cut = data.draw(st.integers(0, len(found)))
    paths = [folder / "a.parquet", folder / "b.parquet"]
    for path, some in zip(paths, [found[:cut], found[cut:]], strict=True):
        write_part(path, {one.article_id: one for one in some})
        assert is_whole(path)
    asked = data.draw(st.permutations(found))
    assert list(read_parts(paths, [one.article_id for one in asked])) == asked


def test_a_part_written_twice_is_the_same_file(tmp_path: Path) -> None:
    one = Extraction("a", (Sentence(0, 5, "story"),), (), (("SCO", "Shanghai"),))
    for name in ("x", "y"):
        write_part(tmp_path / name, {"a": one})
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes()
    assert name_part("model 1", ["a", "b"]) == name_part("model 1", ["a", "b"])
    names = {name_part(*one) for one in [("1", ["a"]), ("2", ["a"]), ("1", ["b"]), ("1a", [])]}
    assert len(names) == 4


def test_a_cut_part_is_not_whole(tmp_path: Path) -> None:
    write_part(tmp_path / "x", {"a": Extraction("a", (), ())})
    content = (tmp_path / "x").read_bytes()
    (tmp_path / "cut").write_bytes(content[: len(content) // 2])
    assert not is_whole(tmp_path / "cut")
    assert not is_whole(tmp_path / "missing")
