"""benchmarks/scale.py, stories.py and growth.py: the questions differ, the answers agree, the truth is true."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random

import pytest

from relmap.models import Article, Unread
from relmap.store import Store

pytestmark = pytest.mark.usefixtures("benchmarks")


@pytest.fixture(scope="module")
def store(benchmarks: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    from generated.fastpath import build_store
    from generated.stream import Stream

    folder = tmp_path_factory.mktemp("scale")
    build_store(Stream(120), folder / "articles.jsonl", folder / "store")
    return Store.open(folder / "store")


def test_questions_of_a_kind_are_all_different(store: Store) -> None:
    from scaling.questions import KINDS, ask

    asked = ask(store, 4)
    assert [one.kind for one in asked] == [kind for kind in KINDS for _ in range(4)]
    assert len({(one.first, one.last, one.outlets) for one in asked}) == len(asked)
    assert all(one.first <= one.last for one in asked)


def test_pandas_over_the_rows_answers_what_the_store_answers(store: Store, tmp_path: Path) -> None:
    from scaling.answers import agree, by_pandas, by_relmap
    from scaling.questions import ask
    from scaling.rows import write_rows

    rows, dyads = write_rows(store, tmp_path)
    asked = ask(store, 3)
    ours, _ = by_relmap(store, asked)
    theirs, seconds = by_pandas(rows, dyads, store.outlets, asked)
    assert len(seconds) == len(asked)
    assert all(map(agree, ours, theirs))
    assert sum(map(len, ours)) > 100
    written = rows.stat().st_mtime_ns
    assert write_rows(store, tmp_path) == (rows, dyads)
    assert rows.stat().st_mtime_ns == written


def test_answers_agree_but_for_which_of_the_lightest_came_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from scaling import answers

    def row(target: str, sentences: int) -> answers.Row:
        return ("a", target, sentences, 1, 1, "2026-01-01", "2026-01-02")

    monkeypatch.setattr(answers, "TOP", 2)
    assert answers.agree([row("b", 3), row("c", 1)], [row("d", 1), row("b", 3)])
    assert not answers.agree([row("b", 3), row("c", 1)], [row("e", 3), row("c", 1)])
    assert not answers.agree([row("b", 3), row("c", 2)], [row("b", 3), row("c", 1)])
    monkeypatch.setattr(answers, "TOP", 3)
    assert not answers.agree([row("b", 3), row("c", 1)], [row("b", 3), row("d", 1)])


def test_copies_planted_in_own_articles_are_marked_as_such() -> None:
    from stories import planted

    def article(number: int) -> Article:
        words = " ".join(f"w{number}x{place} in the house." for place in range(40))
        return Article(str(number), words, "press.csv")

    given = [*map(article, range(200)), article(3), Unread("press.csv", 9, "empty")]
    prints = list(planted(given, Random(1)))
    originals = [one for one in prints if one.how is None]
    assert [one.text for one in originals] == [article(number).text for number in range(200)]
    copies = [one for one in prints if one.how is not None]
    assert 10 < len(copies) < 50
    for copy in copies:
        assert (copy.text == article(copy.origin).text) == (copy.how == "nothing")
        assert f"w{copy.origin}x0 " in copy.text
    assert len({copy.how for copy in copies}) > 4


def test_the_figure_can_be_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import growth

    folders = []
    for articles in (100, 1000):
        folder = tmp_path / str(articles)
        folder.mkdir()
        built = {"articles": articles, "processor": {"reading": articles / 50, "indexing": 1.0}}
        asked = {"articles": articles, "disk": {"index": 400}, "relmap": {"7 days": 2.0}}
        (folder / "build.json").write_text(json.dumps(built))
        (folder / "scale.json").write_text(json.dumps(asked))
        folders.append(str(folder))
    out = tmp_path / "made" / "growth.svg"
    monkeypatch.setattr(sys, "argv", ["growth.py", *folders, "--out", str(out)])
    growth.main()
    drawn = out.read_text("utf-8")
    assert all(word in drawn for word in ("reading", "indexing", "7 days", "articles"))
