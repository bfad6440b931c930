"""Builds of what is known: nothing is read, extracted or written twice, and nothing is missed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from relmap import workers
from relmap.build import BuildReport, Inputs, run
from relmap.corpus import read_anew
from relmap.models import Article, Filters
from relmap.store import Store
from relmap.store.catalogue import Catalogue

TEXT = "Russia met Pakistan."
OTHER = "India met Modi."


class Files:
    """Builds a store from files of a folder, with the steps of a press."""

    def __init__(self, press: Any, folder: Path, store: Path) -> None:
        self.press, self.folder, self.store = press, folder, store
        folder.mkdir()

    def write(self, name: str, texts: Iterable[str]) -> None:
        rows = [{"id": f"{name}{row}", "text": text} for row, text in enumerate(texts)]
        content = "\n".join(map(json.dumps, rows)) if name.endswith("jsonl") else rows[0]["text"]
        (self.folder / name).write_text(content, encoding="utf-8")

    def build(self, *names: str, **other: Any) -> BuildReport:
        paths = [self.folder / name for name in names] or [self.folder]
        inputs = Inputs(lambda known: read_anew(paths, known), tuple(map(str, paths)), upload=False)
        model = f"pipeline of {self.press.reader.version}"
        return run(inputs, self.store, model=model, steps=self.press.steps, **other)

    def texts(self) -> list[str]:
        store = Store.open(self.store)
        return sorted(one.text for one in store.read_articles(store.articles()["article_id"]))


@pytest.fixture
def files(press, tmp_path: Path) -> Files:
    return Files(press, tmp_path / "inbox", tmp_path / "store")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are made into articles."""
    from relmap.corpus import texts

    found: list[str] = []
    article = texts.article

    def watched(text: str, path: str, *others: Any, **named: Any) -> Article:
        found.append(Path(path).name)
        return article(text, path, *others, **named)

    monkeypatch.setattr(texts, "article", watched)
    return found


def test_what_has_not_changed_is_neither_read_nor_extracted_nor_written(
    files: Files, parsed: list[str]
) -> None:
    files.write("a.jsonl", [TEXT, OTHER, TEXT, ""])
    files.write("b.txt", ["SCO met Asif."])
    first = files.build()
    assert (first.read, first.new, first.known) == (3, 3, 0)
    assert len(first.unread) == 2, "a copy and an empty text"
    before = {path: path.stat().st_mtime_ns for path in files.store.glob("index/**/*")}
    parsed.clear()
    files.press.tell()
    files.press.loaded = 0
    files.build()
    calls: list[str] = []
    again = files.build(progress=lambda stage, *_: calls.append(stage))
    assert not parsed
    assert set(calls) == {"reading"}
    assert (again.read, again.new, again.known, again.articles) == (3, 0, 3, 3)
    assert sorted(map(str, again.unread)) == sorted(map(str, first.unread))
    assert (again.actors, again.ties) == (first.actors, first.ties)
    assert files.press.reader.read == 3
    assert files.press.loaded == 0, "what it is was told without"
    assert {path: path.stat().st_mtime_ns for path in files.store.glob("index/**/*")} == before


def test_only_what_changed_is_read_and_one_row_is_one_article(
    files: Files, parsed: list[str]
) -> None:
    files.write("a.jsonl", [TEXT, OTHER, "SCO met Modi."])
    files.write("b.txt", ["SCO met Asif."])
    files.build()
    parsed.clear()
    files.write("a.jsonl", [TEXT, "India met Pakistan.", "SCO met Modi."])
    report = files.build()
    assert set(parsed) == {"a.jsonl"}
    assert (report.read, report.new, report.known, report.articles) == (4, 1, 3, 4)
    assert files.press.reader.read == 5
    assert files.texts() == sorted([TEXT, "India met Pakistan.", "SCO met Modi.", "SCO met Asif."])


def test_a_row_that_leaves_a_table_leaves_the_store_and_known_files_stay(files: Files) -> None:
    files.write("a.jsonl", [TEXT, OTHER])
    files.write("b.txt", ["SCO met Asif."])
    files.build()
    files.write("a.jsonl", [OTHER])
    report = files.build()
    assert (report.read, report.new, report.articles) == (2, 0, 2)
    assert files.texts() == [OTHER, "SCO met Asif."]


