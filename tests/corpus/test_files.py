"""Files and folders end as articles or as a clear line; nothing is lost, nothing raises."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import READERS, SUFFIXES, read, read_upload
from relmap.models import Article, Unread
from relmap.store.folder import make_store

KINDS = ", ".join(SUFFIXES)
SEEDS = Path(__file__).parents[2] / "seeds"


def _write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _only(path: Path) -> Article | Unread:
    (item,) = read([path])
    return item


def test_a_folder_is_read_recursively_and_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        _write(tmp_path, name, f"Text of {name}.")
    assert [Path(item.path).name for item in read([tmp_path])] == ["a.txt", "b.txt", "c.txt"]


def test_a_linked_folder_is_not_followed_and_said(tmp_path: Path) -> None:
    _write(tmp_path, "given/a.txt", "Some text.")
    _write(tmp_path, "elsewhere/b.txt", "Another text.")
    for name, target in (("elsewhere", tmp_path / "elsewhere"), ("circle", tmp_path)):
        (tmp_path / "given" / name).symlink_to(target, target_is_directory=True)
    reason = "this is a link to a folder and is not followed; give the folder itself"
    article, *links = read([tmp_path / "given"])
    assert isinstance(article, Article)
    assert links == [
        Unread(str(tmp_path / "given" / name), None, reason) for name in ("circle", "elsewhere")
    ]
    assert isinstance(next(read([tmp_path / "given" / "elsewhere"])), Article)


def test_a_store_among_the_articles_is_said_once_and_not_read(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "Some text.")
    make_store(tmp_path / "store")
    article, store = read([tmp_path])
    assert isinstance(article, Article)
    assert store == Unread(
        str(tmp_path / "store"),
        None,
        "this folder is a relmap store, not articles; leave it out, or name it with --store",
    )


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.txt", "Some text.")
    assert len(list(read([tmp_path, path]))) == 1


def test_text_stays_exactly_as_decoded(tmp_path: Path) -> None:
    text = "  One.\r\n\r\nTwo\u00a0three.\r last\n"
    article = _only(_write(tmp_path, "a.txt", text))
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        (
            "empty.txt",
            b"",
            "the file is empty; put the article's text into it or leave it out",
        ),
        (
            "blank.txt",
            " \n\t\u200b",
            "the file holds only white space; put the article's text into it or leave it out",
        ),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "this is a PNG picture, not a text; save the article as plain text (UTF-8)",
        ),
        (
            "zip.txt",
            b"PK\x03\x04rest",
            "this is a ZIP archive or an Office document, not a text; "
            "save the article as plain text (UTF-8)",
        ),
        (
            "program.txt",
            bytes(range(256)) * 4,
            "this is not a text (it holds control characters, as programs and pictures do); "
            "save the article as plain text (UTF-8)",
        ),
        (
            "paper.doc",
            b"%DOC",
            'files that end in ".doc" are not read; open in a word processor and save as .docx',
        ),
        (
            "nothing",
            b"x",
            "files without an ending are not read; save as .txt, .docx, .pdf or .html, "
            "or leave them out",
        ),
    ],
)
def test_what_is_no_text_is_said(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    path = _write(tmp_path, name, content)
    good = _write(tmp_path, "good.txt", "Russia and Pakistan met.")
    first, second = read([path, good])
    assert first == Unread(str(path), None, reason)
    assert isinstance(second, Article)


def test_the_kinds_that_are_read() -> None:
    kinds = {".csv", ".docx", ".json", ".jsonl", ".ndjson", ".pdf", ".rtf", ".tsv", ".txt"}
    assert kinds <= set(SUFFIXES)
    assert list(SUFFIXES) == sorted(READERS)


def test_a_missing_path_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    missing, empty = read([tmp_path / "nope", tmp_path / "folder"])
    assert missing == Unread(
        str(tmp_path / "nope"), None, "there is no such file or folder; check the path"
    )
    assert isinstance(empty, Unread)
    assert empty.reason.startswith(f"this folder holds nothing to read; put {KINDS} files")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _only(tmp_path / "pipe.txt") == Unread(
        str(tmp_path / "pipe.txt"), None, "this is not a regular file; give a file or a folder"
    )


def test_a_file_that_cannot_be_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path, "a.txt", "Text.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert _only(path) == Unread(
        str(path),
        None,
        "the system could not open it (permission denied); check the path and its permissions",
    )


def test_a_text_too_long_for_one_article_is_said_with_its_size(tmp_path: Path) -> None:
    huge = _write(tmp_path, "huge.txt", b"x" * 20_000_000)
    long = _write(tmp_path, "long.txt", "x" * 30)
    first, second = read([huge, long], max_chars=20)
    assert isinstance(first, Unread)
    assert first.reason == (
        "this text is too long for one article (20.0 MB; at most 20 characters); "
        "split it into one file or row per article"
    )
    assert isinstance(second, Unread)
    assert "(30 characters; at most 20 characters)" in second.reason


def test_a_name_that_is_not_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("Text.")
    except OSError:  # a file system that takes UTF-8 names only cannot hold the problem either
        return
    item = _only(path)
    assert item.path.endswith("caf\\xe9.txt")
    item.path.encode()


def test_the_day_in_a_file_name_is_the_last_resort(tmp_path: Path) -> None:
    plain = _only(_write(tmp_path, "2023-07-05_summit.txt", "Text without a day."))
    compact = _only(_write(tmp_path, "20230706.txt", "Text without a day."))
    better = _only(_write(tmp_path, "2023-07-07.txt", "Paris, 1 May 2021 (AFP): Text."))
    none = _only(_write(tmp_path, "2023070512.txt", "Text without a day."))
    found = [
        (item.date, item.date_source)
        for item in (plain, compact, better, none)
        if isinstance(item, Article)
    ]
    assert found == [
        (date(2023, 7, 5), "file name"),
        (date(2023, 7, 6), "file name"),
        (date(2021, 5, 1), "dateline"),
        (None, "unknown"),
    ]


def test_the_seeds_say_this_of_themselves() -> None:
    facts = [
        (
            item.title,
            item.title_source,
            item.date,
            item.date_source,
            item.outlet,
            item.outlet_source,
        )
        for item in read(sorted(SEEDS.glob("*.txt")))
        if isinstance(item, Article)
    ]
    tdi = "The Diplomatic Insight"
    assert facts == [
        (None, "unknown", date(2023, 7, 5), "dateline", tdi, "dateline"),
        (None, "unknown", None, "unknown", None, "unknown"),
        (None, "unknown", date(2023, 3, 30), "dateline", tdi, "dateline"),
        (
            "Pak-Russia alliance against terrorism", "headline",
            None, "unknown",
            "The Frontier Post", "byline",
        ),
        (
            "SCO brings Pakistan, India defence ministers together", "headline",
            None, "unknown",
            None, "unknown",
        ),
    ]  # fmt: skip


def test_the_table_beside_the_seeds_says_no_more_than_they_do() -> None:
    alone = {item.path: item for item in read(sorted(SEEDS.glob("*.txt")))}
    told = {item.path: item for item in read([SEEDS])}
    assert alone.keys() == told.keys()
    for path, item in told.items():
        other = alone[path]
        assert isinstance(item, Article)
        assert isinstance(other, Article)
        assert (item.article_id, item.title, item.date, item.outlet) == (
            other.article_id,
            other.title,
            other.date,
            other.outlet,
        )
        assert item.date is None or item.date_source == "table"


def test_an_upload_reads_like_a_file_and_its_name_is_never_opened(tmp_path: Path) -> None:
    secret = _write(tmp_path, "secret.txt", "Secret.")
    (item,) = read_upload(str(secret), b"Uploaded.")
    assert isinstance(item, Article)
    assert item.text == "Uploaded."
    (unread,) = read_upload("x.exe", b"MZ")
    assert isinstance(unread, Unread)


@given(st.binary(max_size=400), st.sampled_from(sorted(READERS)))
def test_any_bytes_end_as_at_least_one_item(content: bytes, suffix: str) -> None:
    items = list(read_upload(f"upload{suffix}", content))
    assert items
    for item in items:
        if isinstance(item, Article):
            item.text.encode()
            assert "\x00" not in item.text


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_text_comes_back_from_every_unicode_encoding(text: str, encoding: str) -> None:
    content = f"A news text. {text}".encode(encoding, "ignore")
    expected = content.decode(encoding)
    for item in read_upload("a.txt", content):
        if isinstance(item, Article):
            assert item.text == expected.replace("\x00", "\ufffd")
