"""The form of an output: said by --format, else by the name of the file, else by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from relmap.briefing.pictures import PICTURES
from relmap.cli.drawing import MAP_FORMS
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
        ("map.txt", None, "html", "html"),
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
        ("map.gif", None, "map.gif does not say"),
        ("map.png", "html", "map.png ends in .png, but --format says html"),
        ("map.png", "gif", "'gif' is not one of png or html"),
    ],
)
def test_a_form_that_is_not_said_or_said_twice_is_refused(
    output: str | None, wanted: str | None, words: str
) -> None:
    with pytest.raises(typer.BadParameter, match=words):
        choose_form(output and Path(output), wanted, FORMS)


def test_a_map_has_the_forms_that_pictures_have() -> None:
    assert {*PICTURES, "html"} == set(MAP_FORMS)
