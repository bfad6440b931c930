from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from relmap.errors import FilterError
from relmap.filters import NO_DAY, NO_OUTLET, check, mask_articles, mask_kinds
from relmap.models import KINDS, Filters

FIRST, LAST = date(2023, 3, 30), date(2023, 7, 5)
DAYS = np.array([NO_DAY, FIRST.toordinal(), LAST.toordinal(), LAST.toordinal() + 1])
OUTLETS = ("Dawn", "Tass")
OUTLET_OF = np.array([0, 1, NO_OUTLET, 0])

CASES = [
    (Filters(), [True, True, True, True]),
    (Filters(first=FIRST, last=LAST), [True, True, True, False]),
    (Filters(first=LAST), [True, False, True, True]),
    (Filters(first=LAST, undated=False), [False, False, True, True]),
    (Filters(undated=False), [False, True, True, True]),
    (Filters(unknown_outlet=False), [True, True, False, True]),
    (Filters(outlets=frozenset({"Tass"})), [False, True, True, False]),
    (Filters(outlets=frozenset({"Tass"}), unknown_outlet=False), [False, True, False, False]),
    (Filters(outlets=frozenset()), [False, False, True, False]),
]


@pytest.mark.parametrize(("filters", "kept"), CASES)
def test_articles(filters: Filters, kept: list[bool]) -> None:
    check(filters, OUTLETS)
    assert mask_articles(filters, DAYS, OUTLET_OF, OUTLETS).tolist() == kept


def test_kinds() -> None:
    kind_of = np.array([KINDS.index("country"), KINDS.index("person")])
    assert mask_kinds(Filters(kinds=frozenset({"person"})), kind_of).tolist() == [False, True]
    assert mask_kinds(Filters(kinds=frozenset()), kind_of).tolist() == [False, False]


def test_a_store_without_articles_has_an_empty_mask() -> None:
    none = np.array([], dtype=np.int32)
    assert mask_articles(Filters(first=FIRST), none, none, ()).tolist() == []


def test_an_unknown_outlet_names_those_there_are() -> None:
    many = [f"Paper {number:02d}" for number in range(23)]
    with pytest.raises(FilterError) as caught:
        check(Filters(outlets=frozenset({"Dusk"})), many)
    assert str(caught.value).endswith('"Paper 18", "Paper 19" and 3 more')
    with pytest.raises(FilterError) as caught:
        check(Filters(outlets=frozenset({"Dusk"})), [])
    assert str(caught.value) == (
        'no article is from the outlet "Dusk"; '
        "no outlet is known in this store, so leave the outlet filter out"
    )
