"""Article text is hostile: never a query, never a path, never anything but itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relmap.errors import FilterError, StoreError
from relmap.models import Filters, Unread
from relmap.store import Store

STRINGS = [
    "'; DROP TABLE articles; --",
    '" OR "1"="1',
    "'",
    "a\x00b",
    "\x00",
    "../../x",
    "/etc/passwd",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "%s %(x)s {0} {x}",
    "\u202eright to left\u2066",
    "😀" * 300,
    "line\r\nfeed\u2028",
]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("said", STRINGS)
def test_hostile_text_goes_in_and_out_untouched(press, article, tmp_path: Path, said: str) -> None:
    text = f"{said}\nRussia met Pakistan {said}\n"
    one = article(text, f"inbox/{said}", article_id=said, title=said, outlet=said, url=said, row=3)
    missed = Unread(said, None, said)
    press.build(tmp_path / "s", [one, article("India met Modi."), missed])
    store = Store.open(tmp_path / "s")
    view = store.view(Filters(outlets=frozenset({said}), unknown_outlet=False))
    (tie,) = view.ties
    evidence = view.evidence(tie.source, tie.target)[0]
    assert (evidence.article_id, evidence.title, evidence.outlet, evidence.url) == (said,) * 4
    assert text[evidence.start : evidence.end] == evidence.sentence
    assert store.article(said) == one
    assert store.articles().to_dict("records")[1]["title"] in {said, None}
    assert store.unread() == [missed]
    assert names(tmp_path) == ["s"]
    with pytest.raises(StoreError):
        store.article(said + "x")
    with pytest.raises(FilterError):
        store.view(Filters(outlets=frozenset({said + "x"})))


def test_a_file_name_that_is_no_text_is_stored_as_escapes(press, article, tmp_path: Path) -> None:
    name = os.fsdecode(b"inbox/caf\xe9.txt")
    press.build(
        tmp_path / "s",
        [article("Russia.", name, article_id="x"), Unread(name, 2, f"{name} is broken")],
    )
    store = Store.open(tmp_path / "s")
    assert store.articles()["path"].tolist() == ["inbox/caf\\xe9.txt"]
    assert store.unread() == [Unread("inbox/caf\\xe9.txt", 2, "inbox/caf\\xe9.txt is broken")]


@pytest.mark.parametrize("name", ["with space", "100%", "a?mode=rwc", "a#b", "ünï", "'quoted'"])
def test_a_store_may_lie_anywhere(press, article, tmp_path: Path, name: str) -> None:
    press.build(tmp_path / name, [article("Russia met Pakistan.")])
    store = Store.open(tmp_path / name)
    assert len(store.view(Filters()).evidence("country:PK", "country:RU")) == 1
    assert names(tmp_path) == [name]
