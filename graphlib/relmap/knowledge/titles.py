"""Titles before a person's name: a small grammar of honorifics, offices and ranks.

    title   = states (honorific | royal | office) …     former + Deputy Foreign Minister + Dr.
    states  = "former" "late" … or "then-" "ex-"
    office  = adjectives [portfolios] adjectives (head | rank) ["-elect"] ["(retd)"]
              ["of" | "for" portfolio …]                Minister of State for External Affairs

The words of each role stand in titles.csv. A term that ends in a full stop ("Gen.") is also
printed without it. Adjectives, portfolios, heads and royal titles are also printed in lower
case, ranks and honorifics are not ("in general Putin" holds no general). `also_name` marks
words that alone are a name as well, `not_after` the words before which a term is no title any
more: "Union Home Minister" is India's, the "European Union ambassador" is no Union Ambassador.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from relmap.knowledge.packaged import read_rows, split_cell
from relmap.knowledge.spelling import americanize

FILE = "titles.csv"
COLUMNS = ("term", "role", "also_name", "not_after")

#: No title in print is longer: "Minister of State for Finance and Corporate Affairs" has 8 words
#: and 51 characters.
_MAX_WORDS = 12
_MAX_CHARS = 140
_BLANKS = " \t\u00a0"
_GAP = r"[ \t\u00a0]+"
_LINK = rf"(?:{_GAP}|-)"
_WORD_START = re.compile(r"(?<![\w’'.-])[^\W\d_]")
_LAST_WORD = re.compile(r"[^\W\d_]+\W*\Z")
# "Mr Clinton" and "Mrs Clinton" of one article are two people.
_TO_MEN = frozenset({"Mr", "Sir", "Lord", "King", "Prince", "Emir", "Sultan", "Señor", "Monsieur"})
_TO_WOMEN = frozenset(
    {"Mrs", "Ms", "Miss", "Madam", "Madame", "Lady", "Dame", "Queen", "Princess", "Sheikha"}
)
_NUMERAL = re.compile(r"[IVXL]+\.?")

#: The roles of terms that are a title by themselves.
_ALONE = ("head", "rank", "honorific", "regnal")
_LOWER_CASE_TOO = frozenset({"adjective", "portfolio", "tail", "head", "regnal"})
#: Beside royals: religious titles that a single given name needs to be known by.
_NAME_NEEDS = frozenset(
    {"Brother", "Father", "Imam", "Mother", "Mullah", "Patriarch", "Sister"}
    | {"Shaikh", "Shaikha", "Sheikh", "Sheikha"}
)


@dataclass(frozen=True, slots=True)
class _Grammar:
    title: re.Pattern[str]
    words: frozenset[str]
    ends: frozenset[str]
    names: frozenset[str]
    honorifics: re.Pattern[str]
    name_needs: frozenset[str]


def split_title(name: str) -> tuple[str, str]:
    """Split a person's span into (title, rest).

    "President Vladimir Putin" → ("President", "Vladimir Putin"), "Mr Zelensky" →
    ("Mr", "Zelensky"). A name that is only a title has the rest ""; a lone word that is also
    a name ("Prince", "Major", "Sen") stays a name. A nationality before the title is the
    caller's to cut.
    """
    bare = name.strip()
    grammar = _grammar()
    if bare in grammar.names:
        return "", bare
    match = grammar.title.match(bare)
    if match is None:
        return "", bare
    return match.group(), bare[match.end() :].strip()


def title_before(text: str, start: int) -> tuple[int, str]:
    """Find the title that stands immediately before the offset `start` of `text`.

    In "the Chinese Public Security Minister |Wang Xiaohong" it is "Public Security Minister".
    Returns (where it begins, the title), or (`start`, "") where there is none.
    """
    window = max(0, start - _MAX_CHARS)
    end = window + len(text[window:start].rstrip(_BLANKS))
    last = _LAST_WORD.search(text[max(window, end - 40) : end])
    if end == start or last is None or last.group().strip(".'’)").casefold() not in _grammar().ends:
        return start, ""
    words = [match.start() for match in _WORD_START.finditer(text, window, end)]
    pattern = _grammar().title
    for begin in words[-_MAX_WORDS:]:
        if pattern.fullmatch(text, begin, end):
            return begin, text[begin:end]
    return start, ""


def is_title(word: str) -> bool:
    """Whether `word` (or a fixed group of words, "Crown Prince") is a title by itself."""
    return _plain(word.strip()) in _grammar().words


def honorifics() -> re.Pattern[str]:
    """A pattern for the single words that stand before persons' names alone: "Mr", "Gen."."""
    return _grammar().honorifics


@cache
def portfolios() -> frozenset[str]:
    """The fields of offices and ministries in small letters and American spelling: "transport"."""
    return frozenset(
        americanize(cells["term"].casefold())
        for _row, cells in read_rows(FILE, COLUMNS)
        if cells["role"] == "portfolio"
    )


