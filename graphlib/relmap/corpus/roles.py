"""What a line is by its shape alone: teaser, navigation, credit, byline, or nothing special.

The shapes are the standing phrases of news pages ("Also Read:", "3 min read", "All rights
reserved"), not the names of any one outlet. They stand in the tables of `phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from relmap.corpus import bylines, phrases
from relmap.models import Role


def _compile(table: Iterable[phrases.Phrase]) -> re.Pattern[str]:
    """One expression for a whole table, which is quicker than one for each of its rows."""
    return re.compile("|".join(f"(?:{phrase.expression})" for phrase in table), re.IGNORECASE)


_NAVIGATION = _compile((*phrases.NAVIGATION, *phrases.SIGNUPS, *phrases.NOTICES))
_TEASERS = _compile(phrases.TEASERS)
_CREDITS = _compile(phrases.CREDITS)
_LABEL = _compile([phrases.LABEL])
# No phrase is longer.
_LONGEST, _LONGEST_LABEL = 900, 80


def by_shape(line: str) -> Role | None:
    """Return the role that the shape of one line shows beyond doubt, or None for running text."""
    line = " ".join(line.split()) if len(line) <= _LONGEST else ""
    if not line:
        return None
    if _NAVIGATION.fullmatch(line):
        return "navigation"
    if _TEASERS.fullmatch(line):
        return "teaser"
    if bylines.find(line) is not None:
        return "byline"
    return "credit" if _CREDITS.fullmatch(line) else None


def announces_links(line: str) -> bool:
    """Tell whether the line is only a teaser's label, so that links follow: "Similar Posts"."""
    return len(line) <= _LONGEST_LABEL and _LABEL.fullmatch(line) is not None
