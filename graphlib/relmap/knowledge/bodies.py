"""What bodies are called: the nouns that head their names, and those that every country has."""

from __future__ import annotations

from relmap.knowledge.spelling import americanize

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


def names_body(name: str) -> bool:
    """Whether a name holds the head of a body with its fields: "Institute for the Study of War"."""
    words = name.casefold().split()
    heads = [i for i, word in enumerate(words[:-1]) if word in FIELD_HEADS | BODY_HEADS]
    return any(words[i + 1] in {"of", "for", "on", "in", "to", "against"} for i in heads)


def is_class(word: str) -> bool:
    """Whether a word only says what kind of body a name belongs to: "Party", "University"."""
    return word.casefold() in BODY_HEADS


def is_national(name: str) -> bool:
    """Whether a name is that of a body which every country has, and no more than that."""
    words = americanize(name.casefold()).removeprefix("the ")
    return words in NATIONAL_BODIES