def gender(title: str) -> Literal["", "m", "f"]:
    """Whom a title addresses: "Mr" a man, "Mrs" a woman, "President" either, so "" says nothing.

    Nor does "Mr and Mrs".
    """
    words = {word.removesuffix(".") for word in title.split()}
    to_men, to_women = bool(words & _TO_MEN), bool(words & _TO_WOMEN)
    if to_men == to_women:
        return ""
    return "f" if to_women else "m"


def belongs_to_name(title: str, rest: str) -> bool:
    """Whether readers know the person by the title: "King" + "Charles III", "Pope" + "Francis".

    So where nothing but one name (and a numeral) follows a royal or religious title.
    """
    names = [word for word in rest.split() if not _NUMERAL.fullmatch(word)]
    return len(names) == 1 and title.rpartition(" ")[2] in _grammar().name_needs


@cache
def _grammar() -> _Grammar:
    terms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    names: set[str] = set()
    also_names: set[str] = set()
    for _row, cells in read_rows(FILE, COLUMNS):
        term, role = cells["term"], cells["role"]
        terms[role].append((term, cells["not_after"]))
        # "Sen" alone is a family name, "Mr" alone is nobody's.
        abbreviated = term.endswith(".") and role in {"head", "rank"}
        if cells["also_name"]:
            also_names.add(term)
        if cells["also_name"] or abbreviated:
            names.add(term.removesuffix("."))
    royal = {term.rpartition(" ")[2] for term, _ in terms["regnal"]}
    return _Grammar(
        title=_pattern({role: _choice(role, listed) for role, listed in terms.items()}),
        words=frozenset(_plain(term) for role in _ALONE for term, _ in terms[role]),
        ends=frozenset({*_last_words(terms), "elect", "designate", "ret", "retd", "retired"}),
        names=frozenset(names),
        honorifics=_honorifics(terms, also_names),
        name_needs=_NAME_NEEDS | royal,
    )


def _honorifics(
    terms: Mapping[str, Iterable[tuple[str, str]]], also_names: Set[str]
) -> re.Pattern[str]:
    """Honorifics, and what else is abbreviated, but no word that is a name or a noun as well."""
    words = {
        term.removesuffix(".")
        for role in ("honorific", "rank", "regnal")
        for term, _ in terms[role]
        if " " not in term and (term.endswith(".") or role == "honorific")
    }
    choice = "|".join(re.escape(word) for word in sorted(words - also_names, reverse=True))
    return re.compile(rf"(?<![\w’'.-])(?:{choice})\.?(?=\s)")


def _pattern(choice: Mapping[str, str]) -> re.Pattern[str]:
    portfolio, adjectives = choice["portfolio"], rf"(?:{choice['adjective']}{_LINK})"
    portfolios = rf"{portfolio}(?:(?:,{_GAP}|,?{_GAP}(?:and|&){_GAP}){portfolio}){{0,3}}"
    subject = rf"(?:{choice['tail']}|(?:the{_GAP})?{portfolios})"
    office = (
        rf"{adjectives}{{0,3}}(?:{portfolios}{_GAP})?{adjectives}{{0,2}}"
        rf"(?:{choice['head']}|{choice['rank']})(?:-(?:elect|designate)\b)?"
        rf"(?:{_GAP}(?:of|for){_GAP}{subject}){{0,2}}"
        rf"(?:{_GAP}\((?:[Rr]etd?|[Rr]etired)\.?\))?"
    )
    states = rf"(?:{choice['state']}{_GAP}|{choice['hyphen']}-){{0,3}}"
    one = rf"(?:{office}|{choice['honorific']}|{choice['regnal']})"
    return re.compile(rf"{states}{one}(?:(?:{_GAP}|{_GAP}and{_GAP}){one}){{0,3}}(?![\w’'-])")


def _last_words(terms: Mapping[str, Iterable[tuple[str, str]]]) -> Iterator[str]:
    """The last runs of letters that a title can end in, so that most texts are settled at once."""
    for role in (*_ALONE, "portfolio", "tail"):
        for term, _ in terms[role]:
            last = _LAST_WORD.search(term)
            yield last.group().strip(".'").casefold() if last else ""


def _plain(term: str) -> str:
    return term.removesuffix(".").casefold()


def _choice(role: str, terms: Iterable[tuple[str, str]]) -> str:
    """A pattern for one of `terms` in any of its prints, the longest first."""
    options: dict[str, str] = {}
    for term, not_after in terms:
        guard = "".join(rf"(?<!{re.escape(word)} )" for word in split_cell(not_after))
        lower = term.lower() if role in _LOWER_CASE_TOO and not term.isupper() else term
        for print_ in (term, lower):
            options[print_] = guard + _print_pattern(print_)
    ordered = sorted(options, key=lambda each: (-len(each), each))
    return rf"(?:{'|'.join(options[each] for each in ordered)})"


def _print_pattern(term: str) -> str:
    words = (re.escape(word).replace("'", "['’]") for word in term.split(" "))
    return _GAP.join(words).replace(r"\.", r"\.?") + r"(?!\w)"
