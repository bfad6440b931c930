"""Filters → a mask over articles: which articles count, said once for ties and evidence alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from relmap.errors import FilterError
from relmap.models import KINDS, Filters

Bools = NDArray[np.bool_]
Ints = NDArray[np.signedinteger]

#: The day number of an undated article; real days are `date.toordinal()`, which starts at 1.
NO_DAY = 0

#: The outlet number of an article whose outlet is unknown.
NO_OUTLET = -1

#: How many outlets an error names before it only counts them.
_NAMED = 20


def check(filters: Filters, outlets: Sequence[str]) -> None:
    """Refuse filters that cannot be meant.

    Raises
    ------
    FilterError
        when the first day lies after the last, the minimum weight is below 1, or a kind or an
        outlet is named that does not exist. The message says what there is instead.
    """
    if filters.first and filters.last and filters.first > filters.last:
        raise FilterError(
            f"the first day {filters.first} lies after the last day {filters.last}; swap them"
        )
    if filters.min_weight < 1:
        raise FilterError(
            f"the minimum weight is {filters.min_weight}, but a tie has at least 1 sentence; "
            "choose 1 or more"
        )
    for kind in sorted(filters.kinds - set(KINDS)):
        raise FilterError(f'there is no kind "{kind}"; the kinds are {", ".join(KINDS)}')
    for outlet in sorted((filters.outlets or frozenset()) - set(outlets)):
        raise FilterError(f'no article is from the outlet "{outlet}"; {_what_there_is(outlets)}')


def mask_articles(filters: Filters, days: Ints, outlet_of: Ints, outlets: Sequence[str]) -> Bools:
    """Say for every article whether it counts.

    Parameters
    ----------
    filters
        checked filters; only dates and outlets matter here.
    days
        per article its day as an ordinal, `NO_DAY` for undated ones.
    outlet_of
        per article its position in `outlets`, `NO_OUTLET` for unknown ones.
    outlets
        the names of the outlets.
    """
    return _mask_days(filters, days) & _mask_outlets(filters, outlet_of, outlets)


def mask_kinds(filters: Filters, kind_of: Ints) -> Bools:
    """Say for every actor (given its kind's position in `KINDS`) whether its kind counts."""
    wanted = np.array([kind in filters.kinds for kind in KINDS], dtype=np.bool_)
    return wanted[kind_of]


def _mask_days(filters: Filters, days: Ints) -> Bools:
    dated: Bools = days != NO_DAY
    kept = dated.copy()
    if filters.first:
        kept &= days >= filters.first.toordinal()
    if filters.last:
        kept &= days <= filters.last.toordinal()
    if filters.undated:
        kept |= ~dated
    return kept


def _mask_outlets(filters: Filters, outlet_of: Ints, outlets: Sequence[str]) -> Bools:
    chosen = filters.outlets
    # One more place at the end: NO_OUTLET is -1 and so looks up the last.
    named = [chosen is None or outlet in chosen for outlet in outlets]
    wanted = np.array([*named, filters.unknown_outlet], dtype=np.bool_)
    return wanted[outlet_of]


def _what_there_is(outlets: Sequence[str]) -> str:
    if not outlets:
        return "no outlet is known in this store, so leave the outlet filter out"
    named = ", ".join(f'"{outlet}"' for outlet in outlets[:_NAMED])
    more = f" and {len(outlets) - _NAMED} more" if len(outlets) > _NAMED else ""
    return f"there are {named}{more}"
