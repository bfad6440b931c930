from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.knowledge.titles import (
    belongs_to_name,
    gender,
    honorifics,
    is_title,
    split_title,
    title_before,
)


def terms(*roles: str) -> list[str]:
    text = files("relmap.knowledge").joinpath("titles.csv").read_text(encoding="utf-8")
    return [row["term"] for row in csv.DictReader(text.splitlines()) if row["role"] in roles]


@pytest.mark.parametrize(
    ("name", "title", "rest"),
    [
        ("President Vladimir Putin", "President", "Vladimir Putin"),
        ("Defence Minister Rajnath Singh", "Defence Minister", "Rajnath Singh"),
        ("Mr Zelensky", "Mr", "Zelensky"),
        ("Mr. Zelensky", "Mr.", "Zelensky"),
        ("Sheikh Mohammed bin Zayed", "Sheikh", "Mohammed bin Zayed"),
        ("Lt Gen (retd) Asad Durrani", "Lt Gen (retd)", "Asad Durrani"),
        ("Lt. Gen. Asad Durrani", "Lt. Gen.", "Asad Durrani"),
        ("Secretary of State Antony Blinken", "Secretary of State", "Antony Blinken"),
        (
            "Chief of Army Staff General Asim Munir",
            "Chief of Army Staff General",
            "Asim Munir",
        ),
        ("former Deputy Foreign Minister Dr. Wu", "former Deputy Foreign Minister Dr.", "Wu"),
        ("President-elect Donald Trump", "President-elect", "Donald Trump"),
        ("ex-Prime Minister Imran Khan", "ex-Prime Minister", "Imran Khan"),
        ("Crown Prince Mohammed bin Salman", "Crown Prince", "Mohammed bin Salman"),
        ("First Lady Jill Biden", "First Lady", "Jill Biden"),
        ("Dato’ Seri Anwar Ibrahim", "Dato’ Seri", "Anwar Ibrahim"),
        (
            "Minister of State for External Affairs V Muraleedharan",
            "Minister of State for External Affairs",
            "V Muraleedharan",
        ),
        ("Prime Minister", "Prime Minister", ""),
        ("President", "President", ""),
        ("Mr", "Mr", ""),
        ("Prince", "", "Prince"),
        ("Major", "", "Major"),
        ("Sen", "", "Sen"),
        ("Vladimir Putin", "", "Vladimir Putin"),
        ("Defence Ministry", "", "Defence Ministry"),
        ("Generali", "", "Generali"),
        ("Min Aung Hlaing", "", "Min Aung Hlaing"),
        ("Martin Luther King", "", "Martin Luther King"),
        ("Sultan Al Jaber", "", "Sultan Al Jaber"),
        ("", "", ""),
    ],
)
def test_split_title(name: str, title: str, rest: str) -> None:
    assert split_title(name) == (title, rest)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("the Chinese Public Security Minister ", "Public Security Minister"),
        ("Russia's Foreign Minister ", "Foreign Minister"),
        ("Pakistan’s army chief Gen. ", "army chief Gen."),
        ("China's Minister of National Defence ", "Minister of National Defence"),
        ("Iran's late Supreme Leader Ayatollah ", "late Supreme Leader Ayatollah"),
        ("prime minister ", "prime minister"),
        ("ex-prime minister ", "ex-prime minister"),
        ("and then President ", "President"),
        ("Union Home Minister ", "Union Home Minister"),
        ("the European Union ambassador ", "ambassador"),
        ("the Islamic State leader ", "leader"),
        ("an anti-government leader ", "leader"),
        ("U.S. Rep. ", "Rep."),
        ("Malaysia's Dato' ", "Dato'"),
        ("Vice Foreign\u00a0Minister ", "Vice Foreign\u00a0Minister"),
        ("the ministers of defence and ", ""),
        ("He told the president that ", ""),
        ("met the Minister. ", ""),
        ("the national security adviser, ", ""),
        ("the Foreign Minister\n", ""),
        ("in general ", ""),
        ("said ", ""),
        ("Minister", ""),
        ("", ""),
    ],
)
def test_title_before(before: str, title: str) -> None:
    begin, text = title_before(before + "Wang Xiaohong said", len(before))
    assert text == title
    assert begin == (before.rindex(title) if title else len(before))


