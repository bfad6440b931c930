"""What is no longer in its file leaves the store; what could not be read stays as it was."""

from __future__ import annotations

import gzip
import json
import sys

import pytest
from inbox_scenes import TEXTS, Inbox, csv_of, jsonl_of, mail_of, texts_in_zip, zip_of

from relmap.errors import InputError

# read to its end


def packed(content: bytes) -> bytes:
    """The same bytes at any hour: they stand in the names of tests."""
    return gzip.compress(content, mtime=0)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.csv", csv_of(TEXTS), csv_of([])),
        ("a.csv", csv_of(TEXTS), csv_of(["", " ", ""])),
        ("a.json", json.dumps([{"text": text} for text in TEXTS]).encode(), b"[]"),
        ("a.txt", TEXTS[0].encode(), b""),
        ("a.txt", TEXTS[0].encode(), b" \n "),
        ("a.zip", texts_in_zip(TEXTS), texts_in_zip([])),
        ("a.zip", texts_in_zip(TEXTS), texts_in_zip(["", " ", ""])),
        ("a.csv.gz", packed(csv_of(TEXTS)), packed(csv_of([]))),
        ("a.eml", mail_of(TEXTS), mail_of(["", "", ""])),
    ],
)
def test_what_was_read_and_holds_nothing_any_more_keeps_nothing(
    inbox: Inbox, name: str, before: bytes, after: bytes
) -> None:
    inbox.write(name, before)
    held = inbox.build().articles - 1
    assert held == len(inbox.texts()) > 0
    inbox.write(name, after)
    report = inbox.build()
    assert inbox.texts() == []
    assert (report.read, report.gone, report.articles) == (1, held, 1)
    assert report.unread, "it is said that nothing is in there"
    again = inbox.build()
    assert (again.read, again.gone, again.unread) == (1, 0, report.unread)


def test_a_store_may_lose_its_last_article_and_says_so(inbox: Inbox) -> None:
    inbox.write("a.csv", csv_of(TEXTS))
    inbox.build("a.csv")
    inbox.write("a.csv", csv_of([]))
    report = inbox.build("a.csv")
    assert (report.read, report.gone, report.articles) == (0, 3, 0)
    with pytest.raises(InputError, match="nothing could be read"):
        inbox.build("a.csv")


def test_rows_and_members_that_are_gone_are_counted(inbox: Inbox) -> None:
    inbox.write("a.csv", csv_of(TEXTS[:2]))
    inbox.write("b.zip", texts_in_zip([*TEXTS, "Pakistan met Modi."]))
    inbox.build()
    inbox.write("a.csv", csv_of(TEXTS[1:2]))
    inbox.write("b.zip", texts_in_zip(TEXTS[:1]))
    report = inbox.build()
    assert inbox.texts() == sorted(TEXTS[:2])
    assert (report.read, report.new, report.known, report.gone) == (3, 0, 3, 2)
    assert inbox.build().gone == 0


# could not be read


def damaged(content: bytes) -> bytes:
    return content[: len(content) // 2]


def with_a_broken_member(content: bytes) -> bytes:
    place = content.index(TEXTS[1].encode())
    return content[:place] + b"X" + content[place + 1 :]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.zip", texts_in_zip(TEXTS), damaged(texts_in_zip(TEXTS))),
        ("a.zip", texts_in_zip(TEXTS), b""),
        ("a.zip", texts_in_zip(TEXTS), with_a_broken_member(texts_in_zip(TEXTS))),
        ("a.zip", zip_of({"b.zip": texts_in_zip(TEXTS)}),
                  zip_of({"b.zip": damaged(texts_in_zip(TEXTS))})),
        ("a.jsonl.gz", packed(jsonl_of(TEXTS)), damaged(packed(jsonl_of(TEXTS)))),
        ("a.txt", TEXTS[0].encode(), bytes(range(256)) * 9),
        ("a.json", json.dumps([{"text": text} for text in TEXTS]).encode(),
                   damaged(json.dumps([{"text": text} for text in TEXTS], indent=1).encode())),
        ("a.eml", mail_of(TEXTS), mail_of(TEXTS).replace(b"attachment", b"multipart/" * 400)),
        # a table is one with a column of texts, up to its last row
        ("a.csv", csv_of(TEXTS), csv_of(TEXTS, "sentiment")),
        ("a.csv", csv_of(TEXTS), b""),
        ("a.jsonl", jsonl_of(TEXTS), b""),
        ("a.jsonl", jsonl_of(TEXTS), b'{"title": "Only this"}'),
        ("a.csv", csv_of(TEXTS), csv_of(TEXTS[:1]) + b'2,"Cut he'),
        ("a.jsonl", jsonl_of(TEXTS), jsonl_of(TEXTS)[:-5]),
    ],
)  # fmt: skip
def test_what_could_not_be_read_keeps_what_it_gave_before(
    inbox: Inbox, name: str, before: bytes, after: bytes
) -> None:
    inbox.write(name, before)
    first = inbox.build()
    texts = inbox.texts()
    inbox.write(name, after)
    for _ in range(2):
        report = inbox.build()
        assert (inbox.texts(), report.gone) == (texts, 0)
        assert report.unread, "it is said each time"
    inbox.write(name, before)
    report = inbox.build()
    assert (report.read, report.new, report.unread) == (first.read, 0, ())
    assert inbox.press.reader.read == first.read, "and nothing is extracted twice"


def test_beside_a_damaged_member_the_others_change_and_leave(inbox: Inbox) -> None:
    inbox.write("a.zip", texts_in_zip(TEXTS))
    inbox.build()
    after = zip_of({"0.txt": b"Russia met India.", "1.txt": TEXTS[1].encode()})
    inbox.write("a.zip", with_a_broken_member(after))
    assert inbox.build().gone == 2
    assert inbox.texts() == ["India met Modi.", "Russia met India."]
    inbox.write("a.zip", texts_in_zip(TEXTS))
    inbox.build()
    assert inbox.texts() == sorted(TEXTS), "its digest was not kept either"


def test_a_missing_library_takes_no_page_away_wherever_it_lies(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(name: str) -> bytes:
        text = f"{name} met President Vladimir Putin in Moscow on Thursday to speak about gas. " * 3
        return f"<html><body><article><p>{text}</p></article></body></html>".encode()

    inbox.write("a.html", page("Modi"))
    inbox.write("b.zip", zip_of({"b.html": page("Sharif"), "c.html": page("Asif")}))
    assert inbox.build().articles == 4
    monkeypatch.setattr("relmap.corpus.digests._version", lambda _name: "none")
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "trafilatura", None)
        report = inbox.build()
        assert (report.articles, report.gone, len(report.unread)) == (4, 0, 3)
    report = inbox.build()
    assert (report.read, report.new, report.unread) == (4, 0, ())


def record(url: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/{url}\r\n"
        f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def test_a_web_archive_that_ends_early_keeps_what_lay_behind(inbox: Inbox) -> None:
    records = [record(str(number), text.encode()) for number, text in enumerate(TEXTS)]
    inbox.write("a.warc", b"".join(records))
    inbox.build()
    inbox.write("a.warc", records[0] + records[1][:-10])
    report = inbox.build()
    assert (inbox.texts(), report.gone) == (sorted(TEXTS), 0)
    inbox.write("a.warc", records[2] + records[0] + records[1][:-10])
    report = inbox.build()
    assert (inbox.texts(), report.gone) == (sorted(TEXTS), 0)
    assert not [item for item in report.unread if "read already" in item.reason]
    inbox.write("a.warc", records[0])
    assert (inbox.build().gone, inbox.texts()) == (2, TEXTS[:1])
