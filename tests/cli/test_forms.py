"""The form of an output: said by --format, else by the name of the file, else by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from relmap.briefing.formats import FORMATS, GRAPH_FORMATS
from relmap.briefing.pictures import PICTURES
from relmap.cli.drawing import BRIEF_FORMS, MAP_FORMS
from relmap.cli.forms import choose_form

FORMS = ("png", "html")


@pytest.mark.parametrize(
    ("output", "wanted", "default", "form"),
    [
        ("map.png", None, None, "png"),
        ("map.PNG", None, None, "png"),
        ("map.htm", None, None, "html"),
        ("map.png", "png", None, "png"),
        ("map.xml", "png", None, "png"),
        ("-", "png", None, "png"),
        (None, "html", None, "html"),
        (None, None, "html", "html"),
        ("map", None, "html", "html"),
        ("map.txt", None, "html", "html"),
        ("-", None, "html", "html"),
        ("map.v2", "html", "png", "html"),
        ("map.png", None, "html", "png"),
    ],
)
def test_the_form_is_found(
    output: str | None, wanted: str | None, default: str | None, form: str
) -> None:
    assert choose_form(output and Path(output), wanted, FORMS, default) == form


@pytest.mark.parametrize(
    ("output", "wanted", "words"),
    [
        ("map", None, "map does not say .* .png or .html"),
        ("-", None, "standard output does not say"),
        (None, None, "standard output does not say"),
        ("map.xml", None, "map.xml does not say .* .png or .html, or use --format"),
        ("map.gif", None, "map.gif ends in .gif: relmap writes no such file. .* .png or .html"),
        ("map.gif", "png", "map.gif ends in .gif"),
        ("map.docx", None, "map.docx ends in .docx: relmap brief writes that. .* .png or .html"),
        ("map.docx", "png", "map.docx ends in .docx"),
        ("map.png", "html", "map.png ends in .png, but --format says html"),
        ("map.png", "gif", "'gif' is not one of png or html"),
    ],
)
def test_a_form_that_is_not_said_or_said_twice_is_refused(
    output: str | None, wanted: str | None, words: str
) -> None:
    with pytest.raises(typer.BadParameter, match=words):
        choose_form(output and Path(output), wanted, FORMS)


TABLE, GRAPH = ("csv", "jsonl"), ("gexf", "graphml", "json")


@pytest.mark.parametrize("wanted", [None, "default"])
@pytest.mark.parametrize(
    ("file", "forms", "command"),
    [
        ("q.png", GRAPH, "relmap map writes"),
        ("q.HTM", GRAPH, "relmap map or relmap brief writes"),
        ("q.csv", GRAPH, "relmap export ties writes"),
        ("q.xlsx", TABLE, "relmap writes no such file"),
        ("q.csv.gz", TABLE, "relmap writes no such file"),
        ("q.json", TABLE, "relmap export graph writes"),
        ("q.pdf", TABLE, "relmap map writes"),
    ],
)
def test_what_would_be_opened_as_something_else_is_never_written(
    file: str, forms: tuple[str, ...], command: str, wanted: str | None
) -> None:
    with pytest.raises(typer.BadParameter, match=rf"{command}.*a file that ends in \.{forms[0]}"):
        choose_form(Path(file), wanted and forms[0], forms, forms[0])


@pytest.mark.parametrize("file", ["q.foo", "q.2023", "q.xml"])
def test_an_ending_that_says_nothing_needs_the_form(file: str) -> None:
    with pytest.raises(typer.BadParameter, match=f"{file} does not say in which form.*--format"):
        choose_form(Path(file), None, TABLE, "csv")
    assert choose_form(Path(file), "jsonl", TABLE, "csv") == "jsonl"


def test_every_form_is_known_to_be_written_by_its_command() -> None:
    # Told by a command that does not write it: that is what the message is for.
    told = {"map": MAP_FORMS, "brief": BRIEF_FORMS, "graph": GRAPH_FORMATS, "ties": FORMATS}
    for command, forms in told.items():
        for form in forms:
            with pytest.raises(typer.BadParameter, match=rf"\b{command}\b.* writes that"):
                choose_form(Path(f"q.{form}"), None, ("none",))


def test_a_map_has_the_forms_that_pictures_have() -> None:
    assert {*PICTURES, "html"} == set(MAP_FORMS)
