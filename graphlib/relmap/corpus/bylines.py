"""Bylines: "Written by The Frontier Post", "By Jane Doe, Associated Press" → whose name is there.

A byline gives an outlet only where the name is an outlet's, by the table or by its last word;
a person's name gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from relmap.corpus.phrases.phrase import expand
from relmap.corpus.phrases.words import WORDS
from relmap.knowledge import outlets

_WORDS = {
    **WORDS,
    "part": r"""
        [A-Z][\w.’'-]*|(de|del|al|el|bin|ibn|van|von|der|la|le|da|of|the|and|&|for)(?= )
    """,
    "parts": r"<part>([ -]<part>){0,7}",
    "verb": r"Written|Reported|Posted|Published|Story|Article|Text|Report|Analysis|Words",
    "person": r"<name>( <name>){1,4}",
    "plain person": r"[A-Z][a-z’'-]+( [A-Z]\.)?( [A-Z][a-z’'-]+[A-Za-z’'-]*){1,2}",
    "reporter": r"""
        [Rr]eporter|[Cc]orrespondent|[Cc]olumnist|[Cc]ontributor|[Jj]ournalist|bureau chief|
        [Ee]ditor|([Ss]taff|[Ss]enior|[Pp]olitics|[Cc]ontributing|[Ff]eatures|[Nn]ews) [Ww]riter
    """,
    "desk": r"correspondents?|reporters?|writers?|staff|bureau|desk|agencies|wire (services|reports)",
    "other calling": r"fellow|author|writer|professor|host|analyst",
}


def _compile(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(expand(pattern, _WORDS), flags)


# "By JANE DOE, Associated Press", "Written by Jane Doe and John Q. Roe | Reuters"
_BYLINE = _compile(r"""
    \W{0,3}(<verb> by|By|BY|by)\s*:?\s+(?P<names><parts>((, | and | & )<parts>){0,5})
    (\s*[|•·–—/-]\s*(?P<rest>.{1,80}))?\W{0,3}
""")
# "By our Jakarta correspondent", "From our own correspondent in Delhi", "Staff Reporter"
_UNNAMED = _compile(
    r"""
    \W{0,3}(?=(by|from|our|an?|staff|special|web|news)\b)((by|from) )?((our|an?|the) )?
    ((own|special|staff|senior|foreign|diplomatic|political|news|web|city|(?-i:[A-Z][\w-]+)) ){0,3}
    <desk>( and <desk>)?((,| in| at) (?-i:<names>))?\W{0,3}
    """,
    re.IGNORECASE,
)
# What stands below an author's name: "USA TODAY", "Special for The Post", "Opinion columnist"
_AFFILIATION = _compile(
    r"""
    (special (for|to) .{2,40}|([\w.’'-]+ ){0,3}(<desk>|contributors?|columnists?|editors?|fellow))
    """,
    re.IGNORECASE,
)
#: "About the author" stands above the author's name.
ABOUT = _compile(r"\W*about the (author|writer|contributor)s?\W*", re.IGNORECASE)
# "Jane Doe is a senior reporter at …" at the end of an article.
_BIOGRAPHY = _compile(r"""
    \W{0,3}<person>,? (is|was) (an?|the|senior|chief|staff|[A-Z][\w’']+) [^.]{0,80}?\b<reporter>\b
    ([ -]at[ -]large)?,? (at|for|with|of|to|based|covering|on|and|in)\b.*
""")
# "• Jane Doe is a fellow at …": other callings only behind a mark.
_MARKED_BIOGRAPHY = _compile(
    r"[•*⦁—–-]\s?<person>,? (is|was) (an?|the) [^.]{0,120}?\b<other calling>\b.*"
)
# "Editor's note: Jane Doe is a historian and …" stands above an opinion.
_NOTED_BIOGRAPHY = _compile(
    r"""
    \W{0,3}[Ee]ditor[’']?s? [Nn]ote\s?: <person>,? ([^.]{3,80}, )?(is|was) (an?|the)\b.*
    """
)
# "Enav reported from Jerusalem.", "* Jane Doe contributed from Cairo."
_PLACED = _compile(r"""
    \W{0,3}<names>((, |,? and )<names>){0,4} (reported|contributed) from <names>(,? <names>){0,3}\.?
    ( for this (article|story|report)\b.{0,120}|
    .{0,300}\b([Cc]ontribut(ed|ing|ors?)|reported from)\b.{0,200})?
""")
# "Follow him on Twitter @janedoe.", "She can be reached at desk@example.org."
_CONTACT = _compile(
    r"""
    (follow|reach|email|contact) (him|her|them|[A-Z]\w+)\b.{0,60}(@|twitter|email)|send tips|
    can be (reached|followed|found) (at|on)
    """,
    re.IGNORECASE,
)
# "Jane Doe, John Q. Roe and Ann Poe"
_BARE = _compile(r"<plain person>((,|,? and) <plain person>){0,2}")
_LONGEST_BIOGRAPHY = 600
_LONGEST_AFFILIATION = 50
_BIOGRAPHIES = (_BIOGRAPHY, _MARKED_BIOGRAPHY, _NOTED_BIOGRAPHY)


@dataclass(frozen=True, slots=True)
class Byline:
    """The names a byline gives, as written, and the outlet among them, or None."""

    names: str
    outlet: str | None


def find(line: str) -> Byline | None:
    """Return the byline that the whole line is, or None."""
    if len(line) > 200:
        return None
    line = " ".join(line.split())
    match = _BYLINE.fullmatch(line)
    if match is None:
        return Byline(line, None) if _UNNAMED.fullmatch(line) else None
    if match["names"].casefold().startswith("the ") and outlet_in(match["names"]) is None:
        return None  # "BY THE NUMBERS"
    parts = re.split(
        r", | and | & |[|•·–—/] ?", match["names"] + (f"| {match['rest']}" if match["rest"] else "")
    )
    whole = [match["names"], *parts]
    return Byline(match["names"], next((name for part in whole if (name := outlet_in(part))), None))


def outlet_in(name: str) -> str | None:
    """Return the outlet that `name` is, by its full name ("Associated Press" for "AP"), or None."""
    name = " ".join(name.strip(" .,;:|").split())
    row = outlets.find(name)
    if row is not None:
        return row.name
    return name if outlets.publishes(name) else None


def is_biography(line: str) -> bool:
    """Tell whether a line at an article's edge tells who wrote it."""
    if len(line) > _LONGEST_BIOGRAPHY:
        return False
    told = any(kind.match(line) for kind in _BIOGRAPHIES) or _PLACED.fullmatch(line) is not None
    return told or (len(line) <= 300 and _CONTACT.search(line) is not None)


def is_affiliation(line: str) -> bool:
    """Tell whether a line below an author's name says for whom: "USA TODAY", "Staff writer"."""
    if len(line) > _LONGEST_AFFILIATION or line.endswith((".", ":", "?")):
        return False
    # "The" in front, because "Usa Today" alone could be a person's name.
    return outlets.publishes(f"The {line.title()}") or _AFFILIATION.fullmatch(line) is not None


def is_bare(line: str) -> bool:
    """Tell whether the line is nothing but one to three persons' names: "Jane Doe and Jo Roe"."""
    return len(line) <= 80 and _BARE.fullmatch(line) is not None and not line.isupper()
