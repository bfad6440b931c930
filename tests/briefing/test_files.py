"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from relmap.briefing.files import output_stream, refuse_terminal, whole_file, write_bytes
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


CONTENT = bytes(range(256))


def test_bytes_are_written_whole_and_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "map.png"
    path.write_text("old")
    write_bytes(path, CONTENT)
    assert path.read_bytes() == CONTENT
    assert [*tmp_path.iterdir()] == [path]
    with pytest.raises(RelmapError, match=r"cannot be written: .*-o"):
        write_bytes(tmp_path / "missing" / "map.png", CONTENT)


@pytest.mark.parametrize("path", [None, Path("-")])
def test_bytes_go_to_standard_output_as_they_are(
    path: Path | None, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    refuse_terminal(path)
    sys.stdout.write("before\n")
    write_bytes(path, CONTENT)
    assert capfdbinary.readouterr().out == b"before\n" + CONTENT


def test_a_terminal_is_refused_only_where_it_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    refuse_terminal(Path("map.png"))
    for path in (None, Path("-")):
        with pytest.raises(RelmapError, match=r"Name a file with -o"):
            refuse_terminal(path)
