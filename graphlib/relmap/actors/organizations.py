"""Organizations: acronyms, spellings, and bodies that many countries have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from relmap.actors.spelling import fold_organization
from relmap.knowledge.countries import Countries
from relmap.knowledge.organizations import Organizations

#: Bodies that many countries have: without its country such a name says nothing about which one.
NATIONAL_BODIES = frozenset(
    {"security council", "national security council", "supreme court", "constitutional court"}
    | {"high court", "parliament", "national assembly", "senate", "congress", "cabinet"}
    | {"government", "army", "navy", "air force", "armed forces", "military", "police", "state"}
    | {"central bank", "election commission", "electoral commission", "interior", "treasury"}
    | {"foreign ministry", "ministry of foreign affairs", "foreign office", "justice department"}
    | {"defense ministry", "ministry of defense", "interior ministry", "ministry of interior"}
    | {"finance ministry", "ministry of finance", "health ministry", "ministry of health"}
    | {"state department", "defense department", "coast guard", "national guard", "house"}
    | {"home office", "home ministry", "external affairs ministry", "ministry of external affairs"}
    | {"justice ministry", "ministry of justice", "sports ministry", "education ministry"}
    | {"labor party", "socialist party", "communist party", "conservative party", "green party"}
)

#: How alike (0 to 100) two full names must be that go by the same acronym.
MIN_RATIO = 88


@dataclass(frozen=True, slots=True)
class OrganizationKey:
    """What tells one organization from another: its folded name and, for a body, its country."""

    name: str
    country_code: str = ""


class OrganizationNames:
    """Gives every organization's name its key, from the table and from the name itself."""

    def __init__(self, table: Organizations, countries: Countries) -> None:
        self._table = table
        self._countries = countries

    def key(self, surface: str) -> OrganizationKey:
        """The key of a full name or of an acronym that the table is certain about."""
        official = self.official(surface)
        if official is not None:
            return OrganizationKey(fold_organization(official))
        body, code = self.split_country(surface)
        return OrganizationKey(fold_organization(body), code)

    def official(self, surface: str) -> str | None:
        """The table's name for a surface, if the table is certain about it.

        "Security Council Russia" is asked for as "Security Council of Russia" too.
        """
        known = self._table.lookup(surface)
        if known is None:
            body, code = self.split_country(surface)
            country = self._countries.by_code.get(code)
            known = self._table.lookup(f"{body} of {country.name}") if country else None
        return known.name if known is not None else None

    def is_weak(self, surface: str) -> bool:
        """Whether a surface is one that the table knows and does not settle: "AU", "PA"."""
        return bool(self._table.weak(surface))

    def is_national(self, key: OrganizationKey) -> bool:
        """Whether a key is a national body's without its country: which one stays open."""
        return not key.country_code and key.name in NATIONAL_BODIES

    def split_country(self, surface: str) -> tuple[str, str]:
        """A national body without its country, and the country's code.

        "Russian Security Council", "Russia’s Security Council", "Security Council of Russia" and
        "Security Council Russia" all give ("Security Council", "RU"). Names that are more than
        that keep their country: "Bank of China".
        """
        words = surface.replace("’s", "").replace("'s", "").split()
        for size in range(min(3, len(words) - 1), 0, -1):
            front, back = " ".join(words[:size]), " ".join(words[-size:])
            for form, rest in ((front, words[size:]), (back, words[:-size])):
                body = " ".join(rest).removesuffix(" of the").removesuffix(" of")
                country = self._countries.lookup(form)
                if country and fold_organization(body) in NATIONAL_BODIES:
                    return body, country.code
        return surface, ""


def join_same_acronym(
    definitions: Mapping[str, Collection[OrganizationKey]],
) -> dict[OrganizationKey, OrganizationKey]:
    """Keys that go by one acronym and are nearly one spelling, each with the one that stands.

    "Regional Anti-Terrorism Structure (RATS)" and "Regional Anti-Terrorists Structure (RATS)".
    A key that comes near two others is left alone.
    """
    joined: dict[OrganizationKey, OrganizationKey] = {}
    for acronym in sorted(definitions):
        heads: list[OrganizationKey] = []
        for key in sorted(set(definitions[acronym]), key=lambda k: (k.name, k.country_code)):
            near = [
                h for h in heads if h.country_code == key.country_code and is_near(h.name, key.name)
            ]
            if not near:
                heads.append(key)
            elif len(near) == 1:
                joined.setdefault(key, near[0])
    return joined


def is_near(one: str, other: str) -> bool:
    """Whether two full names are one but for their spelling."""
    return fuzz.ratio(fold_organization(one), fold_organization(other)) >= MIN_RATIO
