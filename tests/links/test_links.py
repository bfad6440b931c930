"""Every view can be written as a link and read again; whatever else is read is refused in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relmap.errors import LinkError
from relmap.links import (
    LONGEST,
    MOST_DRAWN,
    PARAMETERS,
    Link,
    link_parameters,
    read_link,
    read_parameters,
    write_link,
)
from relmap.models import KINDS, Filters, Lens

HOSTILE = (
    "A&B=100%+ ü\n",
    "a=b&top=5",
    "?from=2023-01-01#x",
    "%00%0A%ff",
    '"><script>alert(1)</script>',
    " ",
    "+",
    "no",
    "新华社",
    "|,:",
    "=cmd|' /C calc'!A1",
    "\x00\x1b[31m\u202e\u2028",
)
outlet_names = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40
)
actor_ids = st.sampled_from(["country:RU", "person:владимир-путин", "person:singh@0a1b"]) | st.text(
    st.characters(categories=["L", "N"], include_characters=":-_@~&=%+ #?"), min_size=1, max_size=40
).filter(str.strip)


@st.composite
def links(draw: st.DrawFn) -> Link:
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    filters = Filters(
        first=draw(st.sampled_from([None, days[0]])),
        last=draw(st.sampled_from([None, days[1]])),
        outlets=draw(st.none() | st.frozensets(outlet_names, max_size=6)),
        undated=draw(st.booleans()),
        unknown_outlet=draw(st.booleans()),
        kinds=draw(st.frozensets(st.sampled_from(KINDS))),
        min_weight=draw(st.integers(1, 999_999_999)),
        references=draw(st.booleans()),
    )
    around = draw(st.just("") | actor_ids)
    lens = Lens(
        top=draw(st.integers(1, MOST_DRAWN)),
        around=around,
        steps=draw(st.sampled_from([1, 2])) if around else 1,
        placement=draw(st.sampled_from(["store", "shown"])),
        colouring=draw(st.sampled_from(["kind", "community"])),
    )
    selection = draw(st.lists(actor_ids, max_size=2, unique=True))
    return Link(filters, lens, tuple(sorted(selection)))


@given(links())
@example(Link(Filters(outlets=frozenset(HOSTILE), kinds=frozenset())))
def test_what_is_written_is_read_again(link: Link) -> None:
    text = write_link(link)
    assert read_link(text) == link
    assert read_link(f"?{text}") == link
    assert read_link(f" https://example.org:8501/map/?{text}#top\n") == link
    assert read_parameters(link_parameters(link)) == link
    assert text.isascii()
    assert text.isprintable()
    assert not any(one.isspace() for one in text)
    # Read by others as it is by us.
    assert parse_qs(text, keep_blank_values=True) == link_parameters(link)
    assert list(link_parameters(link)) == [name for name in PARAMETERS if f"&{name}=" in f"&{text}"]


white = st.text(st.sampled_from(" \t\r\n\x0b\x0c\x85\xa0\u2028\u3000"), min_size=1, max_size=3)


@given(links(), st.sampled_from(["", "?", "View: ?", "View: ", "http://h:1/?"]), st.data())
def test_a_link_broken_anywhere_is_the_same_link(
    link: Link, start: str, data: st.DataObject
) -> None:
    text = start + write_link(link)
    places = st.lists(st.tuples(st.integers(0, len(text)), white), max_size=9)
    for place, break_ in sorted(data.draw(places), reverse=True):
        text = text[:place] + break_ + text[place:]
    assert read_link(text) == link


def test_steps_around_nobody_are_not_written() -> None:
    assert write_link(Link(lens=Lens(steps=2))) == ""
    assert link_parameters(Link(lens=Lens(top=5, steps=2))) == {"top": ["5"]}


@given(links(), links())
def test_two_views_have_two_links(one: Link, other: Link) -> None:
    assert (write_link(one) == write_link(other)) == (one == other)


def test_a_link_can_be_read_by_people() -> None:
    link = Link(
        Filters(
            first=date(2023, 3, 1),
            last=date(2023, 7, 5),
            outlets=frozenset({"TASS", "The Hindu", "R&D"}),
            undated=False,
            unknown_outlet=False,
            kinds=frozenset({"country", "person"}),
            min_weight=2,
            references=True,
        ),
        Lens(300, "country:RU", 2, "shown", "community"),
        ("country:CN", "country:RU"),
    )
    assert write_link(link) == (
        "from=2023-03-01&to=2023-07-05&outlet=R%26D&outlet=TASS&outlet=The+Hindu&undated=no"
        "&unknown-outlet=no&kind=person&kind=country&min=2&references=yes&top=300"
        "&around=country:RU&steps=2&layout=shown&colour=community&tie=country:CN|country:RU"
    )
    assert write_link(Link(selection=("person:a-b",))) == "actor=person:a-b"
    assert write_link(Link(Filters(outlets=frozenset(), kinds=frozenset()))) == "outlet=&kind="


@pytest.mark.parametrize(
    "text", ["", " ", "?", "http://localhost:8501", "https://example.org/a=b/?", "host:8501/?"]
)
def test_the_first_view_has_an_empty_link(text: str) -> None:
    assert write_link(Link()) == ""
    assert read_link(text) == Link()


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("tie=country:RU|country:CN", Link(selection=("country:CN", "country:RU"))),
        ("tie=country%3ARU%7Ccountry%3ACN", Link(selection=("country:CN", "country:RU"))),
        ("outlet=The%20Hindu", Link(Filters(outlets=frozenset({"The Hindu"})))),
        ("outlet=The+Hindu", Link(Filters(outlets=frozenset({"The Hindu"})))),
        ("outlet=Süddeutsche", Link(Filters(outlets=frozenset({"Süddeutsche"})))),
        ("outlet=TASS&outlet=TASS", Link(Filters(outlets=frozenset({"TASS"})))),
        ("outlet=100%", Link(Filters(outlets=frozenset({"100%"})))),
        ("kind=country&kind=person&kind=organization", Link()),
        ("top=0300&undated=yes&", Link(lens=Lens(top=300))),
        ("http://h/?outlet=x?y", Link(Filters(outlets=frozenset({"x?y"})))),
        ("view:8501/?min=2", Link(Filters(min_weight=2))),
        ("View: min=2", Link(Filters(min_weight=2))),
        ("around=country:RU&steps=1", Link(lens=Lens(around="country:RU"))),
        ("steps=2&around=country:RU", Link(lens=Lens(around="country:RU", steps=2))),
        ("from=2023\n-01-01", Link(Filters(first=date(2023, 1, 1)))),
        ("outlet=x?y=http://z", Link(Filters(outlets=frozenset({"x?y=http://z"})))),
    ],
)
def test_what_people_and_programs_make_of_a_link_is_read_too(text: str, link: Link) -> None:
    assert read_link(text) == link


REFUSED = {
    "store=/etc/passwd": 'there is no parameter "store" in a link; there are from, to, outlet,',
    "hello": 'there is no parameter "hello"',
    "FROM=2023-01-01": 'there is no parameter "FROM"',
    "from=01.03.2023": 'from="01.03.2023", but "from" can be a day such as 2023-07-05',
    "from=20230301": 'from="20230301"',
    "from=2023-W10-1": 'from="2023-W10-1"',
    "to=2023-02-30": 'to="2023-02-30"',
    "to=٢٠٢٣-٠١-٠١": "to=",
    "from=": 'from=""',
    "from=2023-07-05&to=2023-03-01": 'from=2023-07-05, which lies after its "to", 2023-03-01',
    "from=2023-07-05&from=2023-07-05": 'holds "from" 2 times; leave one of them',
    "undated=false": 'undated="false", but "undated" can be "yes" or "no"',
    "unknown-outlet=NO": 'unknown-outlet="NO"',
    "references=1": 'references="1"',
    "kind=ship": 'kind="ship", but "kind" can be "person" or "organization" or "country"',
    "kind=&kind=person": 'kind=""',
    "outlet=&outlet=TASS": 'outlet=""',
    "min=0": 'min="0", but "min" can be a whole number from 1 to 999,999,999',
    "min=-1": 'min="-1"',
    "min=1e3": 'min="1e3"',
    "min=٣": 'min="٣"',
    "top=5001": 'top="5001", but "top" can be a whole number from 1 to 5,000',
    "top=0": 'top="0"',
    "top=9999999999": 'top="9999999999"',
    "steps=2": 'says steps=2, but no "around" to count them from; add "around", or leave out',
    "steps=1&top=5": 'says steps=1, but no "around"',
    "steps=3": 'steps="3", but "steps" can be "1" or "2"',
    "layout=mine": 'layout="mine", but "layout" can be "store" or "shown"',
    "colour=red": 'colour="red", but "colour" can be "kind" or "community"',
    "around=": 'around="", but "around" can be an actor\'s id such as country:RU',
    "around=a|b": 'around="a|b"',
    "actor=a%0Ab": 'actor="a�b"',
    "tie=country:RU": 'tie="country:RU", but "tie" can be two actors\' ids',
    "tie=a|b|c": 'tie="a|b|c"',
    "tie=a|a": 'tie="a|a"',
    "tie=|a": 'tie="|a"',
    "tie=a|%1b[31m": 'tie="a|�[31m"',
    "actor=a&tie=a|b": 'holds an "actor" and a "tie"',
    "outlet=a\x00b": "a control character",
    "fr\x1bom=2023-01-01": "a control character",
    "outlet=%ff%fe": "%-signs that do not spell any text in UTF-8",
    "outlet=%ed%a0%80": "%-signs that do not spell any text in UTF-8",
    "outlet=\ud800": 'outlet="�", but "outlet" can be text of at most 1,000 characters',
    f"outlet={'x' * 1001}": f'outlet="{"x" * 40}…"',
    "outlet=x&" * 2_001: "more than 2,000 values",
    "x" * 1_000_000: "the link has 1,000,000 characters, but at most 32,000",
}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:30].encode("unicode_escape"))
def test_a_link_that_cannot_be_meant_is_refused_by_name(text: str) -> None:
    with pytest.raises(LinkError) as caught:
        read_link(text)
    message = str(caught.value)
    assert REFUSED[text] in message
    assert message.isprintable()
    assert len(message) < 300


pieces = st.sampled_from([*PARAMETERS, *"=&?#%+|:;", "%zz", "2023-01-01", "no", "://", *HOSTILE])
queries = st.lists(pieces | st.text(max_size=5), max_size=12).map("".join)


@given(st.text() | queries)
@example("?" * LONGEST)
@example("&" * LONGEST)
def test_any_text_is_a_link_or_is_refused(text: str) -> None:
    try:
        link = read_link(text)
    except LinkError:
        return
    assert read_link(write_link(link)) == link


@given(st.dictionaries(st.sampled_from(PARAMETERS) | st.text(), st.lists(st.text(), max_size=3)))
def test_any_parameters_are_a_link_or_are_refused(parameters: dict[str, list[str]]) -> None:
    try:
        link = read_parameters(parameters)
    except LinkError:
        return
    assert read_parameters(link_parameters(link)) == link


CANNOT = {
    "too many actors": Link(lens=Lens(top=MOST_DRAWN + 1)),
    "none": Link(lens=Lens(top=0)),
    "three selected": Link(selection=("a", "b", "c")),
    "one twice": Link(selection=("a", "a")),
    "a bar in an id": Link(selection=("a|b", "c")),
    "a bar alone": Link(selection=("a|b",)),
    "nobody": Link(selection=("",)),
    "an outlet without a name": Link(Filters(outlets=frozenset({""}))),
    "a kind that is none": Link(Filters(kinds=frozenset({"ship"}))),
    "days in no order": Link(Filters(first=date(2023, 7, 5), last=date(2023, 3, 1))),
    "long names": Link(Filters(outlets=frozenset({f"{n} {'ü' * 900}" for n in range(50)}))),
}


@pytest.mark.parametrize("link", CANNOT.values(), ids=CANNOT.keys())
def test_what_could_not_be_read_is_not_written(link: Link) -> None:
    with pytest.raises(LinkError):
        write_link(link)


def test_the_ends_of_a_selected_tie_come_in_the_order_of_ties() -> None:
    link = Link(selection=("country:RU", "country:CN"))
    assert read_link(write_link(link)) == replace(link, selection=("country:CN", "country:RU"))
