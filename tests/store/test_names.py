"""Files whose names are not UTF-8 are files of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from inbox_scenes import TEXTS, Inbox

from relmap.build import Inputs, run
from relmap.corpus import read_anew
from relmap.store import Store


def test_names_that_are_not_utf_8_are_files_of_their_own(inbox: Inbox) -> None:
    """Latin-1 names, usual in old archives; once all became the same name, and two articles stayed."""
    for name, text in zip((b"caf\xe8.txt", b"caf\xe9.txt", b"caf\xea.txt"), TEXTS, strict=True):
        inbox.write(name, text.encode())
    assert inbox.build().new == 4
    generation = Store.open(inbox.store).generation
    for _ in range(3):
        report = inbox.build()
        assert (report.read, report.new, report.known) == (4, 0, 4)
        assert inbox.texts() == sorted(TEXTS)
    assert Store.open(inbox.store).generation == generation
    shown = {Path(path).name for path in Store.open(inbox.store).articles()["path"]}
    assert shown == {"caf\\xe8.txt", "caf\\xe9.txt", "caf\\xea.txt", "other.txt"}


def test_a_folder_that_is_not_utf_8_is_the_same_wherever_it_is_named_from(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(os.fsdecode(os.fsencode(inbox.folder) + b"/caf\xe9"))
    folder.mkdir()
    (folder / "a.txt").write_text(TEXTS[0])
    (folder / "b.pdq").write_text("of no kind that is read")
    inbox.build()
    monkeypatch.chdir(folder)
    inputs = Inputs(lambda known: read_anew([Path("a.txt")], known), ("a.txt",), upload=False)
    report = run(inputs, inbox.store, model="fake", steps=inbox.press.steps)
    assert (report.known, report.unread) == (1, ())
    (folder / "b.pdq").unlink()
    inputs = Inputs(lambda known: read_anew([folder], known), (str(folder),), upload=False)
    assert run(inputs, inbox.store, model="fake", steps=inbox.press.steps).known == 1
    assert Store.open(inbox.store).unread() == []
