"""A picture as SVG: text stays text, whatever a name holds."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, tostring

from relmap.view.metrics import FAMILY, family_of
from relmap.view.picture import Picture
from relmap.view.shapes import Block, Line, Mark, Point, Shape, Text

#: Thousands of ties fainter than this make a ground: nobody sees that they are drawn without
#: smoothing, which takes a third of the time.
_FAINT = 0.15

_NAMESPACE = "http://www.w3.org/2000/svg"

# XML 1.0 has no place for these, not even as references: control characters, lone surrogates
# (which have no UTF-8 either) and the two last code points of the basic plane.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\t\n\r\u0085\u2028\u2029]")


def write_svg(picture: Picture, *, scale: float = 1.0) -> str:
    """Return the picture as one SVG document without scripts, styles or outside references.

    It asks to be shown at `scale` times its logical size. The same picture gives the same text;
    write it as UTF-8.
    """
    width, height = _number(picture.width), _number(picture.height)
    root = Element(
        "svg",
        {
            "xmlns": _NAMESPACE,
            "width": _number(scale * picture.width),
            "height": _number(scale * picture.height),
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "font-family": FAMILY,
        },
    )
    SubElement(root, "title").text = drawable(picture.title)
    SubElement(root, "desc").text = drawable(picture.description)
    for shape in picture.shapes:
        _add(root, shape)
    return tostring(root, encoding="unicode") + "\n"


def drawable(text: str) -> str:
    """Return a text as XML can hold it: what it cannot becomes "\ufffd", a line break a space."""
    return _FORBIDDEN.sub("\ufffd", _BREAKS.sub(" ", text))


def _add(root: Element, shape: Shape) -> None:
    if isinstance(shape, Line):
        element = _line(root, shape)
    elif isinstance(shape, Mark):
        element = _mark(root, shape)
    elif isinstance(shape, Block):
        element = _block(root, shape)
    else:
        element = _text(root, shape)
    element.set("class", shape.role)
    owner = "" if isinstance(shape, Block) else shape.owner
    if owner:
        element.set("data-id", drawable(owner))


def _line(root: Element, line: Line) -> Element:
    (x, y), (to_x, to_y) = line.start, line.end
    ends = {"x1": _number(x), "y1": _number(y), "x2": _number(to_x), "y2": _number(to_y)}
    ink = {"stroke": line.colour, "stroke-width": _number(line.width)}
    element = SubElement(root, "line", ends | ink)
    if line.opacity < 1.0:
        element.set("stroke-opacity", _number(line.opacity))
    if line.opacity < _FAINT:
        element.set("shape-rendering", "optimizeSpeed")
    return element


def _mark(root: Element, mark: Mark) -> Element:
    x, y, reach = mark.x, mark.y, mark.radius
    if mark.form == "dot":
        place = {"cx": _number(x), "cy": _number(y), "r": _number(reach)}
        element = SubElement(root, "circle", place)
    elif mark.form == "square":
        corners = [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach)]
        element = _polygon(root, [*corners, (x - reach, y + reach)])
    else:
        element = _polygon(root, [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)])
    element.set("fill", mark.fill)
    if mark.rim:
        element.set("stroke", mark.rim)
        element.set("stroke-width", _number(mark.rim_width))
    if mark.dashed:
        element.set("stroke-dasharray", "4 3")
    return element


def _polygon(root: Element, corners: list[Point]) -> Element:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)
    return SubElement(root, "polygon", {"points": points})


def _block(root: Element, block: Block) -> Element:
    box = block.box
    place = {"x": _number(box.left), "y": _number(box.top)}
    size = {"width": _number(box.width), "height": _number(box.height)}
    return SubElement(root, "rect", place | size | {"fill": block.fill})


def _text(root: Element, text: Text) -> Element:
    element = SubElement(
        root,
        "text",
        {
            "x": _number(text.x),
            "y": _number(text.y),
            "font-size": _number(text.size),
            "fill": text.colour,
        },
    )
    if text.bold:
        element.set("font-weight", "bold")
    if text.anchor != "start":
        element.set("text-anchor", text.anchor)
    if text.halo:
        element.set("stroke", text.halo)
        element.set("stroke-width", _number(0.28 * text.size))
        element.set("stroke-linejoin", "round")
        element.set("paint-order", "stroke")
    element.text = drawable(text.text)
    if family_of(element.text) != FAMILY:
        element.set("font-family", family_of(element.text))
    return element


def _number(value: float) -> str:
    """Two decimals at most, and never "-0"."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
