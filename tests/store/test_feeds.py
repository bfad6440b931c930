"""A feed shows the newest of its entries: those that it showed before stay in the store."""

from __future__ import annotations

from inbox_scenes import TEXTS, Inbox, feed_of, zip_of


def test_the_entries_of_a_feed_that_is_saved_again_stay(inbox: Inbox) -> None:
    entries = [(f"Story {number}", str(number), text) for number, text in enumerate(TEXTS)]
    inbox.write("a.rss", feed_of(entries[:2]))
    inbox.build()
    inbox.write("a.rss", feed_of([entries[2], entries[0]]))
    report = inbox.build()
    assert (report.read, report.new, report.gone) == (3, 1, 0)
    assert report.unread == (), "an entry that stands further down is no copy of itself"
    assert inbox.texts() == sorted(TEXTS)
    inbox.write("a.rss", feed_of([]))
    assert inbox.build().gone == 0
    assert inbox.texts() == sorted(TEXTS)
    assert inbox.press.reader.read == 4


def test_the_entries_of_a_feed_in_an_archive_stay_too(inbox: Inbox) -> None:
    entries = [(f"Story {number}", str(number), text) for number, text in enumerate(TEXTS)]
    inbox.write("a.zip", zip_of({"a.xml": feed_of(entries[:2]), "b.txt": b"Asif met Modi."}))
    inbox.build()
    inbox.write("a.zip", zip_of({"a.xml": feed_of(entries[2:])}))
    assert inbox.build().gone == 1
    assert inbox.texts() == sorted(TEXTS)


def test_a_corrected_entry_takes_the_place_of_the_old_one(inbox: Inbox) -> None:
    inbox.write("a.rss", feed_of([("One", "1", "Russia met Pakistn."), ("Day", "2", TEXTS[1])]))
    inbox.build()
    inbox.write("a.rss", feed_of([("Today", "2", TEXTS[2]), ("One", "1", TEXTS[0])]))
    assert inbox.build().gone == 1
    assert inbox.texts() == sorted(TEXTS)
