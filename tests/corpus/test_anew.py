"""A second reading: what is known is passed over, what has changed is read, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from relmap.corpus import read, read_anew
from relmap.models import Article, Finished, Unread

Items = list[Article | Unread | Finished]


def _write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def _first(*paths: Path, max_chars: int = 1_000_000) -> Items:
    return list(read_anew(paths, lambda _path, _digest: False, max_chars=max_chars))


def _again(before: Items, *paths: Path, max_chars: int = 1_000_000) -> Items:
    known = {(item.path, item.digest) for item in before if isinstance(item, Finished)}
    return list(read_anew(paths, lambda path, digest: (path, digest) in known, max_chars=max_chars))


def _names(items: Items, *, unchanged: bool) -> list[str]:
    finished = [item for item in items if isinstance(item, Finished)]
    return [Path(item.path).name for item in finished if item.unchanged is unchanged]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    _write(tmp_path, "a.txt", "Russia and Pakistan met.")
    _write(tmp_path, "b.txt", "India and Iran met.")
    _write(tmp_path, "c.csv", "title,text\nOne,Russia met Iran.\nTwo,\n")
    _write(tmp_path, "list.csv", "file,outlet\na.txt,The Herald\nnope.txt,Nobody\n")
    _write(tmp_path, "film.mp4", "no article")
    return tmp_path


def test_finished_stands_behind_what_each_file_holds(inbox: Path) -> None:
    kinds = [(type(item).__name__, Path(item.path).name) for item in _first(inbox)]
    assert kinds == [
        ("Unread", "list.csv"), ("Finished", "list.csv"),
        ("Article", "a.txt"), ("Finished", "a.txt"),
        ("Article", "b.txt"), ("Finished", "b.txt"),
        ("Article", "c.csv"), ("Unread", "c.csv"), ("Finished", "c.csv"),
        ("Unread", "film.mp4"),
    ]  # fmt: skip


def test_without_its_ends_it_is_what_read_yields(inbox: Path) -> None:
    assert [item for item in _first(inbox) if not isinstance(item, Finished)] == list(read([inbox]))


def test_of_known_files_only_their_end_is_told(inbox: Path) -> None:
    first = _first(inbox)
    second = _again(first, inbox)
    assert [type(item) for item in second] == [*[Finished] * 4, Unread]
    assert _names(second, unchanged=True) == ["list.csv", "a.txt", "b.txt", "c.csv"]
    assert [item.digest for item in second if isinstance(item, Finished)] == [
        item.digest for item in first if isinstance(item, Finished)
    ]


def test_a_known_file_is_not_read(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _first(inbox)
    asked: list[str] = []

    def watched(*args: object, **kwargs: object) -> Article:
        asked.append("read")
        raise AssertionError

    monkeypatch.setattr("relmap.corpus.texts.article", watched)
    _again(first, inbox)
    assert not asked


def test_only_the_changed_file_is_read_again(inbox: Path) -> None:
    first = _first(inbox)
    _write(inbox, "b.txt", "India and Iran met again.")
    second = _again(first, inbox)
    assert _names(second, unchanged=False) == ["b.txt"]
    (article,) = [item for item in second if isinstance(item, Article)]
    assert article.text == "India and Iran met again."


def test_a_changed_row_of_a_listing_changes_the_file_that_it_describes(inbox: Path) -> None:
    first = _first(inbox)
    _write(inbox, "list.csv", "file,outlet\na.txt,The Tribune\nnope.txt,Nobody\n")
    second = _again(first, inbox)
    assert _names(second, unchanged=False) == ["list.csv", "a.txt"]
    (article,) = [item for item in second if isinstance(item, Article)]
    assert article.outlet == "The Tribune"


def test_what_a_known_listing_tells_still_counts_for_a_new_file(inbox: Path) -> None:
    first = _first(inbox)
    _write(inbox, "a.txt", "Russia and Pakistan met twice.")
    second = _again(first, inbox)
    assert _names(second, unchanged=True) == ["list.csv", "b.txt", "c.csv"]
    (article,) = [item for item in second if isinstance(item, Article)]
    assert article.outlet == "The Herald"


def test_a_listing_is_said_again_when_a_file_it_names_comes_or_goes(inbox: Path) -> None:
    first = _first(inbox)
    _write(inbox, "nope.txt", "Here I am.")
    second = _again(first, inbox)
    assert _names(second, unchanged=False) == ["list.csv", "nope.txt"]
    (inbox / "a.txt").unlink()
    third = _again(second, inbox)
    assert next(item.reason[:23] for item in third if isinstance(item, Unread)) == (
        'there is no file "a.txt'
    )


def test_another_limit_is_another_reading(inbox: Path) -> None:
    first = _first(inbox)
    assert not _names(_again(first, inbox, max_chars=10), unchanged=True)


def test_a_file_that_fails_while_it_is_read_is_not_finished(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Article:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("relmap.corpus.texts.article", broken)
    (item,) = _first(inbox / "b.txt")
    assert isinstance(item, Unread)
    assert "input/output error" in item.reason


def test_a_file_that_cannot_be_opened_is_not_finished(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (item,) = _first(inbox / "b.txt")
    assert isinstance(item, Unread)


def test_another_version_of_a_library_is_another_reading(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _first(inbox / "a.txt")
    monkeypatch.setattr("relmap.corpus.kinds.LIBRARIES", {".txt": ("pytest",)})
    second = _again(first, inbox / "a.txt")
    assert _names(second, unchanged=False) == ["a.txt"]
    assert _names(_again(second, inbox / "a.txt"), unchanged=True) == ["a.txt"]
