"""Promise 3: the same articles give the same store, whatever the order and the number of builds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from relmap.models import Filters, Unread
from relmap.store import Store


@pytest.fixture
def pieces(article) -> list[list[Any]]:
    """Three builds with copies of one article, ids used twice, and things not read."""
    return [
        [
            article(
                "Russia met Pakistan.\nModi met Asif.",
                "b.csv",
                row=2,
                article_id="7",
                outlet="Tass",
            ),
            article("SCO met India.", "b.csv", row=3, article_id="8", date=date(2023, 7, 5)),
            Unread("b.csv", 4, "no text; fill it in"),
        ],
        [
            article("SCO met India.", "a.csv", row=2, article_id="1", date=date(2023, 7, 5)),
            article("Moscow met Pakistan and Modi.", "a.csv", row=3, article_id="7", outlet="Dawn"),
        ],
        [
            article("Asif met Modi in India.", "c.txt", article_id="x", title="'One'"),
            Unread("z.txt", None, "empty; remove it"),
        ],
    ]


def shown(path: Path) -> dict[str, Any]:
    """Everything of a store that can be seen."""
    store = Store.open(path)
    view = store.view(Filters())
    articles = store.articles().to_dict("records")
    return {
        "generation": store.generation,
        "articles": articles,
        "texts": [one.text for one in store.read_articles(row["article_id"] for row in articles)],
        "actors": list(store.actors().items()),
        "positions": list(store.positions().items()),
        "ties": view.ties,
        "strengths": view.actors,
        "evidence": [view.evidence(tie.source, tie.target) for tie in view.ties],
        "mentions": [store.mentions(row["article_id"]) for row in articles],
        "unread": store.unread(),
    }


def index_files(path: Path) -> dict[str, bytes]:
    folder = path / "index" / Store.open(path).generation
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def build(press: Any, path: Path, pieces: Sequence[Sequence[Any]]) -> dict[str, Any]:
    for piece in pieces:
        press.build(path, piece, given=sorted({one.path for one in piece}))
    return shown(path)


def test_order_and_number_of_builds_do_not_show(new_press, pieces, tmp_path: Path) -> None:
    at_once = build(new_press(), tmp_path / "once", [[one for piece in pieces for one in piece]])
    assert at_once["ties"]
    assert len(at_once["unread"]) == 4
    for number, order in enumerate(permutations(pieces)):
        assert build(new_press(), tmp_path / str(number), order) == at_once


def test_the_same_input_gives_the_same_bytes(new_press, pieces, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    build(new_press(), first, pieces)
    build(new_press(), second, pieces)
    assert index_files(first) == index_files(second)
    build(new_press(), tmp_path / "third", pieces[::-1])
    differing = {
        name
        for name, content in index_files(first).items()
        if content != index_files(tmp_path / "third")[name]
    }
    assert differing == {"article.key.npy", "checksums.json"}, "only the catalogue's numbers may"


def test_the_day_of_the_build_changes_nothing_else(new_press, pieces, tmp_path: Path) -> None:
    from dataclasses import replace

    press = new_press()
    before = build(press, tmp_path / "s", pieces)
    press.steps = replace(press.steps, today=lambda: date(2030, 1, 1))
    assert build(press, tmp_path / "s", pieces) == before
    assert Store.open(tmp_path / "s").built == date(2030, 1, 1)