def test_what_was_not_read_is_said_until_it_changes(files: Files) -> None:
    files.write("a.jsonl", [TEXT, ""])
    (files.folder / "b.pdq").write_text("no article")
    notices = [item.path for item in files.build().unread]
    assert [Path(path).suffix for path in notices] == [".jsonl", ".pdq"]
    assert [item.path for item in files.build().unread] == notices[::-1]
    assert len(Store.open(files.store).unread()) == 2
    files.write("a.jsonl", [TEXT, OTHER])
    files.build()
    assert [Path(item.path).suffix for item in Store.open(files.store).unread()] == [".pdq"]


def test_other_rules_of_reading_read_everything_again(
    files: Files, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write("a.txt", [TEXT])
    files.build()
    parsed.clear()
    for module in ("build", "stages"):
        monkeypatch.setattr(f"relmap.{module}.code_version", lambda: "relmap 2 / code 2")
    before = Store.open(files.store).generation
    report = files.build()
    assert parsed == ["a.txt"]
    assert (report.new, report.known) == (0, 1)
    assert Store.open(files.store).generation != before, "new rules are resolved and indexed"
    assert files.press.reader.read == 1, "and the mentions are the same"


def test_a_killed_reading_does_not_take_a_file_for_what_it_was(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the new file was noted; then the old one was put back, which is no longer known."""
    monkeypatch.setattr("relmap.build._NOTED_AT_ONCE", 1)
    files.write("a.jsonl", [TEXT, OTHER])
    files.build()
    files.write("a.jsonl", ["SCO met Asif.", "SCO met Modi."])

    def stop(stage: str, done: int, _total: int | None) -> None:
        if (stage, done) == ("reading", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.build(progress=stop)
    files.write("a.jsonl", [TEXT, OTHER])
    files.build()
    assert files.texts() == sorted([TEXT, OTHER])


def test_killed_between_a_part_and_its_transaction(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write("a.jsonl", [TEXT, OTHER])

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("relmap.store.writing.add_part", die)
        with pytest.raises(KeyboardInterrupt):
            files.build()
    assert len(list((files.store / "parts").iterdir())) == 1
    assert files.press.reader.read == 2
    files.build()
    assert files.press.reader.read == 2, "the part lies there whole"
    assert files.texts() == [OTHER, TEXT]


def test_a_part_is_not_noted_before_it_is_whole(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write("a.jsonl", [TEXT, OTHER])
    put = workers.extraction.put_part

    def put_half(parts: str, part: str, *others: Any) -> None:
        put(parts, part, *others)
        path = Path(parts, f"{part}.parquet")
        path.write_bytes(path.read_bytes()[:-20])

    monkeypatch.setattr("relmap.workers.extraction.put_part", put_half)
    monkeypatch.setattr("relmap.workers.places.PATIENCE", 0.0)
    fetch = workers.fetch_part
    monkeypatch.setattr("relmap.workers.fetch_part", lambda *place: fetch(*place, patience=0.0))
    with pytest.raises(Exception, match="cannot be seen"):
        files.build()
    with Catalogue(files.store / "catalogue.sqlite") as catalogue:
        assert catalogue.execute("SELECT count(*) FROM extracted").fetchone() == (0,)


def test_a_part_that_was_damaged_is_extracted_again(files: Files) -> None:
    files.write("a.jsonl", [TEXT, OTHER])
    files.build()
    (part,) = (files.store / "parts").iterdir()
    content = bytearray(part.read_bytes())
    content[len(content) // 8] ^= 0xFF
    part.write_bytes(content)
    files.write("b.txt", ["SCO met Asif."])
    files.build()
    assert files.press.reader.read == 5
    assert len(Store.open(files.store).view(Filters()).ties) == 3


def test_files_of_unknown_origin_among_the_parts_are_removed(files: Files) -> None:
    files.write("a.jsonl", [TEXT])
    files.build()
    (part,) = (files.store / "parts").iterdir()
    shutil.copy(part, part.with_name("ab" * 16 + ".parquet"))
    files.write("b.txt", [OTHER])
    files.build()
    assert len(list((files.store / "parts").iterdir())) == 2
    assert part.exists()
    assert files.texts() == [OTHER, TEXT]


def test_copies_that_are_not_quite_the_same_are_one_story(files: Files) -> None:
    """In whatever parts they lie, extracted or only listed."""
    text = " ".join(
        f"Russia met Pakistan in town {number} on day {number}." for number in range(40)
    )
    files.write("a.jsonl", [text, OTHER])
    files.build()
    files.write("b.jsonl", [f"{text} SCO met Asif."])
    files.build()
    counts = Store.open(files.store).view(Filters()).counts
    assert (counts.articles, counts.stories) == (3, 2)
