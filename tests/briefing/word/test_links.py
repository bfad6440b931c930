"""Web addresses that Word opens a document with, and those that it would call damage."""

from __future__ import annotations

import pytest
from docx import Document
from docx.oxml.ns import qn

from relmap.briefing.word.links import LONGEST, WebLinks, word_address


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("http://example.org:8080", "http://example.org:8080"),
        ('https://example.org/"><x a=b>', "https://example.org/%22%3E%3Cx%20a=b%3E"),
        (
            "https://пример.рф/новости",
            "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8",
        ),
        ("https://example.org/\ud800", ""),
        ("https://exa mple.org/", ""),
        ("https://ann@example.org/", ""),
        ("https://.example..org/", ""),
        ("https://[::1", ""),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        (f"https://example.org/{'a' * LONGEST}", ""),
    ],
)
def test_an_address_is_sound_or_none(address: str, held: str) -> None:
    assert word_address(address) == held


def test_an_address_is_noted_once_and_an_unsound_one_is_text() -> None:
    document = Document()
    links = WebLinks(document.part)
    before = len(document.part.rels)
    one, same, none = (
        links.link(address, "text")
        for address in ("https://example.org", "https://example.org", "https://exa mple.org")
    )
    assert len(document.part.rels) == before + 1
    assert one.get(qn("r:id")) == same.get(qn("r:id"))
    assert none.tag == qn("w:r")