@pytest.mark.parametrize("term", terms("head", "rank", "honorific", "regnal"))
def test_every_title_is_found_on_both_sides(term: str) -> None:
    assert split_title(f"{term} Xyz Abcdef") == (term, "Xyz Abcdef")
    before = f"He saw {term} "
    assert title_before(before + "Xyz", len(before)) == (len("He saw "), term)
    assert is_title(term)


@pytest.mark.parametrize("word", ["Putin", "Defence", "former", "of", "Ministry", ""])
def test_words_that_are_no_title_alone(word: str) -> None:
    assert not is_title(word)


@pytest.mark.parametrize(
    ("title", "rest", "expected"),
    [
        ("King", "Charles III", True),
        ("Pope", "Francis", True),
        ("Crown Prince", "Hussein", True),
        ("Prime Minister Sheikh", "Hasina", True),
        ("Sheikh", "Mohammed bin Zayed", False),
        ("President", "Putin", False),
        ("", "Putin", False),
        ("King", "", False),
    ],
)
def test_belongs_to_name(title: str, rest: str, expected: bool) -> None:
    assert belongs_to_name(title, rest) is expected


PIECES = st.sampled_from(
    [
        *("Foreign", "Minister", "of", "the", "and", "then-", "ex-", "Lt.", "Gen.", "(retd)", ","),
        *("-", "President", "Chief", "Justice", "State", "Putin", "Dr", "’s", "\n", ".", "  ", "x"),
    ]
)


@given(st.lists(PIECES, max_size=14), st.integers(0, 80))
def test_offsets_point_into_the_text(pieces: list[str], start: int) -> None:
    text = " ".join(pieces)
    start = min(start, len(text))
    begin, title = title_before(text, start)
    if title:
        assert text[begin : begin + len(title)] == title
        assert not text[begin + len(title) : start].strip()
        assert split_title(title + " Putin") == (title, "Putin")
    else:
        assert begin == start


@given(st.lists(PIECES, max_size=10))
def test_split_loses_nothing_but_blanks(pieces: list[str]) -> None:
    name = " ".join(pieces)
    title, rest = split_title(name)
    assert "".join((title + rest).split()) == "".join(name.split())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mr.", "m"),
        ("Mrs", "f"),
        ("First Lady", "f"),
        ("Crown Prince", "m"),
        ("President", ""),
        ("", ""),
    ],
)
def test_whom_a_title_addresses(title: str, expected: str) -> None:
    assert gender(title) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gen Prawit spoke", ["Gen"]),
        ("Gen. Prawit and Mr Tan spoke", ["Gen.", "Mr"]),
        ("Lt. Gen. Prawit", ["Lt.", "Gen."]),
        ("Dr Reddy and Mrs. Lee", ["Dr", "Mrs."]),
        ("gen prawit and mr tan", []),
        ("Genoa and Mrkonjic", []),
        ("A-Gen Prawit and O’Mr Tan", []),
        ("The Gen", []),
        ("Major Tom and King Kong", []),
    ],
)
def test_honorifics_are_words_that_stand_before_names_alone(text: str, found: list[str]) -> None:
    assert [match[0] for match in honorifics().finditer(text)] == found


def test_every_honorific_is_a_title_and_no_word_that_is_a_name_too() -> None:
    table = files("relmap.knowledge").joinpath("titles.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        bare = row["term"].removesuffix(".")
        match = honorifics().match(f"{bare} Xyz")
        if row["also_name"]:
            assert match is None or match[0] != bare, bare
        if match:
            assert is_title(match[0]), bare
