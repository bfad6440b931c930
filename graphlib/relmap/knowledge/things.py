"""What carries a name and is no actor: events, documents, plans, places built, jobs, technical terms.

The terms stand in things.csv with what they are. The heads are the last words of such names, in
small letters and the singular and plural that are printed.
"""

from __future__ import annotations

import re
from functools import cache

from relmap.knowledge.bodies import is_class, names_body
from relmap.knowledge.packaged import read_rows

FILE = "things.csv"
COLUMNS = ("term", "what")

#: Meetings, contests, wars, holidays.
EVENTS = frozenset(
    {"conference", "summit", "meeting", "forum", "talks", "dialogue", "round", "session"}
    | {"day", "week", "month", "year", "war", "election", "elections", "games", "cup", "prize"}
    | {"award", "awards", "medal", "festival", "exposition", "expo", "olympiad", "olympiads"}
    | {"marathon", "tournament", "championship", "championships", "exhibition", "ceremony", "visit"}
    | {"exercise", "exercises", "drill", "drills", "operation", "mission", "campaign", "tour"}
    | {
        "crisis",
        "conflict",
        "revolution",
        "spring",
        "pandemic",
        "uprising",
        "protests",
        "anniversary",
    }
    | {"olympics", "paralympics", "record", "massacre", "attack", "attacks", "bombing"}
)

#: Papers, laws, plans and ideas.
DOCUMENTS = frozenset(
    {"agreement", "agreements", "accord", "accords", "treaty", "pact", "deal", "protocol"}
    | {"convention", "charter", "act", "bill", "law", "constitution", "amendment", "resolution"}
    | {"declaration", "plan", "initiative", "project", "program", "programme", "strategy", "policy"}
    | {"doctrine", "report", "index", "survey", "document", "manual", "atlas", "scheme", "schemes"}
    | {
        "certificate",
        "examination",
        "exam",
        "code",
        "agenda",
        "communique",
        "memorandum",
        "question",
    }
    | {"goals", "guidelines", "system", "model", "curriculum", "framework", "studies", "notices"}
)

#: What is built or found on a map, and what flies, sails or is sold.
PLACES = frozenset(
    {"corridor", "pipeline", "road", "bridge", "airport", "airbase", "embassy", "consulate", "ship"}
    | {
        "class",
        "dam",
        "plant",
        "forest",
        "park",
        "highway",
        "stadium",
        "station",
        "street",
        "avenue",
    }
    | {"square", "canal", "river", "lake", "mountain", "mountains", "valley", "coast", "island"}
    | {"islands", "bay", "village", "town", "district", "region", "territory", "province", "palace"}
    | {"tower", "building", "complex", "prison", "camp", "hotel", "restaurant", "temple", "mosque"}
    | {"cathedral", "garden", "gardens", "port", "harbour", "harbor", "terminal", "field", "mine"}
    | {
        "machine",
        "machines",
        "vaccine",
        "missile",
        "missiles",
        "aircraft",
        "browser",
        "app",
        "area",
    }
)

#: What somebody works as: "Account Executive", "Senior Atlantic Fellow".
JOBS = frozenset(
    {"specialist", "assistant", "fellow", "engineer", "technologist", "manager", "coordinator"}
    | {"analyst", "economist", "editor", "founder", "officer", "executive", "intern", "consultant"}
    | {"adviser", "advisor", "technician", "scientist", "correspondent", "reporter", "journalist"}
    | {"journalists", "contestant", "champion", "resident", "volunteer", "elder", "owner"}
)

#: A member's party and state behind the name: "McCain, R-Arizona", "D-N.Y.".
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z][\w. ]*")

#: What opens the name of a thing: "Operation Protective Edge", "Hurricane Otis".
FRONTS = frozenset(
    {"Operation", "Hurricane", "Typhoon", "Cyclone", "Tropical", "Route", "Highway", "Grade"}
    | {"Article", "Section", "Chapter", "Resolution", "Protocol", "Vision", "Agenda", "Flight"}
    | {"Lake", "Mount", "Cape", "River", "Camp", "Fort", "Port", "Phase", "Block", "Project"}
)

HEADS = EVENTS | DOCUMENTS | PLACES | JOBS


def is_thing(name: str) -> bool:
    """Whether a name is a thing's by its last word or as a term: "Vesak Day", "COVID-19"."""
    last = name.rsplit(maxsplit=1)[-1].casefold()
    is_term = name in terms() or PARTY_AND_STATE.fullmatch(name) is not None
    is_fronted = name.split(maxsplit=1)[0] in FRONTS and not is_class(last)
    return is_term or ((last in HEADS or is_fronted) and not names_body(name))


@cache
def terms() -> frozenset[str]:
    """The terms of the table, as they are printed."""
    return frozenset(cells["term"] for _row, cells in read_rows(FILE, COLUMNS))
