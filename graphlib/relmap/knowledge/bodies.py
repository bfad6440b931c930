"""What bodies are called: the nouns that head their names, and those that every country has."""

from __future__ import annotations

import re
from functools import lru_cache

from relmap.knowledge.spelling import americanize
from relmap.knowledge.titles import portfolios

#: Head nouns that make a name an organization's, whatever stands before them.
BODY_HEADS = frozenset(
    {"council", "ministry", "agency", "committee", "commission", "party", "organization"}
    | {"organisation", "union", "association", "bank", "court", "parliament", "senate", "army"}
    | {"navy", "force", "forces", "police", "department", "bureau", "office", "institute"}
    | {"university", "group", "league", "federation", "front", "movement", "foundation", "fund"}
    | {"corporation", "company", "society", "center", "centre", "authority", "assembly", "board"}
    | {"school", "college", "academy", "hospital", "club", "church", "trust", "inc", "ltd", "plc"}
    | {"llc", "corp", "holdings", "ministries", "tribunal", "battalion", "brigade", "regiment"}
    | {"structure", "secretariat", "alliance", "coalition", "guard", "guards", "service"}
)

#: Heads of bodies that list their fields behind "of", "for" or "on".
FIELD_HEADS = frozenset(
    {"ministry", "department", "committee", "commission", "office", "bureau", "institute"}
    | {"directorate", "secretariat", "agency", "authority", "center", "centre", "council"}
    | {"school", "faculty", "college", "union", "association", "society", "board", "federation"}
)

#: Bodies that every country has: such a name alone says nothing about which one. In small
#: letters and American spelling, as "Security Council" or "Ministry of Defence" fold.
NATIONAL_BODIES = frozenset(
    {"security council", "national security council", "supreme court", "constitutional court"}
    | {"high court", "parliament", "national assembly", "senate", "congress", "cabinet"}
    | {"government", "army", "navy", "air force", "armed forces", "military", "police", "state"}
    | {"central bank", "election commission", "electoral commission", "interior", "treasury"}
    | {"foreign ministry", "ministry of foreign affairs", "foreign office", "justice department"}
    | {"defense ministry", "ministry of defense", "interior ministry", "ministry of interior"}
    | {"finance ministry", "ministry of finance", "health ministry", "ministry of health"}
    | {"state department", "defense department", "coast guard", "national guard", "house"}
    | {"home office", "home ministry", "external affairs ministry", "ministry of external affairs"}
    | {"justice ministry", "ministry of justice", "sports ministry", "education ministry"}
    | {"department of justice", "department of defense", "treasury department", "special forces"}
    | {"ministry of education", "ministry of the interior", "ministry of interior affairs"}
    | {"labor party", "socialist party", "communist party", "conservative party", "green party"}
    | {"democratic party", "republican party", "central command", "national police", "air forces"}
)

#: What countries call the same ministry, in small letters and American spelling.
SAME_FIELDS = {
    "foreign affairs": "foreign",
    "foreign relations": "foreign",
    "external affairs": "foreign",
    "external relations": "foreign",
    "home": "interior",
    "home affairs": "interior",
    "interior affairs": "interior",
    "internal affairs": "interior",
    "national defense": "defense",
    "railway": "railways",
    "sport": "sports",
    "transportation": "transport",
}

#: "Ministry of the Interior", "Department for Education".
FIELD_BEHIND = re.compile(r"(?P<head>ministry|department) (?:of|for) (?:the )?(?P<field>.+)")
#: "Interior Ministry", "Justice Department".
FIELD_BEFORE = re.compile(r"(?P<field>.+) (?P<head>ministry|department)")

#: Words behind which a ministry says more than its field: "Ministry of Health in Gaza".
MORE_WORDS = re.compile(r"\b(?:of|in|at|under|within|for|from)\b")

#: So many names are kept in mind; world news names fewer bodies.
CACHED = 1 << 15


def names_body(name: str) -> bool:
    """Whether a name holds the head of a body with its fields: "Institute for the Study of War"."""
    words = name.casefold().split()
    heads = [i for i, word in enumerate(words[:-1]) if word in FIELD_HEADS | BODY_HEADS]
    return any(words[i + 1] in {"of", "for", "on", "in", "to", "against"} for i in heads)


def is_class(word: str) -> bool:
    """Whether a word only says what kind of body a name belongs to: "Party", "University"."""
    return word.casefold() in BODY_HEADS


@lru_cache(CACHED)
def is_national(name: str) -> bool:
    """Whether a name is that of a body which every country has, and no more than that.

    So is every ministry that says no more than its field, and every department of a field that
    governments have: "Unification Ministry", "Department of Transport", but no "Department of
    Chemistry" and no "Gaza Health Ministry".
    """
    words = in_small_letters(name)
    if words in NATIONAL_BODIES:
        return True
    head, field = split_field(words)
    if not head or MORE_WORDS.search(field):
        return False
    is_ministry_of = head == "ministry" and words.startswith(head)
    return is_ministry_of or are_portfolios(field)


@lru_cache(CACHED)
def standard_body(name: str) -> str:
    """One name for a ministry or department that is called several, in small letters.

    "Ministry of Foreign Affairs", "Foreign Ministry" and "Foreign Office" are all "foreign
    ministry"; other names only lose their capitals and British spelling.
    """
    words = in_small_letters(name)
    if words == "foreign office":
        return "foreign ministry"
    head, field = split_field(words)
    if head == "ministry":
        field = SAME_FIELDS.get(field, field)
    return f"{field} {head}" if head else words


def in_small_letters(name: str) -> str:
    """A name without "the" before it, in small letters and American spelling."""
    return americanize(name.casefold()).removeprefix("the ")


def split_field(words: str) -> tuple[str, str]:
    """The head and the field of a ministry or department, ("", "") for any other body."""
    match = FIELD_BEHIND.fullmatch(words) or FIELD_BEFORE.fullmatch(words)
    return (match["head"], match["field"]) if match else ("", "")


def are_portfolios(field: str) -> bool:
    """Whether a field, or the first of several, is one that governments have.

    "Transport", "health and family welfare".
    """
    first, *_ = re.split(r", | and | & ", field, maxsplit=1)
    return field in portfolios() or first in portfolios()
