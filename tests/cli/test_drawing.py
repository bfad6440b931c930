"""`relmap map` and `relmap brief`: every form of them, whole or not there."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from relmap.links import MOST_DRAWN

Relmap = Callable[..., Any]

#: What files of a form begin with.
STARTS = {
    "png": b"\x89PNG\r\n\x1a\n",
    "svg": b"<svg",
    "pdf": b"%PDF-",
    "html": b"<!doctype html>",
    "docx": b"PK\x03\x04",
}
FILES = ["map.png", "map.svg", "map.pdf", "map.html", "brief.html", "brief.docx"]
every_file = pytest.mark.parametrize("file", FILES)


def verb(file: str) -> str:
    return file.partition(".")[0]


def page_data(page: str) -> Any:
    return json.loads(page.split('id="data">')[1].split("</script>", maxsplit=1)[0])


@every_file
def test_a_file_is_what_its_name_says(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, file: str
) -> None:
    path = tmp_path / file
    done = relmap(verb(file), "--store", seeds_store, "-o", path, "--title", "Five articles")
    assert (done.code, done.out) == (0, "")
    assert path.read_bytes().lower().startswith(STARTS[path.suffix[1:]].lower())
    assert f"{path} written: " in done.err
    assert [*tmp_path.glob("*.part")] == []


@every_file
def test_a_file_goes_through_a_pipe_as_well(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, file: str
) -> None:
    path = tmp_path / file
    relmap(verb(file), "--store", seeds_store, "-o", path)
    form = ("--format", path.suffix[1:])
    done = relmap(verb(file), "--store", seeds_store, "-o", "-", *form)
    assert done.code == 0
    assert done.content == path.read_bytes()


def read_screen(reading: int, shown: list[bytes]) -> None:
    """Gather what a terminal is sent: nobody reading, a command that writes much would wait."""
    with os.fdopen(reading, "rb", buffering=0) as screen, suppress(OSError):
        while part := screen.read(65_536):
            shown.append(part)


@pytest.mark.parametrize("file", ["map.png", "map.pdf", "brief.docx"])
def test_a_terminal_is_spared_what_is_no_text(seeds_store: Path, file: str) -> None:
    reading, terminal = pty.openpty()
    form = file.partition(".")[2]
    command = [sys.executable, "-m", "relmap", verb(file), "--store", str(seeds_store)]
    shown: list[bytes] = []
    reader = threading.Thread(target=read_screen, args=(reading, shown), daemon=True)
    reader.start()
    with os.fdopen(terminal, "wb") as screen:
        done = subprocess.run(
            [*command, "-o", "-", "--format", form],
            stdout=screen,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )
    reader.join(timeout=10)
    assert b"".join(shown) == b""
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert "-o" in done.stderr


@every_file
def test_a_place_that_cannot_be_written_is_an_error_in_one_line(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, file: str
) -> None:
    done = relmap(verb(file), "--store", seeds_store, "-o", tmp_path / "no" / file)
    assert done.code == 1
    assert done.err.startswith("Error: ")
    assert done.err.count("\n") == 1


def test_a_title_is_never_markup(relmap: Relmap, seeds_store: Path, tmp_path: Path) -> None:
    for file in ("map.html", "map.svg", "brief.html"):
        path = tmp_path / file
        relmap(verb(file), "--store", seeds_store, "-o", path, "--title", "Five <b>articles</b>")
        text = path.read_text(encoding="utf-8")
        assert "&lt;b&gt;" in text
        assert "<b>articles" not in text


def test_the_page_obeys_filters_and_lens(relmap: Relmap, seeds_store: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    options = ("--kind", "country", "--min-weight", "2", "--top", "4")
    done = relmap("map", "--store", seeds_store, "-o", page, *options)
    text = page.read_text(encoding="utf-8")
    assert "ties of at least 2 sentences" in text
    data = page_data(text)
    assert len(data["map"]["nodes"]) == 4
    assert {node["kind"] for node in data["map"]["nodes"]} == {"country"}
    for edge in data["map"]["edges"]:
        assert len(data["evidence"][edge["id"]]) == edge["weight"] >= 2
    assert "4 of " in done.err


def test_a_picture_says_the_link_that_makes_it_again(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    one, again = tmp_path / "one.svg", tmp_path / "again.svg"
    options = ("--around", "Pakistan", "--kind", "country", "--layout", "shown")
    relmap("map", "--store", seeds_store, "-o", one, *options)
    link = "kind=country&around=country:PK&layout=shown"
    assert link in "".join(ElementTree.fromstring(one.read_text(encoding="utf-8")).itertext())
    relmap("map", "--store", seeds_store, "-o", again, "--view", link)
    assert one.read_bytes() == again.read_bytes()


def test_a_sharper_picture_is_larger(relmap: Relmap, seeds_store: Path, tmp_path: Path) -> None:
    widths = {}
    for scale in ("2", "3"):
        path = tmp_path / f"{scale}.png"
        relmap("map", "--store", seeds_store, "-o", path, "--scale", scale)
        widths[scale] = int.from_bytes(path.read_bytes()[16:20])
    relmap("map", "--store", seeds_store, "-o", tmp_path / "plain.png")
    assert widths["3"] * 2 == widths["2"] * 3
    assert (tmp_path / "plain.png").read_bytes() == (tmp_path / "2.png").read_bytes()


def test_an_actor_of_several_is_not_guessed(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    done = relmap("map", "--store", seeds_store, "-o", tmp_path / "map.svg", "--around", "pakistan")
    assert done.code == 1
    assert "Did you mean country:PK (Pakistan)?" in done.err
    assert not (tmp_path / "map.svg").exists()


@pytest.mark.parametrize("file", ["map.png", "brief.html"])
def test_more_actors_than_can_be_drawn_are_refused_at_once(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, file: str
) -> None:
    done = relmap(verb(file), "--store", seeds_store, "-o", tmp_path / file, "--top", "5001")
    assert done.code == 1
    assert "5,001 actors are too many to draw" in done.err
    assert "relmap export graph" in done.err


def test_as_many_actors_as_can_be_drawn_are_drawn(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "map.svg"
    done = relmap("map", "--store", seeds_store, "-o", file, "--top", str(MOST_DRAWN))
    assert done.code == 0, done.err
    assert file.exists()


def test_references_are_said_where_they_count(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    page = tmp_path / "map.html"
    said = "“he”, “she” and “the minister” counted"
    for switch, is_said in (("--references", True), ("--no-references", False)):
        relmap("map", "-o", page, "--store", seeds_store, switch)
        assert (said in page.read_text(encoding="utf-8")) == is_said


def test_letters_that_no_font_has_are_reported(relmap: Relmap, tmp_path: Path) -> None:
    # Linear A: in Unicode since 2014, in the fonts of next to no machine.
    relmap("build", _press(tmp_path), "--store", tmp_path / "store")
    title = "Talks of \U00010600\U00010601"
    done = relmap(
        "map", "--store", tmp_path / "store", "-o", tmp_path / "map.png", "--title", title
    )
    assert done.code == 0
    assert "No font of this machine" in done.err
    assert "Install a font" in done.err


def _press(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text("Russia and Pakistan agreed on a plan.\n", encoding="utf-8")
    return path


def test_a_brief_quotes_as_many_sentences_as_asked_for(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    sizes = []
    for quoted in ("1", "50"):
        path = tmp_path / f"{quoted}.html"
        done = relmap("brief", "--store", seeds_store, "-o", path, "--quoted", quoted)
        assert done.code == 0, done.err
        sizes.append(path.stat().st_size)
    assert sizes[0] < sizes[1]


def test_a_brief_for_word_opens(relmap: Relmap, seeds_store: Path, tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "pack.docx"
    relmap("brief", "--store", seeds_store, "-o", path, "--title", "Five articles")
    document = Document(str(path))
    assert any("Five articles" in each.text for each in document.paragraphs)
    assert any(
        name.endswith(".png") for name in zipfile.ZipFile(io.BytesIO(path.read_bytes())).namelist()
    )
