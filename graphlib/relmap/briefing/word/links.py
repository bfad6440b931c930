"""Links of a Word document: to places in itself, and to the web where the address is sound."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from relmap.briefing.word.elements import make, run
from relmap.view.standalone import web_address

HYPERLINK = "Hyperlink"
#: Word calls a document damaged whose links are longer.
LONGEST = 2_000

_HOST = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?")
_KEPT = "%/:?#@!$&'()*+,;=~-._"


def place(name: str, number: int, *children: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return elements as a place that links can lead to; `number` is the place's own."""
    start = make("w:bookmarkStart", id=str(number), name=name)
    return [start, *children, make("w:bookmarkEnd", id=str(number))]


def link_to(name: str, text: str) -> BaseOxmlElement:
    """Return a link to a place of the document."""
    return make("w:hyperlink", run(text, style=HYPERLINK), anchor=name, history="1")


class WebLinks:
    """The links of one part of a document to the web; every address is noted once."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}

    def link(self, address: str, text: str) -> BaseOxmlElement:
        """Return a link, or the text alone where Word would take offence at the address."""
        target = word_address(address)
        if not target:
            return run(text)
        if target not in self._ids:
            self._ids[target] = self._part.relate_to(
                target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        element = make("w:hyperlink", run(text, style=HYPERLINK), history="1")
        element.set(qn("r:id"), self._ids[target])
        return element


def word_address(address: str) -> str:
    """Return a web address as a Word document can hold it, or "" where it cannot.

    Word refuses to open a document with one malformed address in it ("unreadable content").
    """
    try:
        parts = urlsplit(web_address(address))
        host = parts.netloc.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return ""
    rest = parts._replace(scheme="", netloc="").geturl()
    escaped = f"{parts.scheme}://{host}{quote(rest, safe=_KEPT, errors='replace')}"
    return escaped if len(escaped) <= LONGEST else ""
