"""Articles in a language that is not the model's: listed, never extracted, and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from relmap.models import Filters, Unread
from relmap.steps import can_read
from relmap.store import Store

TEXT = "Russia met Pakistan."
FRENCH = "Russia rencontre India."


def test_an_article_in_another_language_is_listed_and_said(press, article, tmp_path: Path) -> None:
    path = tmp_path / "s"
    report = press.build(
        path,
        [
            article(TEXT, "a.csv", row=2, language="en"),
            article(FRENCH, "a.csv", row=3, language="fr"),
            article("Modi met Asif.", "a.csv", row=4),
        ],
    )
    assert press.reader.read == 2
    assert (report.read, report.new, report.articles) == (3, 3, 3)
    (notice,) = report.unread
    assert (notice.path, notice.row) == ("a.csv", 3)
    assert notice.reason == (
        'this article is in another language ("fr") than the model ("en"): listed, but not '
        "searched for names; to have them searched, name a pipeline for that language with "
        "--model and build into a store of its own"
    )
    store = Store.open(path)
    assert store.unread() == [notice]
    frame = store.articles().set_index("row")
    assert frame.loc[3, "language"] == "fr"
    assert frame.loc[3, "sentences"] == 0
    assert store.article(frame.loc[3, "article_id"]).text == FRENCH
    assert {tie.tie_id for tie in store.view(Filters()).ties} == {
        "country:PK|country:RU",
        "person:khawaja-asif|person:narendra-modi",
    }


def test_many_of_one_file_are_said_once(press, article, tmp_path: Path) -> None:
    found = [
        article(f"{FRENCH} {row}", "a.csv", row=row, language=("fr", "de")[row % 2])
        for row in range(2, 7)
    ]
    report = press.build(tmp_path / "s", [*found, article(TEXT, "b.txt")])
    assert [(item.row, item.reason[:40]) for item in report.unread] == [
        (None, "2 articles here are in another language "),
        (None, "3 articles here are in another language "),
    ]
    again = press.build(tmp_path / "s", [article(TEXT, "b.txt")])
    assert again.unread == ()
    assert len(Store.open(tmp_path / "s").unread()) == 2


def test_a_language_that_was_corrected_is_what_counts(press, article, tmp_path: Path) -> None:
    path = tmp_path / "s"
    press.build(path, [article(TEXT, row=2, language="fr"), article("Modi.", row=3)])
    assert press.reader.read == 1
    press.build(path, [article(TEXT, row=2, language="en"), article("Modi.", row=3)])
    assert press.reader.read == 2
    assert len(Store.open(path).view(Filters()).ties) == 1
    press.build(path, [article(TEXT, row=2, language="fr"), article("Modi.", row=3)])
    assert Store.open(path).view(Filters()).ties == ()
    assert [item.row for item in Store.open(path).unread()] == [2]
    assert press.reader.read == 2


def test_the_language_of_a_model_is_told_with_its_version(press, article, tmp_path: Path) -> None:
    press.reader.language = "fr"
    press.tell()
    for _ in range(2):
        report = press.build(tmp_path / "s", [article(TEXT, language="en"), article(FRENCH, "b")])
        assert [type(item) for item in report.unread] == [Unread]
    assert press.loaded == 1


@pytest.mark.parametrize(
    ("model", "article", "reads"),
    [
        ("en", "en", True),
        ("en", "", True),
        ("en", "fr", False),
        ("xx", "fr", True),
        ("nb", "no", True),
        ("nb", "nn", True),
        ("hr", "sr", True),
        ("", "fr", True),
    ],
)
def test_which_model_reads_what(model: str, article: str, reads: bool) -> None:
    assert can_read(model, article) is reads


def test_another_language_alone_is_a_change_that_readers_see(
    press, article, tmp_path: Path
) -> None:
    press.reader.language = "xx"
    seen = set()
    for language in ("fr", "de"):
        press.build(tmp_path / "s", [article(FRENCH, language=language)])
        store = Store.open(tmp_path / "s")
        assert list(store.articles()["language"]) == [language]
        seen.add(store.generation)
    assert len(seen) == 2
    assert press.reader.read == 1
