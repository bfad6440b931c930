"""Bodies that every country has: without its country such a name says nothing about which one."""

from __future__ import annotations

from relmap.knowledge.spelling import americanize

#: In small letters and American spelling, as "Security Council" or "Ministry of Defence" fold.
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


def is_national(name: str) -> bool:
    """Whether a name is that of a body which every country has, and no more than that."""
    words = americanize(name.casefold()).removeprefix("the ")
    return words in NATIONAL_BODIES
