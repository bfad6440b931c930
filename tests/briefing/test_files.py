"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from relmap.briefing.files import output_stream, whole_file
from relmap.errors import RelmapError


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    with whole_file(tmp_path / "ties.csv") as draft:
        draft.write_text("new")
        assert not (tmp_path / "ties.csv").exists()
    assert (tmp_path / "ties.csv").read_text() == "new"
    assert [*tmp_path.iterdir()] == [tmp_path / "ties.csv"]


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, ValueError, OSError("disk full")])
def test_an_older_file_survives_a_block_that_fails(
    tmp_path: Path, trouble: type[BaseException] | OSError
) -> None:
    (tmp_path / "ties.csv").write_text("old")

    def fail() -> None:
        with whole_file(tmp_path / "ties.csv") as draft:
            draft.write_text("ne")
            raise trouble

    with pytest.raises((KeyboardInterrupt, ValueError, RelmapError)):
        fail()
    assert (tmp_path / "ties.csv").read_text() == "old"
    assert [*tmp_path.iterdir()] == [tmp_path / "ties.csv"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    def write(path: Path) -> None:
        with whole_file(path) as draft:
            draft.write_text("x")

    with pytest.raises(RelmapError, match=r"missing.ties\.csv cannot be written: .*-o"):
        write(tmp_path / "missing" / "ties.csv")
    (tmp_path / "file").touch()
    for impossible in (tmp_path, tmp_path / "file" / "ties.csv", tmp_path / ("x" * 300)):
        with pytest.raises(RelmapError, match="cannot be written"):
            write(impossible)


def test_a_link_keeps_pointing_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with whole_file(tmp_path / "link.csv") as draft:
        draft.write_text("new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_a_closed_standard_output_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(RelmapError, match=r"closed\. Name a file with -o\."), output_stream(None):
        pass


def test_what_is_no_regular_file_is_written_to_directly() -> None:
    with whole_file(Path(os.devnull)) as draft:
        draft.write_text("x")
    assert Path(os.devnull).is_char_device()
