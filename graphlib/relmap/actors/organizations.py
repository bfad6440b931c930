"""Organizations: acronyms, spellings, and bodies that many countries have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from relmap.actors.spelling import fold_organization
from relmap.knowledge.bodies import is_class, is_national
from relmap.knowledge.countries import Countries
from relmap.knowledge.organizations import Organizations

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
        return not key.country_code and is_national(key.name)

    def of_country(self, surface: str, code: str) -> str:
        """A national body's name with its country: "Foreign Ministry of China"."""
        country = self._countries.by_code[code].name
        return surface if self.split_country(surface)[1] else f"{surface} of {country}"

    def shown_of_country(self, surface: str, code: str) -> str:
        """A national body as it is printed, its country in brackets if it is not in the name."""
        country = self._countries.by_code[code].name
        return surface if self.split_country(surface)[1] else f"{surface} ({country})"

    def fuller(self, surface: str, others: Collection[str]) -> list[str]:
        """Those of an article's other names that a surface may be short for, one for each body.

        "Security Council" is short for "Russian Security Council" and for the United Nations' one;
        "AU" for the African Union. Only names that are certain by themselves count.
        """
        weak = {organization.name for organization in self._table.weak(surface)}
        found: dict[OrganizationKey, str] = {}
        for other in sorted(others):
            body, code = self.split_country(other)
            is_its_body = bool(code) and fold_organization(body) == fold_organization(surface)
            if is_its_body or self.official(other) in weak or is_short_form(surface, other):
                found.setdefault(self.key(other), other)
        return list(found.values())

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
                country = self._countries.nation(form)
                if country and is_national(body):
                    return body, country.code
        return surface, ""


def is_short_form(short: str, long: str) -> bool:
    """Whether a name is another without its class noun, or the one word that people call it by.

    "Harvard" and "Harvard University", "Likud" and "Likud Party", "the Post" and "Washington
    Post"; but "the Council" could be any council.
    """
    words, others = fold_organization(short).split(), fold_organization(long).split()
    if not words or len(words) >= len(others):
        return False
    if others[: len(words)] == words:
        return all(is_class(word) for word in others[len(words) :])
    return words == others[-1:] and not is_class(words[0])


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
