"""Common nouns that describe an actor without naming it: "the minister", "the bloc", "his wife".

Only what a noun can stand for is said here, never whom it stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from relmap.knowledge.titles import is_title

Gender = Literal["", "m", "f"]

_MEN = frozenset(
    {"man", "boy", "husband", "father", "son", "brother", "grandfather", "grandson", "uncle"}
    | {
        "nephew",
        "widower",
        "king",
        "prince",
        "emperor",
        "duke",
        "sultan",
        "emir",
        "monk",
        "gentleman",
    }
    | {"spokesman", "chairman", "businessman", "congressman", "policeman", "gunman", "fisherman"}
    | {
        "serviceman",
        "salesman",
        "frontman",
        "strongman",
        "actor",
        "pope",
        "priest",
        "imam",
        "cleric",
    }
    | {"ayatollah", "mullah", "cardinal", "stepfather", "boyfriend", "fiance", "tsar", "nobleman"}
)
_WOMEN = frozenset(
    {"woman", "girl", "wife", "mother", "daughter", "sister", "grandmother", "granddaughter"}
    | {"aunt", "niece", "widow", "queen", "princess", "empress", "duchess", "nun", "lady"}
    | {"spokeswoman", "chairwoman", "businesswoman", "congresswoman", "policewoman", "actress"}
    | {"servicewoman", "waitress", "heiress", "stepmother", "girlfriend", "fiancee", "midwife"}
)
_PEOPLE = frozenset(
    {"person", "adult", "child", "teenager", "teen", "kid", "baby", "infant", "toddler", "youth"}
    | {"parent", "spouse", "partner", "sibling", "cousin", "relative", "friend", "neighbor"}
    | {"neighbour", "colleague", "ally", "rival", "opponent", "predecessor", "successor", "boss"}
    | {"counterpart", "guest", "host", "hero", "heir", "leader", "member", "insider", "source"}
    | {"resident", "citizen", "civilian", "native", "villager", "migrant", "refugee", "immigrant"}
    | {"exile", "foreigner", "tourist", "traveler", "traveller", "passenger", "driver", "witness"}
    | {"victim", "survivor", "hostage", "prisoner", "inmate", "detainee", "captive", "fugitive"}
    | {"attacker", "assailant", "killer", "murderer", "shooter", "bomber", "terrorist", "rebel"}
    | {"insurgent", "militiaman", "fighter", "jihadist", "extremist", "hacker", "thief", "criminal"}
    | {"defendant", "plaintiff", "accused", "juror", "magistrate", "counsel", "advocate", "agent"}
    | {"soldier", "sailor", "airman", "marine", "veteran", "guard", "bodyguard", "sniper", "spy"}
    | {"worker", "employee", "employer", "staffer", "owner", "landlord", "tenant", "trader"}
    | {
        "banker",
        "investor",
        "broker",
        "accountant",
        "executive",
        "merchant",
        "shopkeeper",
        "farmer",
    }
    | {"engineer", "builder", "miner", "mechanic", "electrician", "plumber", "carpenter", "cook"}
    | {"chef", "waiter", "barber", "tailor", "butcher", "baker", "cleaner", "nanny", "maid"}
    | {"teacher", "student", "pupil", "graduate", "principal", "lecturer", "academic", "doctor"}
    | {"physician", "surgeon", "nurse", "patient", "paramedic", "psychologist", "psychiatrist"}
    | {"pharmacist", "dentist", "therapist", "biologist", "physicist", "chemist", "sociologist"}
    | {"anthropologist", "archaeologist", "meteorologist", "epidemiologist", "philosopher"}
    | {"poet", "novelist", "playwright", "painter", "sculptor", "photographer", "filmmaker"}
    | {"musician", "composer", "dancer", "comedian", "artist", "producer", "designer", "model"}
    | {"broadcaster", "blogger", "commentator", "critic", "biographer", "publisher", "anchor"}
    | {"athlete", "player", "footballer", "cricketer", "boxer", "striker", "goalkeeper", "referee"}
    | {"captain", "champion", "runner", "swimmer", "cyclist", "skipper", "batsman", "bowler"}
    | {"pastor", "vicar", "missionary", "monarch", "regent", "ruler", "statesman", "frontrunner"}
    | {"incumbent", "challenger", "contender", "voter", "protester", "demonstrator", "campaigner"}
    | {"supporter", "follower", "believer", "loyalist", "nationalist", "separatist", "republican"}
    | {"democrat", "conservative", "liberal", "socialist", "communist", "populist", "moderate"}
    | {"banker", "lobbyist", "consultant", "contractor", "specialist", "monitor", "observer"}
    | {"translator", "interpreter", "fixer", "smuggler", "trafficker", "dealer", "bookmaker"}
    | {"whistleblower", "informant", "defector", "deserter", "recruit", "cadet", "trainer", "chief"}
)
#: Words in -man that are none; "human" is nobody in particular.
_NO_MEN = frozenset(
    {"woman", "human", "german", "roman", "norman", "talisman", "ottoman", "caiman"}
)
#: Who may be anyone: "anyone who says so … he".
INDEFINITE = frozenset(
    {"someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "whoever"}
    | {"one", "another", "each"}
)

#: The organizations that a noun can stand for, by their kind in the table of organizations.
BODIES: Mapping[str, frozenset[str]] = {
    "party": frozenset({"party"}),
    "bloc": frozenset({"union", "alliance", "forum"}),
    "alliance": frozenset({"alliance"}),
    "union": frozenset({"union"}),
    "group": frozenset({"armed group", "criminal group", "NGO", "forum"}),
    "militia": frozenset({"armed group"}),
    "ministry": frozenset(),
    "agency": frozenset({"agency", "intelligence", "police"}),
    "watchdog": frozenset({"agency", "NGO"}),
    "regulator": frozenset({"agency"}),
    "charity": frozenset({"NGO"}),
    "company": frozenset({"company"}),
    "firm": frozenset({"company", "think tank"}),
    "bank": frozenset({"bank"}),
    "lender": frozenset({"bank"}),
    "court": frozenset({"court"}),
    "tribunal": frozenset({"court"}),
    "council": frozenset({"council"}),
    "commission": frozenset(),
    "committee": frozenset(),
    "parliament": frozenset({"parliament"}),
    "fund": frozenset(),
    "organization": frozenset({"union", "agency", "NGO", "alliance"}),
    "organisation": frozenset({"union", "agency", "NGO", "alliance"}),
    "association": frozenset(),
    "federation": frozenset(),
    "movement": frozenset({"armed group"}),
    "department": frozenset(),
    "institute": frozenset({"think tank"}),
    "university": frozenset(),
}

#: Nouns that stand for a country.
COUNTRIES = frozenset({"country", "nation", "kingdom", "republic"})


def person_noun(noun: str) -> bool:
    """Whether a noun in small letters describes one person: "minister", "nurse", not "council"."""
    return (
        bool(gender_of_noun(noun)) or noun in _PEOPLE or noun.endswith("person") or is_title(noun)
    )


def gender_of_noun(noun: str) -> Gender:
    """What a noun says of a person: "spokeswoman" is a woman, "minister" either."""
    if noun in _WOMEN or noun.endswith("woman"):
        return "f"
    return "m" if noun in _MEN or (noun.endswith("man") and noun not in _NO_MEN) else ""
