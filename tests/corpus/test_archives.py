"""What lies in an archive is read like any other file; traps are not sprung, and said."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from relmap.corpus import archives, inside, read, read_upload
from relmap.models import Article, Unread


def _zip(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def _read(content: bytes, name: str = "press.zip") -> list[Article | Unread]:
    return list(read_upload(name, content))


def _reason(content: bytes, name: str = "press.zip") -> str:
    (item,) = _read(content, name)
    assert isinstance(item, Unread)
    return item.reason


def test_files_of_every_kind_are_read_under_the_archives_name() -> None:
    content = _zip(
        {
            "b.txt": b"Iran met Iraq.",
            "2023/2023-07-05 a.txt": b"Russia met Pakistan.",
            "rows.csv": b"title,text\nA,China met India.\nB,\n",
            "film.mp4": b"x",
            "empty/": b"",
        }
    )
    items = _read(content)
    assert [(type(item).__name__, item.path, item.row) for item in items] == [
        ("Article", "press.zip/2023/2023-07-05 a.txt", None),
        ("Article", "press.zip/b.txt", None),
        ("Article", "press.zip/rows.csv", 2),
        ("Unread", "press.zip/rows.csv", 3),
        ("Unread", "press.zip/film.mp4", None),
    ]
    first = items[0]
    assert isinstance(first, Article)
    assert first.date_source == "file name"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_known(method: int) -> None:
    (item,) = _read(_zip({"a.txt": b"Iran met Iraq."}, method))
    assert isinstance(item, Article)


def test_hidden_files_are_left_out() -> None:
    names = ("a.txt", ".b.txt", "__MACOSX/a.txt", "x/._a.txt", ".git/a.txt", "c..d.txt")
    items = _read(_zip({name: name.encode() for name in names}))
    assert [item.path for item in items] == ["press.zip/a.txt", "press.zip/c..d.txt"]


def test_paths_that_lead_elsewhere_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "in" / "press.zip"
    path.parent.mkdir()
    names = ("../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt", "a\n\ud800.txt")
    path.write_bytes(_zip(dict.fromkeys(names[:-1], b"Iran met Iraq.")))
    items = list(read([path]))
    assert sorted(item.path.removeprefix(str(path)) for item in items) == [
        "/C:/evil.txt", "/etc/evil.txt", "/evil.txt", "/evil.txt",
    ]  # fmt: skip
    assert [found.name for found in tmp_path.rglob("*")] == ["in", "press.zip"]


def test_a_name_of_controls_is_shown_without_them() -> None:
    (item,) = _read(_zip({"a\nb\x1b[31m.txt": b"Iran met Iraq."}))
    assert item.path == "press.zip/a\ufffdb\ufffd[31m.txt"


def test_an_archive_in_an_archive_is_opened_and_the_next_is_not() -> None:
    held = _zip({"a.txt": b"Iran met Iraq."})
    two = _zip({"inner.zip": held})
    (article,) = _read(two)
    assert article.path == "press.zip/inner.zip/a.txt"
    (unread,) = _read(_zip({"outer.zip": two}))
    assert isinstance(unread, Unread)
    assert unread.path == "press.zip/outer.zip/inner.zip"
    assert "too deep" in unread.reason


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "_SMALL", 1_000_000)
    bomb = _zip({f"{number}.txt": bytes(500_000) for number in range(8)})
    assert "unpacks to more than can be meant" in _reason(bomb)
    items = _read(_zip({f"{number}.zip": bomb for number in range(3)}))
    assert len(items) == 3
    assert all("more than can be meant" in i.reason for i in items if isinstance(i, Unread))


def test_archives_inside_share_what_may_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inside, "_SMALL", 500_000)
    inner = _zip({"a.txt": b"Iran met Iraq. " * 10_000})
    items = _read(_zip({f"{number}.zip": inner for number in range(5)}))
    kinds = [(type(item).__name__, item.path) for item in items]
    # The five together are a thousand bytes; three times 150,000 fit into what is small anyway.
    assert kinds == [
        ("Article", "press.zip/0.zip/a.txt"),
        ("Article", "press.zip/1.zip/a.txt"),
        ("Article", "press.zip/2.zip/a.txt"),
        ("Unread", "press.zip/3.zip"),
        ("Unread", "press.zip/4.zip"),
    ]
    assert "more than can be meant" in str(items[-1])


def test_a_packed_file_is_read_and_a_packed_bomb_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    (item,) = _read(gzip.compress(b"text\nIran met Iraq.\n"), "2023.csv.gz")
    assert (item.path, item.row) == ("2023.csv.gz/2023.csv", 2)
    monkeypatch.setattr(inside, "_SMALL", 1_000_000)
    bomb = gzip.compress(bytes(20_000_000))
    assert "more than can be meant (over" in _reason(bomb, "a.txt.gz")
    assert "packed in a way" in _reason(gzip.compress(b"Iran met Iraq." * 99)[:40], "a.txt.gz")
    assert "packed in a way" in _reason(b"nothing", "a.txt.gz")


def test_large_members_are_unpacked_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "AT_ONCE", 10)
    table = b"date,text\n" + b"".join(b"05/%02d/2023,Text %d.\n" % (n, n) for n in range(1, 31))
    items = _read(_zip({"a.csv": table}))
    assert [item.row for item in items] == list(range(2, 32))
    assert all(isinstance(item, Article) and item.date for item in items)
    items = _read(gzip.compress(table), "a.csv.gz")
    assert len(items) == 30


def test_encrypted_files_are_said_and_the_others_read() -> None:
    content = bytearray(_zip({"a.txt": b"Iran met Iraq.", "b.txt": b"China met India."}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + offset
        content[at : at + 2] = struct.pack("<H", 1)
    unread, article = _read(bytes(content))
    assert isinstance(unread, Unread)
    assert unread.reason == (
        "1 file in this archive is encrypted and not read (a.txt); "
        "unpack it with its password and give what lies in it"
    )
    assert article.path == "press.zip/b.txt"


def test_damaged_archives_and_members_are_said() -> None:
    good = _zip({"a.txt": b"Iran met Iraq. " * 50, "b.txt": b"China met India."})
    assert "no ZIP archive" in _reason(good[:-30])
    assert "no ZIP archive" in _reason(b"PK nothing of the kind")
    damaged = bytearray(good)
    damaged[50:54] = b"\xff\xff\xff\xff"
    first, second = _read(bytes(damaged))
    assert isinstance(first, Unread)
    assert first.path == "press.zip/a.txt"
    assert "damaged" in first.reason
    assert isinstance(second, Article)


def test_a_table_of_contents_beyond_any_measure_is_not_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "_LARGEST_CONTENTS", 1_000)
    content = _zip({f"{number}.txt": b"x" for number in range(100)})
    assert "more files than can be read" in _reason(content)
