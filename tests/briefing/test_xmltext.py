"""What XML forbids is replaced, and nothing else is."""

from __future__ import annotations

import io
import sys
from xml.etree.ElementTree import Element, ElementTree, ParseError, SubElement, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.briefing.xmltext import REPLACEMENT, legal, make_legal

ANY = st.text(st.characters(), max_size=20) | st.text(
    st.sampled_from("\x00\x08\t\n\x0b\r\x1b\x7f\x85\ud800\udfff\ufffe\uffff\U0001f600<&\"']]>a"),
    max_size=20,
)


def is_readable(char: str) -> bool:
    """Whether a parser of XML takes the character; lone surrogates have no bytes at all."""
    try:
        fromstring(f"<a>{char}</a>".encode())
    except (ParseError, UnicodeEncodeError):
        return False
    return True


def test_exactly_what_a_parser_refuses_is_replaced() -> None:
    everything = [*range(0x11000), *range(0x1FF00, 0x20010), sys.maxunicode - 1, sys.maxunicode]
    for code in everything:
        char = chr(code)
        if char in "<&\r":
            continue
        assert legal(char) == (char if is_readable(char) else REPLACEMENT), hex(code)


@pytest.mark.parametrize(
    ("text", "read"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("\r\r\n", "\n\n")]
)
def test_line_ends_are_those_that_are_read(text: str, read: str) -> None:
    assert legal(text) == read


@given(ANY, ANY)
def test_a_tree_is_read_as_it_was_written(text: str, value: str) -> None:
    tree = Element("graph", name=value)
    SubElement(tree, "label").text = text
    make_legal(tree)
    stream = io.BytesIO()
    ElementTree(tree).write(stream, encoding="utf-8", xml_declaration=True)
    again = fromstring(stream.getvalue())
    assert again.get("name") == legal(value)
    assert (again[0].text or "") == legal(text)
    assert legal(legal(text)) == legal(text)
