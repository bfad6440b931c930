"""Which articles a store holds after several builds: places, copies, replacements, ids."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from relmap.errors import InputError
from relmap.models import Filters, Unread
from relmap.store import Store

TEXT = "Russia met Pakistan."
OTHER = "India met Modi."


def ids(path: Path) -> list[str]:
    return sorted(Store.open(path).articles()["article_id"])


def texts(path: Path) -> list[str]:
    store = Store.open(path)
    return sorted(article.text for article in store.read_articles(store.articles()["article_id"]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store"


def test_a_place_that_is_read_again_replaces_its_article(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, row=1), article(OTHER, row=2)])
    report = press.build(path, [article("SCO met Asif.", row=1), article(OTHER, row=2)])
    assert (report.read, report.new, report.known, report.articles) == (2, 1, 1, 2)
    assert texts(path) == [OTHER, "SCO met Asif."]
    assert press.reader.read == 3
    names = {tie.tie_id for tie in Store.open(path).view(Filters()).ties}
    assert names == {"country:IN|person:narendra-modi", "organization:sco|person:khawaja-asif"}


def test_a_row_that_left_its_table_leaves_the_store(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, row=2), article(OTHER, row=3), article("SCO", "inbox/b.txt")])
    press.build(path, [article(OTHER, row=2)])
    assert texts(path) == [OTHER, "SCO"]
    assert Store.open(path).unread() == []


def test_a_file_that_can_no_longer_be_read_keeps_its_article(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, "inbox/a.txt"), article(OTHER, "inbox/b.txt")])
    lost = Unread("inbox/a.txt", None, "the file is empty; restore it")
    press.build(path, [lost, article(OTHER, "inbox/b.txt")])
    assert texts(path) == [OTHER, TEXT]
    assert Store.open(path).unread() == [lost]


def test_a_build_adds_to_the_store(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, "one/a.txt")], given=["one"])
    report = press.build(path, [article(OTHER, "two/b.txt")], given=["two"])
    assert (report.read, report.new, report.articles) == (1, 1, 2)
    assert texts(path) == [OTHER, TEXT]


def test_the_same_article_from_another_place_is_listed(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, "inbox/a.txt", title="Talks", article_id="h1")])
    again = article(TEXT, "inbox/b.csv", row=7, title="Talks", article_id="h1")
    report = press.build(path, [again])
    reason = 'the same article as "Talks" (inbox/a.txt), read already'
    assert report.unread == (Unread("inbox/b.csv", 7, reason),)
    assert (report.read, report.new, report.known, report.articles) == (0, 0, 0, 1)
    assert Store.open(path).unread() == [Unread("inbox/b.csv", 7, reason)]
    press.build(path, [article(OTHER, "inbox/b.csv", row=7)])
    assert Store.open(path).unread() == []
    assert texts(path) == [OTHER, TEXT]


def test_a_copy_takes_over_when_the_first_one_changes(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, row=2), article(TEXT, row=3)])
    assert Store.open(path).unread() == [
        Unread(
            "inbox/a.txt",
            3,
            'the same article as "inbox/a.txt#2" (inbox/a.txt, row 2), read already',
        )
    ]
    press.build(path, [article(OTHER, row=2), article(TEXT, row=3)])
    assert texts(path) == [OTHER, TEXT]
    assert Store.open(path).unread() == []


def test_wire_copies_of_two_outlets_are_two_articles(press, article, path: Path) -> None:
    copies = [
        article(TEXT, row=1, outlet="Dawn"),
        article(TEXT, row=2, outlet="Tass"),
        article(TEXT, row=3, outlet="Tass", date=date(2023, 1, 1)),
        article(TEXT, row=4, outlet="Tass", title="Talks"),
    ]
    press.build(path, copies)
    (tie,) = Store.open(path).view(Filters()).ties
    assert (tie.sentences, tie.articles, tie.outlets) == (4, 4, 2)


def test_two_tables_with_the_same_ids_keep_all_articles(press, article, path: Path) -> None:
    press.build(path, [article(OTHER, "inbox/b.csv", row=2, article_id="1")])
    press.build(path, [article(TEXT, "inbox/a.csv", row=2, article_id="1")])
    first, second = ids(path)
    assert first == "1"
    assert second.startswith("1~")
    assert len(second) == len("1~") + 6
    assert Store.open(path).article("1").text == TEXT
    assert Store.open(path).article(second).text == OTHER


def test_ids_do_not_tell_in_how_many_goes_the_articles_were_read(
    press, article, tmp_path: Path
) -> None:
    one = [article(TEXT, "one.csv", row=2, article_id="1")]
    two = [
        article(OTHER, "two.csv", row=2, article_id="1"),
        article("SCO", "two.csv", row=3, article_id="1"),
    ]
    press.build(tmp_path / "together", [*one, *two])
    press.build(tmp_path / "apart", two)
    report = press.build(tmp_path / "apart", one)
    assert report.unread == ()
    together, apart = (Store.open(tmp_path / name) for name in ("together", "apart"))
    assert together.generation == apart.generation
    assert together.unread() == apart.unread()
    (notice,) = together.unread()
    assert (notice.path, notice.row) == ("two.csv", 2)
    assert notice.reason == (
        'the id "1" already stands for another article; this one, and others like it in this '
        f'file, are kept under longer ids ("{together.articles()["article_id"][1]}"); '
        "give every article an id of its own"
    )


def test_an_id_that_looks_like_a_lengthened_one_is_lengthened_too(
    press, article, path: Path
) -> None:
    press.build(
        path, [article(TEXT, "a.csv", article_id="1"), article(OTHER, "c.csv", article_id="1")]
    )
    lengthened = ids(path)[1]
    press.build(path, [article("SCO", "b.csv", article_id=lengthened)])
    assert len(set(ids(path))) == 3
    assert Store.open(path).article(lengthened).text == "SCO"


def test_what_was_not_read_is_replaced_when_its_path_is_read_again(
    press, article, path: Path
) -> None:
    bad = Unread("inbox/bad.txt", None, "the file is empty; remove it")
    elsewhere = Unread("other/bad.txt", None, "the file is empty; remove it")
    press.build(path, [article(TEXT), bad], given=["inbox"])
    press.build(path, [article(OTHER, "other/a.txt"), elsewhere], given=["other"])
    assert Store.open(path).unread() == [bad, elsewhere]
    press.build(path, [article(TEXT)], given=["inbox"])
    assert Store.open(path).unread() == [elsewhere]
    press.build(path, [article(SIBLING, "otherwise/a.txt")], given=["otherwise"])
    assert Store.open(path).unread() == [elsewhere]


SIBLING = "Modi met SCO."


def test_uploads_of_one_name_do_not_replace_each_other(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, "news.txt")], given=["news.txt"], upload=True)
    other = article(OTHER, "news.txt", article_id="other")
    press.build(path, [other], given=["news.txt"], upload=True)
    report = press.build(path, [article(TEXT, "news.txt")], given=["news.txt"], upload=True)
    assert (report.read, report.new, report.known, report.unread) == (1, 0, 1, ())
    assert texts(path) == [OTHER, TEXT]


def test_a_file_of_several_articles_without_rows_keeps_them_all(press, article, path: Path) -> None:
    for _ in range(2):
        press.build(path, [article(TEXT, article_id="a"), article(OTHER, article_id="b")])
        assert texts(path) == [OTHER, TEXT]


def test_one_file_named_two_ways_is_one_place(press, article, path: Path) -> None:
    press.build(path, [article(TEXT, "inbox/a.txt")])
    press.build(path, [article(OTHER, "inbox/../inbox/./a.txt")])
    assert texts(path) == [OTHER]


def test_nothing_read_is_an_error_and_leaves_no_store(press, path: Path) -> None:
    missing = Unread("nope.txt", None, "there is no such file; check the path")
    with pytest.raises(InputError) as caught:
        press.build(path, [missing])
    assert str(caught.value) == (
        "nothing could be read. nope.txt: there is no such file; check the path"
    )
    assert not path.exists()
    with pytest.raises(InputError, match="nothing was read: there is no article in what was given"):
        press.build(path, [])


def test_nothing_read_into_a_store_is_noted_there(press, article, path: Path) -> None:
    press.build(path, [article(TEXT)])
    bad = [Unread("bad.csv", row, "the text is empty; fill it in") for row in range(2, 7)]
    with pytest.raises(InputError) as caught:
        press.build(path, bad, given=["bad.csv"])
    assert str(caught.value).endswith("bad.csv, row 4: the text is empty; fill it in; and 2 more")
    assert Store.open(path).unread() == bad
    assert texts(path) == [TEXT]


def test_an_empty_store_opens_and_shows_nothing(press, path: Path) -> None:
    path.mkdir()
    with pytest.raises(InputError):
        press.build(path, [])
    store = Store.open(path)
    view = store.view(Filters())
    assert (view.ties, view.actors, view.article_ids()) == ((), (), frozenset())
    assert view.counts.articles_total == view.counts.actors_total == view.counts.ties_total == 0
    assert list(store.articles().columns)[:2] == ["article_id", "title"]
    assert (len(store.articles()), store.actors(), store.positions(), store.unread()) == (
        0,
        {},
        {},
        [],
    )
    assert press.loaded == 0
