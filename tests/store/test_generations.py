"""Readers while builds go on, and an index that was damaged."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.errors import StoreError
from relmap.models import Filters
from relmap.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store"


def generations(path: Path) -> set[str]:
    return {folder.name for folder in (path / "index").iterdir()}


def test_an_open_store_stays_as_it_was_during_the_next_build(press, article, path: Path) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    old = Store.open(path)
    view = old.view(Filters())
    press.build(path, [article("India met Modi.")])
    (evidence,) = view.evidence("country:RU", "country:PK")
    assert evidence.sentence == "Russia met Pakistan."
    assert list(old.actors()) == ["country:PK", "country:RU"]
    assert old.article(evidence.article_id).text == "Russia met Pakistan."
    assert Store.open(path).generation != old.generation
    assert len(generations(path)) == 2


def test_after_two_builds_an_old_reader_is_told_to_open_again(press, article, path: Path) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    old = Store.open(path)
    view = old.view(Filters())
    for text in ("India met Modi.", "SCO met Asif."):
        press.build(path, [article(text)])
    assert len(generations(path)) == 2
    with pytest.raises(StoreError, match="has been built anew since it was opened; open it again"):
        view.sentences_of("country:RU")
    lazy = old.articles
    with pytest.raises(StoreError, match="has been built anew since it was opened; open it again"):
        lazy()


def test_an_article_that_comes_back_is_shown_again(press, article, path: Path) -> None:
    texts = [
        "Russia met Pakistan.",
        "India met Modi.",
        "Russia met Pakistan.",
        "SCO.",
        "India met Modi.",
    ]
    for text in texts:
        press.build(path, [article(text)])
        store = Store.open(path)
        (row,) = store.articles().to_dict("records")
        assert store.article(row["article_id"]).text == text


def test_nothing_changed_writes_nothing(press, article, path: Path) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    folder = path / "index" / Store.open(path).generation
    before = folder.stat().st_mtime_ns
    report = press.build(path, [article("Russia met Pakistan.")])
    assert (report.new, report.known, report.actors, report.ties) == (0, 1, 2, 1)
    assert folder.stat().st_mtime_ns == before
    assert (press.loaded, press.reader.read) == (2, 1)


def test_the_model_is_loaded_only_to_extract_where_its_version_is_told(
    press, article, path: Path
) -> None:
    press.tell()
    press.build(path, [article("Russia met Pakistan.")])
    press.build(path, [article("Russia met Pakistan.")])
    assert press.loaded == 1
    press.build(path, [article("Russia met Pakistan."), article("India met Modi.", "b.txt")])
    assert (press.loaded, press.reader.read) == (2, 2)
    press.reader.version = "fake 2"
    press.tell()
    press.build(path, [article("Russia met Pakistan.")])
    assert (press.loaded, press.reader.read) == (3, 4), "both articles, by another version"


def test_another_model_extracts_again(new_press, article, path: Path) -> None:
    new_press("fake 1").build(path, [article("Russia met Pakistan.")])
    assert Store.open(path).model == "fake 1"
    press = new_press("fake 2")
    report = press.build(path, [article("Russia met Pakistan.")])
    assert (Store.open(path).model, press.reader.read) == ("fake 2", 1)
    assert (report.new, report.known) == (0, 1)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "pointer to nowhere": lambda path: (path / "CURRENT").write_text("ab" * 16 + "\n"),
    "pointer out of the store": lambda path: (path / "CURRENT").write_text("../../x\n"),
    "pointer of noise": lambda path: (path / "CURRENT").write_bytes(b"\xff\x00"),
    "no index": lambda path: shutil.rmtree(path / "index"),
    "a column is missing": lambda path: one(path, "dyad.v.npy").unlink(),
    "a column is cut": lambda path: one(path, "dyad.v.npy").write_bytes(b"\x93NUMPY"),
    "a column is text": lambda path: one(path, "mention.gap.npy").write_text("hello"),
    "a column is of another shape": lambda path: shutil.copy(
        one(path, "actor.kind.npy"), one(path, "dyad.v.npy")
    ),
    "the manifest is no JSON": lambda path: one(path, "generation.json").write_text("{"),
    "the manifest is a list": lambda path: one(path, "generation.json").write_text("[]"),
    "of another format": lambda path: one(path, "generation.json").write_text('{"format": 99}'),
    "a table is cut": lambda path: one(path, "actors.arrow").write_bytes(b"PAR1"),
    "a table is missing": lambda path: one(path, "actors.arrow").unlink(),
}


def one(path: Path, name: str) -> Path:
    (found,) = path.glob(f"index/*/{name}")
    return found


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_index_is_said_and_made_anew(press, article, path: Path, damage) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    before = Store.open(path).view(Filters()).ties
    damage(path)
    with pytest.raises(StoreError, match='run "relmap build" on the same articles and store again'):
        _ = Store.open(path).view(Filters()).ties
    press.build(path, [article("Russia met Pakistan.")])
    assert Store.open(path).view(Filters()).ties == before
    assert press.reader.read == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changed_byte_of_an_index_is_never_an_answer(
    seeds_store: Path, tmp_path: Path, data
) -> None:
    path = tmp_path / "store"
    shutil.copytree(seeds_store, path, dirs_exist_ok=True)
    files = sorted(file for file in path.glob("index/*/*") if file.stat().st_size)
    file = data.draw(st.sampled_from(files))
    content = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    file.write_bytes(content)
    with pytest.raises(StoreError, match='run "relmap build" on the same articles and store again'):
        Store.open(path)


def make_older(path: Path) -> None:
    """Turn an index into one of the format before stories."""
    one(path, "article.story.npy").unlink()
    manifest = one(path, "generation.json")
    found = json.loads(manifest.read_text())
    found["format"] = 2
    del found["columns"]["article.story"]
    manifest.write_text(json.dumps(found))


def test_an_index_of_an_older_relmap_is_made_anew_from_what_is_known(
    press, article, path: Path
) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    make_older(path)
    with pytest.raises(
        StoreError, match=r'it has format 2, not \d+.*run "relmap build" on the same'
    ):
        Store.open(path)
    report = press.build(path, [article("Russia met Pakistan."), article("SCO.", "b.txt")])
    assert (report.new, report.known) == (1, 1), "what an older index shows is known"
    assert press.reader.read == 2, "and is not extracted again"
    assert Store.open(path).view(Filters()).counts.stories == 2


def test_a_damaged_part_is_extracted_again(press, article, path: Path) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    (part,) = (path / "parts").iterdir()
    part.write_bytes(b"PAR1")
    press.build(path, [article("Russia met Pakistan."), article("India met Modi.", "b.txt")])
    assert len(Store.open(path).view(Filters()).ties) == 2
    assert press.reader.read == 3


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00 but not really", b"hello " * 200])
def test_a_damaged_catalogue_is_said(press, article, path: Path, content: bytes) -> None:
    press.build(path, [article("Russia met Pakistan.")])
    (path / "catalogue.sqlite").write_bytes(content)
    store = Store.open(path)
    with pytest.raises(
        StoreError, match="restore the file, or build the articles into a new store"
    ):
        store.view(Filters()).evidence("country:PK", "country:RU")
    with pytest.raises(StoreError, match="catalogue"):
        _ = store.built


def test_the_catalogue_of_another_store_is_not_quoted(new_press, article, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    new_press().build(one, [article("Russia met Pakistan.")])
    new_press().build(other, [article("Whatever else there is to say about it.")])
    shutil.copy(other / "catalogue.sqlite", one / "catalogue.sqlite")
    with pytest.raises(StoreError, match="open it again"):
        Store.open(one).view(Filters()).evidence("country:PK", "country:RU")


def test_readers_see_whole_generations_while_builds_go_on(press, article, path: Path) -> None:
    texts = ["Russia met Pakistan.", "India met Modi.\nIndia met Modi."]
    press.build(path, [article(texts[0])])
    stop, wrong, reads = threading.Event(), [], []

    def read() -> None:
        while not stop.is_set():
            try:
                reads.append(read_one_tie(path))
            except StoreError as error:
                if "open it again" not in str(error):
                    wrong.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(1, 13):
        press.build(path, [article(texts[turn % 2])])
    stop.set()
    for reader in readers:
        reader.join()
    assert not wrong
    assert set(reads) == {
        ("country:PK|country:RU", 1, 1),
        ("country:IN|person:narendra-modi", 2, 2),
    }


def read_one_tie(path: Path) -> tuple[str, int, int]:
    view = Store.open(path).view(Filters())
    (tie,) = view.ties
    return tie.tie_id, tie.sentences, len(view.evidence(tie.source, tie.target))
