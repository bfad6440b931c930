from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import Mock, call

import pytest
import streamlit as st

from relmap.app import building
from relmap.errors import ModelError
from relmap.models import Unread
from relmap.store.folder import MARKER


def no_progress(_stage: str, _done: int, _total: int | None) -> None:
    """Show nothing."""


@pytest.fixture(autouse=True)
def nothing_is_refreshed_yet() -> None:
    building._refreshed().clear()
    st.session_state.clear()


def test_a_store_of_another_format_is_made_anew(
    tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "samples"
    store.mkdir()
    (store / MARKER).write_text('{"format": 0}', encoding="utf-8")
    seen: list[bool] = []
    monkeypatch.setattr("relmap.build.build", lambda *_, **__: seen.append(store.exists()))
    building.refresh_samples(seeds, store)
    assert seen == [False]


def test_what_is_not_a_store_is_never_removed(
    tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr("relmap.build.build", lambda *_, **__: None)
    building.refresh_samples(seeds, tmp_path)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_samples_are_refreshed_once_per_server(
    tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[Any] = []
    monkeypatch.setattr("relmap.build.build", lambda *given, **_: runs.append(given))
    for _ in range(3):
        building.refresh_samples(seeds, tmp_path / "samples")
    assert runs == [([seeds], tmp_path / "samples")]


def test_a_store_that_cannot_be_refreshed_is_shown_as_it_is(
    seeds_store: Path, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ModelError("the model is missing")

    monkeypatch.setattr("relmap.build.build", fail)
    building.refresh_samples(seeds, seeds_store)
    with pytest.raises(ModelError):
        building.refresh_samples(seeds, tmp_path / "nothing")


def test_an_upload_is_told_with_what_was_not_read(tmp_path: Path) -> None:
    files = [("news.txt", b"Russia met Pakistan. They talked."), ("empty.txt", b"")]
    assert building._take_in(files, tmp_path / "own", no_progress)
    new, known, unread = st.session_state["relmap.report"]
    assert (new, known) == (1, 0)
    assert [item.path for item in unread] == ["empty.txt"]


def test_an_upload_of_nothing_readable_is_an_error_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(st, "error", told.append)
    assert not building._take_in([("![x](http://e/x).txt", b"")], tmp_path / "own", no_progress)
    assert len(told) == 1
    assert "![" not in told[0]


def test_unread_inputs_are_listed_without_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(st, "warning", told.append)
    unread = [Unread("![x](http://e/x).txt", None, "empty")] * (building.LISTED + 2)
    building._list_unread(unread)
    assert told[0].count("\n- ") == building.LISTED + 1
    assert "and 2 more" in told[0]
    assert "![" not in told[0]


def test_progress_has_a_bar_only_where_its_end_is_known() -> None:
    slot = Mock()
    show = building._bar(slot)
    show("reading", 0, None)
    show("reading", 5, None)
    show("extracting", 2, 5)
    assert slot.mock_calls == [
        call.text("Reading …"),
        call.text("Reading: 5 so far"),
        call.progress(0.4, text="Extracting: 2 of 5"),
    ]
