"""Files of kinds that are not read are said with a remedy, many of a kind in one line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from relmap.corpus import read, read_upload
from relmap.corpus.kinds import SUFFIXES
from relmap.corpus.otherkinds import REMEDIES, folded, reason_of
from relmap.errors import InputError
from relmap.models import Article, Unread


def _said(items: list[Article | Unread]) -> list[tuple[str, str]]:
    return [(item.path, item.reason) for item in items if isinstance(item, Unread)]


def test_files_of_one_folder_and_ending_are_one_line_with_their_number(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.css", "b.CSS", "c.css", "d.css", "e.doc", "sub/f.css", "g", "h", "i.txt"):
        (tmp_path / name).write_text("Iran met Iraq.")
    items = list(read([tmp_path]))
    remedy = "they are parts of a saved page; leave them out"
    assert _said(items) == [
        (
            str(tmp_path),
            f'4 files that end in ".css" are not read (a.css, b.CSS, c.css and 1 more); {remedy}',
        ),
        (
            str(tmp_path / "e.doc"),
            'files that end in ".doc" are not read; open in a word processor and save as .docx',
        ),
        (
            str(tmp_path),
            "2 files without an ending are not read (g, h); "
            "save as .txt, .docx, .pdf or .html, or leave them out",
        ),
        (str(tmp_path / "sub" / "f.css"), f'files that end in ".css" are not read; {remedy}'),
    ]


def test_files_that_were_named_keep_their_own_lines(tmp_path: Path) -> None:
    """Another build may name others of them: the line of a folder would be taken for its own."""
    paths = [tmp_path / "a.css", tmp_path / "b.css"]
    for path in paths:
        path.write_text("x")
    assert [path for path, _ in _said(list(read(paths)))] == list(map(str, paths))


def test_what_lies_in_an_archive_is_folded_too() -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in ("a/1.png", "a/2.png", "a/b.txt", "c.png"):
            archive.writestr(name, "Iran met Iraq.")
    items = list(read_upload("press.zip", packed.getvalue()))
    assert [path for path, _ in _said(items)] == ["press.zip/a", "press.zip/c.png"]
    assert _said(items)[0][1].startswith('2 files that end in ".png" are not read (1.png, 2.png); ')


@pytest.mark.parametrize("suffix", sorted(REMEDIES))
def test_a_remedy_names_no_kind_that_is_read_and_no_long_list(suffix: str) -> None:
    assert suffix not in SUFFIXES
    assert len(reason_of(suffix)) < 140


def test_what_is_attached_to_the_mails_of_a_mailbox_is_one_line() -> None:
    mail = (
        "From a@b.example Wed Jul  5 2023\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nIran met Iraq.\n"
        "--b\nContent-Type: text/calendar; name=day.ics\n\nBEGIN\n"
        "--b\nContent-Type: application/x-pkcs7-signature; name=smime.p7s\n\nMIIB\n--b--\n\n"
    )
    items = list(read_upload("box.mbox", mail.encode() * 3))
    (said,) = _said(items)
    assert said[0] == "box.mbox"
    assert said[1].startswith(
        '3 files that end in ".ics" are not read (1/day.ics, 2/day.ics, 3/day.ics); '
    )
    assert len(items) == 4


def test_what_was_found_before_an_archive_breaks_is_said() -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a.png", "x")
        archive.writestr("b.txt", "Iran met Iraq.")

    def broken() -> Iterator[Article | Unread]:
        yield from read_upload("press.zip", packed.getvalue())
        yield Unread("press.zip/c.png", None, reason_of(".png"))
        raise InputError("broken")

    items = folded(broken())
    assert isinstance(next(items), Article)
    line = next(items)
    assert isinstance(line, Unread)
    assert line.path == "press.zip"
    with pytest.raises(InputError):
        next(items)
