"""A Word document as bytes that are the same every time."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

from relmap.briefing.word.elements import one_line

AUTHOR = "relmap"
#: Word takes no longer title into the properties of a document.
_LONGEST_TITLE = 255
#: The oldest time that a zip archive can tell: no clock is asked.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: What python-docx's template brings along and says nothing of this document: the picture of an
#: empty page, and the name of another program.
_FOREIGN = ("/thumbnail", "/extended-properties", "/stylesWithEffects")


def save(document: Document, *, title: str, day: date) -> bytes:
    """Return the document as a file; its properties say `title`, `day` and nothing of today."""
    _describe(document, title, datetime.combine(day, time()))
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, found in relations.items() if found.reltype.endswith(_FOREIGN)]:
            del relations[key]
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _describe(document: Document, title: str, moment: datetime) -> None:
    properties = document.core_properties
    properties.title = one_line(title)[:_LONGEST_TITLE]
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = moment
    properties.comments = ""


def _timeless(content: bytes) -> bytes:
    """Return a zip archive with the time of no machine on its members."""
    steady = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(steady, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = ZipInfo(name, _NO_TIME)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 0
            new.writestr(member, old.read(name))
    return steady.getvalue()
