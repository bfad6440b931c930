"""Builds from files, with the real steps and the real model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from relmap.build import build, build_uploads
from relmap.errors import InputError, ModelError
from relmap.models import Filters
from relmap.store import Store

TEXT = "Russia and Pakistan signed an agreement on Monday.\n"
OTHER = "India and China held talks in Geneva.\n"


def ties(path: Path) -> list[tuple[str, int]]:
    return [(tie.tie_id, tie.sentences) for tie in Store.open(path).view(Filters()).ties]


def shown(path: Path) -> tuple[Any, ...]:
    store = Store.open(path)
    view = store.view(Filters())
    evidence = [view.evidence(tie.source, tie.target) for tie in view.ties]
    return store.generation, view.ties, view.actors, dict(store.positions()), evidence


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_a_folder_becomes_a_store(inbox: Path, tmp_path: Path) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    calls: list[tuple[str, int, int | None]] = []
    report = build([inbox], tmp_path / "s", progress=lambda *call: calls.append(call))
    assert (report.read, report.new, report.known, report.articles, report.ties) == (1, 1, 0, 1, 1)
    (unread,) = report.unread
    assert unread.path.endswith("empty.txt")
    assert ties(tmp_path / "s") == [("country:PK|country:RU", 1)]
    assert list(dict.fromkeys(stage for stage, _, _ in calls)) == [
        "reading",
        "extracting",
        "resolving",
        "indexing",
    ]
    assert calls[-1] == ("indexing", 3, 3)
    assert set(Store.open(tmp_path / "s").positions()) == {"country:PK", "country:RU"}


def test_a_table_row_that_changed_is_one_new_article(inbox: Path, tmp_path: Path) -> None:
    table = inbox / "t.jsonl"
    rows = [{"id": str(number), "text": f"Russia met India {number} times."} for number in range(3)]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    build([table], tmp_path / "s")
    rows[1]["text"] = "Russia met China."
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    report = build([table], tmp_path / "s")
    assert (report.read, report.new, report.known, report.articles) == (3, 1, 2, 3)
    assert dict(ties(tmp_path / "s")) == {"country:IN|country:RU": 2, "country:CN|country:RU": 1}
    assert Store.open(tmp_path / "s").article("1").text == "Russia met China."


def test_uploads_are_added(inbox: Path, tmp_path: Path) -> None:
    build([inbox], tmp_path / "s")
    files = [("x.txt", OTHER.encode()), ("../../y.txt", b""), ("again.txt", TEXT.encode())]
    report = build_uploads(files, tmp_path / "s")
    assert (report.read, report.new, report.articles) == (1, 1, 2)
    assert sorted(item.path for item in report.unread) == ["../../y.txt", "again.txt"]
    assert dict(ties(tmp_path / "s")) == {"country:PK|country:RU": 1, "country:CN|country:IN": 1}


def test_the_order_of_builds_does_not_show(seeds: Path, tmp_path: Path) -> None:
    files = sorted(seeds.glob("*.txt"))
    folder = tmp_path / "inbox"
    shutil.copytree(seeds, folder)
    copies = [folder / path.name for path in files]
    build([folder], tmp_path / "once")
    for name, order in {"forth": copies, "back": copies[::-1]}.items():
        build(order[:2], tmp_path / name)
        build(order[2:], tmp_path / name)
        build([folder], tmp_path / name)
        assert shown(tmp_path / name) == shown(tmp_path / "once")


def test_nothing_read_names_what_was_wrong(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing could be read\. .*nope\.txt: "):
        build([tmp_path / "nope.txt"], tmp_path / "s")
    assert not (tmp_path / "s").exists()


def test_a_missing_model_is_said_and_the_store_stays_readable(inbox: Path, tmp_path: Path) -> None:
    build([inbox], tmp_path / "s")
    (inbox / "b.txt").write_text(OTHER, encoding="utf-8")
    with pytest.raises(ModelError, match="no_such_model"):
        build([inbox], tmp_path / "s", model="no_such_model")
    assert ties(tmp_path / "s") == [("country:PK|country:RU", 1)]
    build([inbox], tmp_path / "s")
    assert len(ties(tmp_path / "s")) == 2


def test_a_store_may_lie_in_a_folder_that_looks_like_a_partition(
    inbox: Path, tmp_path: Path
) -> None:
    path = tmp_path / "desk=asia" / "store"
    build([inbox], path)
    assert ties(path) == [("country:PK|country:RU", 1)]
