"""Text that XML can carry: no library that writes XML looks for what XML forbids."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

#: Whatever is no Char of XML 1.0 (fifth edition, production 2): most control characters, lone
#: surrogates, U+FFFE and U+FFFF. Not even written as a number may they stand in a document.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: What stands for a character that cannot be shown.
REPLACEMENT = "\ufffd"


def legal(text: str) -> str:
    """Return a text with U+FFFD for every character that XML forbids.

    A carriage return becomes a line feed, as every reader of XML would make it one.
    """
    return _FORBIDDEN.sub(REPLACEMENT, text).replace("\r\n", "\n").replace("\r", "\n")


def make_legal(tree: Element) -> None:
    """Replace what XML forbids in every text and attribute of a tree."""
    for element in tree.iter():
        if element.text:
            element.text = legal(element.text)
        for name, value in element.items():
            element.set(name, legal(value))
