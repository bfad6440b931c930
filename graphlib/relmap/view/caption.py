"""The words around a picture, so that whoever gets it can check it without having made it."""

from __future__ import annotations

from dataclasses import dataclass

#: Below every map that leaves the building: what a tie claims and what it does not.
MEANING = "A tie means: named in the same sentence. It is not proof of a relation."


@dataclass(frozen=True, slots=True)
class Caption:
    """Plain texts, never markup; `statements` come one to a line, in the order they are read.

    `statements` hold the range of days, the filters in words, the outlets, the counts and what was
    left out. `made` names the version and the day of the store's last build, `link` the parameters
    of the page's address that show the same view: "" for the view without filters, None where no
    link can hold it.
    """

    title: str
    statements: tuple[str, ...]
    made: str
    link: str | None = ""
    meaning: str = MEANING
