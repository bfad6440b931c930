"""Titles before a person's name: a small grammar of honorifics, offices and ranks.

    title    = states (honorific | royal | office)+
    office   = adjectives [portfolios] adjectives head [-elect] [(retd)] ("of" | "for") portfolio …
    example  = "former" + "Deputy" "Foreign" "Minister" + "Dr."

The words of each class stand in titles.csv. A term that ends in a full stop ("Gen.") is also
printed without it. `not_after` names the words before which the term is no title any more:
"Union Home Minister" is India's, the "European Union ambassador" is not a Union Ambassador.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from relmap.knowledge.packaged import read_rows, split_cell

FILE = "titles.csv"
COLUMNS = ("term", "role", "also_name", "not_after")

#: No title in print is longer: "Minister of State for Finance and Corporate Affairs" has 8 words.
_MAX_WORDS = 12
_WORD_START = re.compile(r"(?<![\w’'.])[^\W\d_]")
_NUMERAL = re.compile(r"[IVXL]+\.?")


@dataclass(frozen=True, slots=True)
class _Grammar:
    title: re.Pattern[str]
    words: frozenset[str]
    also_names: frozenset[str]
    royal: re.Pattern[str]


def split_title(name: str) -> tuple[str, str]:
    """Split a person's span into (title, rest).

    "President Vladimir Putin" → ("President", "Vladimir Putin"), "Mr Zelensky" →
    ("Mr", "Zelensky"). A name that is only a title has the rest ""; a lone word that is also
    a name ("Prince", "Major") stays a name.
    """
    bare = name.strip()
    grammar = _grammar()
    if bare in grammar.also_names:
        return "", bare
    match = grammar.title.match(bare)
    if match is None:
        return "", bare
    return match.group().rstrip(" -"), bare[match.end() :].strip()


def title_before(text: str, start: int) -> tuple[int, str]:
    """Find the title that stands immediately before the offset `start` of `text`.

    In "the Chinese Public Security Minister |Wang Xiaohong" it is "Public Security Minister".
    Returns (where it begins, the title), or (`start`, "") where there is none.
    """
    end = len(text[:start].rstrip(" \t\u00a0"))
    if end == start and text[start - 1 : start] != "-":
        return start, ""
    words = [match.start() for match in _WORD_START.finditer(text, max(0, end - 140), end)]
    pattern = _grammar().title
    for begin in words[-_MAX_WORDS:]:
        if pattern.fullmatch(text, begin, end):
            return begin, text[begin:end]
    return start, ""


def is_title(word: str) -> bool:
    """Whether `word` (or a fixed group of words, "Crown Prince") is a title by itself."""
    return word.strip().casefold() in _grammar().words


def belongs_to_name(title: str, rest: str) -> bool:
    """Whether readers know the person by the title: "King" + "Charles III", "Pope" + "Francis".

    So where nothing but a first name follows a royal or religious title.
    """
    names = [word for word in rest.split() if not _NUMERAL.fullmatch(word)]
    return len(names) == 1 and _grammar().royal.fullmatch(title.split(" ")[-1]) is not None


@cache
def _grammar() -> _Grammar:
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    also_names: set[str] = set()
    for _row, cells in read_rows(FILE, COLUMNS):
        terms[cells["role"]].append((cells["term"], cells["not_after"]))
        if cells["also_name"]:
            also_names.add(cells["term"])
    states, adjectives = _choice(terms["state"], lower=False), _choice(terms["adjective"])
    portfolio, tail = _choice(terms["portfolio"]), _choice(terms["tail"])
    head, royal = _choice(terms["head"]), _choice(terms["regnal"])
    honorific = _choice(terms["honorific"], lower=False)
    gap, link = r"[ \t\u00a0]+", r"(?:[ \t\u00a0]+|-)"
    portfolios = rf"{portfolio}(?:(?:,{gap}|,?{gap}(?:and|&){gap}){portfolio}){{0,3}}"
    subject = rf"(?:{tail}|(?:the{gap})?{portfolios})"
    office = (
        rf"(?:{adjectives}{link}){{0,3}}(?:{portfolios}{gap})?(?:{adjectives}{link}){{0,2}}{head}"
        rf"(?:-(?:elect|designate)\b)?(?:{gap}(?:of|for){gap}{subject}){{0,2}}"
        rf"(?:{gap}\((?:[Rr]etd?|[Rr]etired)\.?\))?"
    )
    one = rf"(?:{office}|{honorific}|{royal})"
    title = rf"(?:{states}{link}){{0,3}}{one}(?:(?:{gap}|{gap}and{gap}){one}){{0,3}}(?![\w’'-])"
    alone = ("head", "honorific", "regnal")
    return _Grammar(
        title=re.compile(title),
        words=frozenset(_plain(term) for role in alone for term, _ in terms[role]),
        also_names=frozenset(also_names),
        royal=re.compile(f"{royal}|Sheikha?|Shaikha?|Patriarch|Sultan|Emir|Imam"),
    )


def _plain(term: str) -> str:
    return term.removesuffix(".").casefold()


def _choice(terms: Iterable[tuple[str, str]], *, lower: bool = True) -> str:
    """A pattern for one of `terms`, the longest first; offices are also printed in lower case."""
    options: dict[str, str] = {}
    for term, not_after in terms:
        guard = "".join(rf"(?<!{re.escape(word)} )" for word in split_cell(not_after))
        for shape in {term, term.lower()} if lower and term[:1].isupper() else {term}:
            options[shape] = guard + _shape(shape)
    ordered = [options[shape] for shape in sorted(options, key=lambda each: (-len(each), each))]
    return rf"(?:{'|'.join(ordered)})"


def _shape(term: str) -> str:
    words = r"[ \t\u00a0]+".join(
        re.escape(word).replace("'", "['’]").replace(r"\.", r"\.?") for word in term.split(" ")
    )
    return words + (r"(?!\w)" if term.endswith(".") else r"\b")
