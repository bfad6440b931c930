"""Which fuller names of its article an organization's name is short for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from relmap.actors.organizations import OrganizationKey, OrganizationNames, fold_body
from relmap.actors.spelling import fold_organization
from relmap.knowledge import outlets
from relmap.knowledge.bodies import is_class, is_national

#: Class nouns that a body's name is printed with and without; a foundation or a police is another.
SAME_BODY = frozenset(
    {"university", "party", "group", "company", "movement", "corporation", "corp", "inc", "ltd"}
    | {"plc", "organization", "holdings", "llc"}
)


def is_short_form(short: str, long: str) -> bool:
    """Whether a name is another without its class noun, or the one word that people call it by.

    "Harvard" and "Harvard University", "Likud" and "Likud Party", "the Post" and "Washington
    Post"; but "Ford" is not its foundation, "Labour" not "New Labour", and "the Council" could be
    any council.
    """
    words, others = fold_organization(short).split(), fold_organization(long).split()
    if not words or len(words) >= len(others):
        return False
    if others[: len(words)] == words:
        return outlets.find(short) is None and SAME_BODY.issuperset(others[len(words) :])
    is_any = is_class(words[0]) or is_national(words[0]) or outlets.find(short) is not None
    is_outlet = outlets.publishes(f"The {long.removeprefix('The ')}")
    return words == others[-1:] and not is_any and is_outlet


class FullerNames:
    """An article's organizations by what they may be called for short.

    `_by_body` are the national bodies of a country without it, `_by_official` all by the table's
    name, `_by_short` all by the words that are left without class nouns, and by the last word.
    """

    def __init__(self, surfaces: Iterable[str], names: OrganizationNames) -> None:
        self._names = names
        self._by_body: dict[str, list[str]] = defaultdict(list)
        self._by_official: dict[str | None, list[str]] = defaultdict(list)
        self._by_short: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for surface in surfaces:
            self._add(surface)

    def _add(self, surface: str) -> None:
        body, code = self._names.split_country(surface)
        if code:
            self._by_body[fold_body(body)].append(surface)
        self._by_official[self._names.official(surface)].append(surface)
        words = tuple(fold_organization(surface).split())
        self._by_short[words[-1:]].append(surface)
        while len(words) > 1 and words[-1] in SAME_BODY:
            words = words[:-1]
            self._by_short[words].append(surface)

    def of(self, surface: str) -> list[str]:
        """Those names that a surface may be short for, one for each body.

        "Security Council" is short for "Russian Security Council" and for the United Nations' one;
        "AU" for the African Union. Only names that are certain by themselves count, and what is
        certain by itself is short for nothing: "Hamas" beside "Israel-Hamas".
        """
        if self._names.official(surface) is not None:
            return []
        near = {*self._by_body.get(fold_body(surface), ())}
        for organization in self._names.weak(surface):
            near.update(self._by_official.get(organization.name, ()))
        same = self._by_short.get(tuple(fold_organization(surface).split()), ())
        near.update(other for other in same if is_short_form(surface, other))
        found: dict[OrganizationKey, str] = {}
        for other in sorted(near):
            found.setdefault(self._names.key(other), other)
        return list(found.values())
