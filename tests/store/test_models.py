"""The model of a store: remembered, taken where none is named, switched, and gone back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from relmap.build import BuildReport, Inputs, run
from relmap.errors import ModelError
from relmap.modelfiles import Facts, digest_folder
from relmap.models import DEFAULT_MODEL, Article
from relmap.steps import Digest, Steps
from relmap.store import Store
from relmap.store.catalogue import Catalogue

GERMAN = "de_model"


class Shelf:
    """The models of a machine, each with a reader; what is loaded is written down."""

    def __init__(self, new_press: Any, *names: str) -> None:
        self.presses = {name: new_press(f"{name} 1") for name in names}
        if GERMAN in self.presses:
            self.presses[GERMAN].reader.language = "de"
        any_press = next(iter(self.presses.values()))
        self.loaded: list[str] = []
        self.steps: Steps = replace(any_press.steps, load_extractor=self.load)

    def load(self, name: str) -> Any:
        if name not in self.presses:
            raise ModelError(f'The language model "{name}" is not installed.')
        self.loaded.append(name)
        return self.presses[name].reader

    def read(self, name: str) -> int:
        return int(self.presses[name].reader.read)

    def build(
        self, store: Path, articles: Sequence[Article], model: str | None = None, **other: Any
    ) -> BuildReport:
        inputs = Inputs.of(articles, ("inbox",), upload=other.pop("upload", False))
        return run(inputs, store, model=model, steps=self.steps, **other)


@pytest.fixture
def shelf(new_press: Any) -> Shelf:
    return Shelf(new_press, DEFAULT_MODEL, GERMAN, "other")


@pytest.fixture
def texts(article: Any) -> list[Article]:
    return [article(f"Russia met India {i}.", f"inbox/{i}.txt") for i in range(5)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_a_new_store_takes_the_default(shelf: Shelf, path: Path, texts: list[Article]) -> None:
    shelf.build(path, texts)
    assert Store.open(path).model == f"{DEFAULT_MODEL} 1"


def test_an_upload_without_a_model_leaves_a_store_of_another_language_as_it_is(
    shelf: Shelf, path: Path, article: Any
) -> None:
    german = [article(f"Russia met India {i}.", f"{i}.txt", language="de") for i in range(5)]
    ties = shelf.build(path, german, GERMAN).ties
    report = shelf.build(path, [article("SCO met Asif.", "up.txt", language="de")], upload=True)
    assert report.unread == ()
    assert report.ties == ties + 1
    assert (shelf.read(GERMAN), shelf.read(DEFAULT_MODEL)) == (6, 0)
    assert Store.open(path).model == f"{GERMAN} 1"


def test_a_model_that_is_named_is_the_stores_from_then_on(
    shelf: Shelf, path: Path, texts: list[Article]
) -> None:
    for model, shown in (
        ("other", "other"),
        (None, "other"),
        (DEFAULT_MODEL, DEFAULT_MODEL),
        (None, DEFAULT_MODEL),
    ):
        shelf.build(path, texts, model)
        assert Store.open(path).model == f"{shown} 1"


def test_a_store_of_the_default_goes_along_with_another_default(
    shelf: Shelf, path: Path, texts: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.build(path, texts, DEFAULT_MODEL)
    monkeypatch.setattr("relmap.extracting.DEFAULT_MODEL", "other")
    shelf.build(path, texts)
    assert Store.open(path).model == "other 1"


def test_a_model_that_is_missing_is_not_remembered(
    shelf: Shelf, path: Path, texts: list[Article]
) -> None:
    shelf.build(path, texts, "other")
    with pytest.raises(ModelError, match="not installed"):
        shelf.build(path, texts, "mistyped")
    assert shelf.build(path, texts).articles == 5
    assert Store.open(path).model == "other 1"


def test_nothing_is_read_before_a_missing_model_is_said(
    shelf: Shelf, path: Path, texts: list[Article]
) -> None:
    with pytest.raises(ModelError, match="not installed"):
        shelf.build(path, texts, "mistyped")
    assert not list((path / "parts").iterdir())


def test_a_folder_is_remembered_so_that_it_is_found_from_anywhere(
    shelf: Shelf, path: Path, texts: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here" / "pipeline").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    absolute = str(tmp_path / "here" / "pipeline")
    shelf.presses[absolute] = shelf.presses["other"]
    shelf.build(path, texts, "./pipeline")
    monkeypatch.chdir(tmp_path)
    shelf.build(path, texts)
    assert set(shelf.loaded) == {absolute}


def test_going_back_to_the_model_before_extracts_only_what_came_since(
    shelf: Shelf, path: Path, texts: list[Article], article: Any
) -> None:
    shelf.build(path, texts, "other")
    shelf.build(path, texts, DEFAULT_MODEL)
    more = [*texts, article("SCO met India.", "inbox/new.txt")]
    shelf.build(path, more, "other")
    assert (shelf.read("other"), shelf.read(DEFAULT_MODEL)) == (6, 5)
    shelf.build(path, more[1:], "other")
    assert shelf.read("other") == 6
    assert len(Store.open(path).articles()) == 6


def test_what_a_model_extracted_goes_with_the_last_generation_of_it(
    shelf: Shelf, path: Path, texts: list[Article], article: Any
) -> None:
    shelf.build(path, texts, "other")
    shelf.build(path, texts, DEFAULT_MODEL)
    assert len(list((path / "parts").iterdir())) == 2
    more = [*texts, article("SCO met India.", "inbox/new.txt")]
    shelf.build(path, more, DEFAULT_MODEL)
    with Catalogue(path / "catalogue.sqlite") as catalogue:
        extractors = set(catalogue.rows("SELECT extractor FROM parts"))
        held = catalogue.execute("SELECT count(*) FROM extracted").fetchone()
    assert extractors == {(f"{DEFAULT_MODEL} 1",)}
    assert held == (6,)
    assert len(list((path / "parts").iterdir())) == 2


def test_the_files_of_a_model_are_read_again_only_where_one_was_written(
    shelf: Shelf,
    path: Path,
    texts: list[Article],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "pipeline"
    folder.mkdir()
    (folder / "weights").write_bytes(b"1")
    digested: list[Path] = []

    def watched(folder: Path) -> str:
        digested.append(folder)
        return digest_folder(folder)

    def describe(_model: str, digest: Digest) -> Facts:
        reader = shelf.presses["other"].reader
        reader.version = f"other {digest(folder)}"
        return Facts(reader.version, reader.language)

    monkeypatch.setattr("relmap.extracting.digest_folder", watched)
    shelf.steps = replace(shelf.steps, describe=describe)
    for _ in range(3):
        shelf.build(path, texts, "other")
    assert (len(digested), shelf.read("other")) == (1, 5)
    (folder / "weights").write_bytes(b"2")
    shelf.build(path, texts, "other")
    assert (len(digested), shelf.read("other")) == (2, 10)
