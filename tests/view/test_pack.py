"""The evidence pack: plain HTML that article text cannot turn into anything else."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from relmap.models import Unread
from relmap.view.caption import Caption
from relmap.view.network import MapData
from relmap.view.pack import (
    End,
    Pack,
    PackTie,
    Passage,
    Piece,
    Quote,
    Remainder,
    Source,
    write_pack,
)

HOSTILE = (
    "\"'><img src=x onerror=document.title='pwned'></script><script>alert(1)</script>{{ 7*7 }}"
)
STILL = '<svg xmlns="http://www.w3.org/2000/svg"><text>50% &amp; "five" #1</text></svg>'
VOID = {"meta", "img", "br"}


class Elements(HTMLParser):
    """The elements of a page and their texts; fails where they are not nested well."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self.open[-1] if self.open else "", data))

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.found if name in attrs]


def hostile_tie(number: int, tie_id: str) -> PackTie:
    ends = (End(HOSTILE, "person", "Person"), End("Aland", "country", "Country"))
    pieces = (Piece(HOSTILE, "person"), Piece(" met "), Piece("it", "country", HOSTILE))
    addresses = ('https://example.org/?a=1&b="><script>', "")
    passages = tuple(
        Passage(Source(HOSTILE, "undated", HOSTILE, address), (Quote(place, pieces),))
        for place, address in enumerate(addresses, start=1)
    )
    return PackTie(number, tie_id, ends, ("2", "2"), HOSTILE, HOSTILE, passages, HOSTILE)


@pytest.fixture
def pack(map_data: MapData) -> Pack:
    ids = [row["id"] for row in reversed(map_data.edges)]
    ties = tuple(hostile_tie(number, tie_id) for number, tie_id in enumerate(ids, start=1))
    remainders = (
        Remainder("undated", HOSTILE, HOSTILE, (ties[0].passages[0].source,), more=HOSTILE),
        Remainder("unread", HOSTILE, HOSTILE, unread=(Unread(HOSTILE, 7, HOSTILE),)),
    )
    caption = Caption(HOSTILE, (HOSTILE, "all outlets"), HOSTILE, "top=3&outlet=<b>")
    return Pack(caption, ("Sentences", "Articles"), ties, (HOSTILE,), remainders)


@pytest.fixture
def html(pack: Pack, map_data: MapData) -> str:
    return write_pack(pack, map_data, STILL, alt=HOSTILE, selected="country:AA")


@pytest.fixture
def elements(html: str) -> Elements:
    return Elements(html)


def test_hostile_text_makes_no_element_and_no_attribute(elements: Elements) -> None:
    counts = Counter(tag for tag, _ in elements.found)
    assert counts["script"] == 3
    assert counts["img"] == 1
    assert counts["style"] == 1
    assert not [name for _, attrs in elements.found for name in attrs if name.startswith("on")]
    assert [text for tag, text in elements.texts if tag == "h1"] == [HOSTILE]
    assert [text for tag, text in elements.texts if tag == "title"] == [HOSTILE]


def test_every_address_leads_into_the_page_or_to_the_web(elements: Elements) -> None:
    ids = elements.attributes("id")
    assert len(set(ids)) == len(ids)
    for address in elements.attributes("href"):
        if address.startswith("#"):
            assert address[1:] in ids
        else:
            assert address.startswith("https://example.org/")
    outside = [a for tag, a in elements.found if (a.get("href") or "").startswith("https:")]
    assert {link["rel"] for link in outside} == {"noopener noreferrer"}


def test_table_and_footnotes_point_to_each_other(elements: Elements) -> None:
    links = elements.attributes("href")
    ids = elements.attributes("id")
    for number in (1, 2):
        assert {f"row-{number}", f"tie-{number}", f"tie-{number}-1"} <= set(ids)
        assert links.count(f"#tie-{number}") == 1
        assert links.count(f"#row-{number}") == 2


def test_the_picture_stands_in_the_page_as_it_is(elements: Elements) -> None:
    (image,) = [attrs for tag, attrs in elements.found if tag == "img"]
    head, _, body = (image["src"] or "").partition(",")
    assert head == "data:image/svg+xml"
    assert unquote(body) == STILL
    assert not set(body) & set("<>\"#\n'")
    assert image["alt"] == HOSTILE


def test_the_map_knows_the_numbers_of_its_ties(elements: Elements, pack: Pack) -> None:
    (data,) = [text for tag, text in elements.texts if tag == "script"][:1]
    told = json.loads(data)
    nodes, edges = told["map"]["nodes"]["id"], told["map"]["edges"]
    ends = zip(edges["from"], edges["to"], edges["number"], strict=True)
    assert {f"{nodes[u]}|{nodes[v]}": number for u, v, number in ends} == pack.numbers()
    assert told["selected"] == "country:AA"


def test_words_that_stand_for_an_actor_say_for_whom(elements: Elements) -> None:
    marks = [attrs for tag, attrs in elements.found if tag == "mark"]
    assert {"class": "person"} in marks
    assert {"class": "country referred", "title": f"stands for {HOSTILE}"} in marks


def test_the_sentence_can_be_read_letter_by_letter(html: str, elements: Elements) -> None:
    quotes = html.count("<blockquote")
    assert quotes == 4
    marked = [text for tag, text in elements.texts if tag == "mark"]
    assert marked == [HOSTILE, "it"] * quotes


def test_it_carries_the_link_the_maker_and_what_a_tie_means(elements: Elements, pack: Pack) -> None:
    text = "".join(text for _, text in elements.texts)
    assert pack.caption.meaning in text
    assert "top=3&outlet=<b>" in text
    assert "row 7" in text


def test_the_same_pack_gives_the_same_page(html: str, pack: Pack, map_data: MapData) -> None:
    assert write_pack(pack, map_data, STILL, alt=HOSTILE, selected="country:AA") == html
