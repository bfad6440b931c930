"""A document's bytes and properties know no clock and no other program."""

from __future__ import annotations

import io
from datetime import date, datetime
from zipfile import ZipFile

from docx import Document

from relmap.briefing.word.saving import save

DAY = date(2023, 7, 5)


def test_the_members_have_no_time_of_their_own() -> None:
    content = save(Document(), title="T", day=DAY)
    with ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name or "app.xml" in name]


def test_the_properties_say_who_and_when() -> None:
    content = save(Document(), title="A\x00\n" + "b" * 300, day=DAY)
    properties = Document(io.BytesIO(content)).core_properties
    assert properties.title.startswith("A\ufffd bbb")
    assert len(properties.title) == 255
    assert properties.author == properties.last_modified_by == "relmap"
    assert properties.created.replace(tzinfo=None) == datetime(2023, 7, 5)
    assert properties.comments == ""
