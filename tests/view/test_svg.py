"""Hostile names in an SVG: text and nothing else."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.view.caption import Caption
from relmap.view.network import MapData
from relmap.view.picture import Picture, compose
from relmap.view.shapes import Box, Text
from relmap.view.svg import drawable, write_svg

SPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = {
    *("svg", "title", "desc", "rect", "line", "circle", "polygon", "text"),
}
ATTRIBUTES = {
    *("width", "height", "viewBox", "role", "font-family", "class", "data-id", "points", "fill"),
    *("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "stroke", "stroke-width", "font-size"),
    *("stroke-opacity", "stroke-dasharray", "stroke-linejoin", "paint-order", "font-weight"),
    *("text-anchor", "shape-rendering"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><image href="https://example.org/x.png"/>',
    "</text></svg><svg onload='alert(1)'>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    "]]><![CDATA[ & &amp; &#0; \x00\x08\x1f\x7f",
    "url(javascript:alert(1)) expression(alert(1))",
    "\ud800 \ufffe \uffff \u2028 \u202egnirts \u2067",
)


def picture(*texts: str) -> Picture:
    shapes = tuple(
        Text(10, 20, text, 12, "#000000", "label", owner=text, halo="#ffffff") for text in texts
    )
    return Picture(200, 100, shapes, " ".join(texts), "", Box(0, 0, 200, 100))


def read(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.encode("utf-8"))


def spoken(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in root.iter(f"{SPACE}text")]


@given(st.lists(st.text(st.characters()) | st.sampled_from(HOSTILE), max_size=4))
def test_what_is_read_back_is_what_was_named(names: list[str]) -> None:
    root = read(write_svg(picture(*names)))
    assert spoken(root) == [drawable(name) for name in names]
    check_harmless(root)


def check_harmless(root: ElementTree.Element) -> None:
    for element in root.iter():
        assert element.tag.removeprefix(SPACE) in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        for name, value in element.attrib.items():
            assert name == "data-id" or "(" not in value


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")))
def test_every_letter_that_xml_can_hold_is_kept(name: str) -> None:
    assert drawable(name) == re.sub("[\ufffe\uffff]", "\ufffd", name)


def test_what_xml_cannot_hold_is_replaced_in_sight() -> None:
    assert drawable("a\x00b\ud800c\ufffe") == "a\ufffdb\ufffdc\ufffd"
    assert drawable("a\nb\tc\u2028d") == "a b c d"


def test_hostile_names_of_a_map_are_text(map_data: MapData) -> None:
    caption = Caption(HOSTILE[0], HOSTILE[1:], HOSTILE[1], HOSTILE[2])
    drawn = compose(map_data, caption)
    svg = write_svg(drawn)
    root = read(svg)
    check_harmless(root)
    texts = [shape.text for shape in drawn.shapes if isinstance(shape, Text)]
    assert spoken(root) == [drawable(text) for text in texts]
    assert not re.search(r"<!|<\?|href|\son\w+=|<style|<script|<image", without_text(root, svg))


def without_text(root: ElementTree.Element, svg: str) -> str:
    """The markup alone."""
    for element in root.iter():
        element.text = element.tail = None
        element.attrib.pop("data-id", None)
    assert svg.startswith("<svg ")
    return ElementTree.tostring(root, encoding="unicode")


def test_a_text_with_other_letters_is_set_in_one_font_that_is_chosen() -> None:
    root = read(write_svg(picture("Beijing 北京 TV", "Łódź")))
    other, own = root.iter(f"{SPACE}text")
    assert str(other.get("font-family")).startswith("DejaVu Sans, ")
    assert own.get("font-family") is None
    assert str(root.get("font-family")).startswith("Liberation Sans, ")


@pytest.mark.parametrize("scale", [1.0, 0.6])
def test_the_size_asked_for(scale: float) -> None:
    root = read(write_svg(picture("Chad"), scale=scale))
    assert float(str(root.get("width"))) == pytest.approx(200 * scale)
    assert root.get("viewBox") == "0 0 200 100"
