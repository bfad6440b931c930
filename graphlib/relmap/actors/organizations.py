"""Organizations: acronyms, spellings, and bodies that many countries have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from relmap.actors.spelling import fold_organization
from relmap.knowledge.bodies import is_national, standard_body
from relmap.knowledge.countries import Countries, Country
from relmap.knowledge.organizations import Organization, Organizations

#: How alike (0 to 100) two full names must be that go by the same acronym.
MIN_RATIO = 88

#: No country's name has more words: "Democratic People's Republic of Korea".
MAX_COUNTRY_WORDS = 5


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
        self._known: dict[str, Organization | None] = {}
        self._maybe: dict[str, tuple[Organization, ...]] = {}
        self._official: dict[str, str | None] = {}
        self._keys: dict[str, OrganizationKey] = {}
        self._split: dict[str, tuple[str, str]] = {}

    def key(self, surface: str) -> OrganizationKey:
        """The key of a full name or of an acronym that the table is certain about."""
        if surface not in self._keys:
            self._keys[surface] = self._find_key(surface)
        return self._keys[surface]

    def _find_key(self, surface: str) -> OrganizationKey:
        official = self.official(surface)
        if official is not None:
            return OrganizationKey(fold_organization(official))
        body, code = self.split_country(surface)
        return OrganizationKey(fold_body(body), code)

    def lookup(self, surface: str) -> Organization | None:
        """The organization that a surface alone is enough to name, by the table."""
        if surface not in self._known:
            self._known[surface] = self._table.lookup(surface)
        return self._known[surface]

    def weak(self, surface: str) -> tuple[Organization, ...]:
        """Those that the table knows a surface for and does not settle."""
        if surface not in self._maybe:
            self._maybe[surface] = self._table.weak(surface)
        return self._maybe[surface]

    def official(self, surface: str) -> str | None:
        """The table's name for a surface, if the table is certain about it.

        "Security Council Russia" is in the table as "Russian Security Council", "Senate of the
        United States" as "US Senate".
        """
        if surface not in self._official:
            self._official[surface] = self._find_official(surface)
        return self._official[surface]

    def _find_official(self, surface: str) -> str | None:
        known = self.lookup(surface)
        if known is not None:
            return known.name
        body, code = self.split_country(surface)
        return self._national.get((fold_body(body), code)) if code else None

    @cached_property
    def _national(self) -> Mapping[tuple[str, str], str]:
        """The table's national bodies by their folded name without its country, and the country."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for organization in self._table.by_name.values():
            for form in organization.forms():
                body, code = self.split_country(form)
                if code and self._table.lookup(form) is not None:
                    found[fold_body(body), code].add(organization.name)
        return {key: names.pop() for key, names in found.items() if len(names) == 1}

    def is_weak(self, surface: str) -> bool:
        """Whether a surface is one that the table knows and does not settle: "AU", "PA"."""
        return bool(self.weak(surface))

    def settle(self, acronym: str, full: str) -> str:
        """The full name that an article defines, or the table's where that one is cut short.

        "OAS" with "of American States" is the Organization of American States.
        """
        known = self.lookup(acronym)
        words = fold_organization(full).split()
        for organization in (known,) if known else self.weak(acronym):
            longer = fold_organization(organization.name).split()
            if len(words) < len(longer) and longer[-len(words) :] == words:
                return organization.name
        return full

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

    def split_country(self, surface: str) -> tuple[str, str]:
        """A national body without its country, and the country's code.

        "Russian Security Council", "Russia’s Security Council", "Security Council of Russia" and
        "Security Council Russia" all give ("Security Council", "RU"). Names that are more than
        that keep their country: "Bank of China".
        """
        if surface not in self._split:
            self._split[surface] = self._find_country(surface)
        return self._split[surface]

    def _find_country(self, surface: str) -> tuple[str, str]:
        words = surface.split()
        for size in range(min(MAX_COUNTRY_WORDS, len(words) - 1), 0, -1):
            front, back = (
                " ".join(part).removesuffix("’s").removesuffix("'s")
                for part in (words[:size], words[-size:])
            )
            for form, rest in ((front, words[size:]), (back, words[:-size])):
                country = self._countries.nation(form)
                if country is None:
                    continue
                body = " ".join(rest).removesuffix(" of the").removesuffix(" of")
                if is_national(body) and not self._is_state(surface, country, form, body):
                    return body, country.code
        return surface, ""

    def _is_state(self, surface: str, country: Country, form: str, body: str) -> bool:
        """Whether a name may be that of a state's department: "Georgia Department of Agriculture"."""
        is_plain = form == country.name and surface.startswith(f"{form} {body}")
        return is_plain and form in self._countries.caution and "Department" in body


def fold_body(name: str) -> str:
    """An organization's name folded, a ministry's or department's the same however it is put."""
    return standard_body(fold_organization(name))


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
    return likeness(one, other) >= MIN_RATIO


def likeness(one: str, other: str) -> float:
    """How alike two names are as they are spelt, 0 to 100."""
    return fuzz.ratio(fold_organization(one), fold_organization(other))
