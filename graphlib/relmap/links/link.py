"""What a link restores, its parameters in their order, and how large it may be."""

from __future__ import annotations

from dataclasses import dataclass, field

from relmap.errors import LinkError
from relmap.models import Filters, Lens

#: In the order in which they stand in a link.
PARAMETERS = (
    *("from", "to", "outlet", "undated", "unknown-outlet", "kind", "min", "references"),
    *("top", "around", "steps", "layout", "colour", "actor", "tie"),
)

#: Those that may stand in a link more than once.
REPEATED = frozenset({"outlet", "kind"})

#: So many characters can a link have: servers refuse longer first lines of a request.
LONGEST = 32_000

#: So many characters can one value have, and so many values all parameters together.
LONGEST_VALUE = 1_000
MOST_VALUES = 2_000

#: So many actors can a link ask to be drawn.
MOST_DRAWN = 5_000

#: No tie of any corpus weighs more.
HEAVIEST = 999_999_999


@dataclass(frozen=True, slots=True)
class Link:
    """What a link restores; `selection` is empty, one actor's id, or the two ids of a tie."""

    filters: Filters = field(default_factory=Filters)
    lens: Lens = field(default_factory=Lens)
    selection: tuple[str, ...] = ()


def check_length(text: str) -> None:
    """Refuse a link that is longer than any that could be meant.

    Raises
    ------
    LinkError
        when it has more than `LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise LinkError(
            f"the link has {len(text):,} characters, but at most {LONGEST:,} can be read; "
            "choose fewer outlets"
        )
