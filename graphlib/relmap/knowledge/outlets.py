"""Who publishes: a small table of agencies and outlets, and what an outlet's name looks like.

The table (`outlets.csv`) holds what stands in the brackets of datelines, "Islamabad, 5 July 2023
(TDI):" or "KYIV, Ukraine (AP) —": abbreviation, outlet, kind (agency or outlet) and a note. It was
written by hand from the agencies' own names and is meant to stay small: an outlet that it does
not know is unknown, never guessed.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

OutletKind = Literal["agency", "outlet"]

# Words that end the name of a publication and of hardly anything else: "The Frontier Post",
# "Deutsche Presse-Agentur", "Kyiv Independent". "Mail" and "Star" alone are too common.
_PRESS_WORDS = (
    "Post|Times|Tribune|Herald|Gazette|Telegraph|Guardian|Observer|Chronicle|Journal|Newspaper|"
    "Weekly|Dispatch|Courier|Inquirer|Independent|Bulletin|Insight|Press|News|Today|Daily|"
    "Review|Magazine|Network|Agency|Agentur|Broadcasting Corporation|Radio|Television|TV|Media|Wire"
)
_PRESS_NAME = re.compile(
    rf"(?:The )?(?:[A-Z][\w'’&.-]* (?:of |the |and |for |in )*){{0,5}}(?:{_PRESS_WORDS})"
)
# "Emily Post" and "Times" alone are not enough: a short name needs an article or a place's shape.
_NEEDS_MORE = re.compile(
    r"[A-Z][\w'’.-]+ (?:Post|Independent|Guardian|Courier|Journal|Press|Wire|Herald|Today|Daily)"
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of the table: `abbreviation` as a dateline writes it, `name` as it is shown."""

    abbreviation: str
    name: str
    kind: OutletKind
    note: str = ""


@cache
def load() -> tuple[Outlet, ...]:
    """Return the table's rows in its own order (by abbreviation)."""
    with files(__package__).joinpath("outlets.csv").open(encoding="utf-8") as stream:
        return tuple(
            Outlet(
                row["abbreviation"],
                row["outlet"],
                "agency" if row["kind"] == "agency" else "outlet",
                row["note"],
            )
            for row in csv.DictReader(stream)
        )


@cache
def _by_key() -> dict[str, Outlet]:
    keys: dict[str, Outlet] = {}
    for outlet in load():
        keys.setdefault(_key(outlet.abbreviation), outlet)
    for outlet in load():
        keys.setdefault(_key(outlet.name), outlet)
    return keys


def _key(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def find(name: str) -> Outlet | None:
    """Return the row whose abbreviation or name is `name`, or None; "The" and case do not matter."""
    return _by_key().get(_key(name))


def publishes(name: str) -> bool:
    """Tell whether `name` is an outlet's: in the table, or built like one ("The Frontier Post").

    Two bare words such as "Emily Post" could be a person, and are then not an outlet.
    """
    name = " ".join(name.split())
    if find(name):
        return True
    return bool(_PRESS_NAME.fullmatch(name)) and " " in name and not _NEEDS_MORE.fullmatch(name)
