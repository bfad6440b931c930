"""The world that the generated press writes about: who there is, where, and how well known.

Everything is found by number when it is asked for, so that a world of a million people costs what
its articles name of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import exp, log

from generated.names import Names, names_of
from generated.places import REGIONS, THEMES, Region, Theme
from generated.sentences import AGENCIES, PAPERS, TOWNS
from relmap.actors.identities import organization_id
from relmap.actors.organizations import OrganizationNames
from relmap.actors.spelling import slug
from relmap.knowledge import countries, organizations
from relmap.models import Kind

#: People and bodies whom the world holds for each article: most are never named.
PEOPLE_PER_ARTICLE = 60
BODIES_PER_ARTICLE = 60

#: Articles from which on the world needs more names than the short ones, some 650,000.
MANY = 50_000

#: The actors that a store keeps in mind while it is generated.
_KEPT = 1 << 16


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print an actor's name; `before` and `after` are words beside it."""

    surface: str
    rule: str
    label: str
    before: str = ""
    after: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An actor of the world: the id it has in a store, and how it is printed.

    `first` is how an article prints it first, `later` how it may go on.
    """

    actor_id: str
    kind: Kind
    first: tuple[Form, ...]
    later: tuple[Form, ...]
    country_code: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Community:
    """A region's people in one field; `number` counts inside those of its culture."""

    region: Region
    theme: Theme
    number: int
    weight: float

    @property
    def codes(self) -> tuple[str, ...]:
        """Its countries, most talked about first."""
        return tuple(self.region.codes.split())


class World:
    """The actors and outlets of a corpus of so many articles."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.communities = tuple(_communities())
        self.outlets = AGENCIES + tuple(_outlets(min(384, 12 + articles // 20)))
        cultures = [community.region.culture for community in self.communities]
        share = {name: cultures.count(name) for name in cultures}
        self._of_culture = share
        self._countries = countries.load()
        self._table = organizations.load()
        self._names = OrganizationNames(self._table, self._countries)
        self.person = lru_cache(_KEPT)(self._person)
        self.body = lru_cache(_KEPT)(self._body)
        self.country = lru_cache(None)(self._country)
        self.known_body = lru_cache(None)(self._known_body)
        self.known_bodies = lru_cache(None)(self._known_bodies)

    def people_in(self, community: Community) -> int:
        """How many people a community has: its share of all, as far as there are names."""
        most = self._names_in(community).count // self._of_culture[community.region.culture]
        return max(8, min(most, int(self.articles * PEOPLE_PER_ARTICLE * community.weight)))

    def bodies_in(self, community: Community) -> int:
        """How many invented bodies a community has."""
        names = self._names_in(community)
        most = len(names.surnames) * len(community.theme.invented) // len(REGIONS)
        return max(4, min(most, int(self.articles * BODIES_PER_ARTICLE * community.weight)))

    def _names_in(self, community: Community) -> Names:
        return names_of(community.region.culture, many=self.articles > MANY)

    def _person(self, community: Community, rank: int) -> Figure:
        names = self._names_in(community)
        number = rank * self._of_culture[community.region.culture] + community.number
        given, surname = names.person(number)
        full = f"{given} {surname}"
        office = community.theme.offices[number % len(community.theme.offices)]
        return Figure(
            f"person:{slug(full)}",
            "person",
            (
                Form(full, "model", "PERSON"),
                Form(full, "model", "PERSON", before=f"{office} ", title=office),
            ),
            (Form(surname, "model", "PERSON"), Form(full, "model", "PERSON")),
        )

    def _body(self, community: Community, rank: int) -> Figure:
        patterns = community.theme.invented
        # Regions of one culture share its places, and every place has a house of each pattern.
        place, pattern = divmod(rank, len(patterns))
        regions = [r.name for r in REGIONS if r.culture == community.region.culture]
        place = place * len(regions) + regions.index(community.region.name)
        name = patterns[pattern].format(self._names_in(community).place(place))
        return self._organization(name, "model")

    def _known_body(self, name: str) -> Figure:
        known = self._table.by_name[name]
        short = [form for form in known.acronyms if self._table.lookup(form) is known]
        return self._organization(name, "organization table", *short[:1])

    def _organization(self, name: str, rule: str, *short: str) -> Figure:
        before = "the " if " " in name and name.partition(" ")[0].isalpha() else ""
        full = Form(name, rule, "ORG", before=before)
        later = tuple(Form(form, "organization table", "ORG", before=before) for form in short)
        actor_id = organization_id(self._names.key(name))
        return Figure(actor_id, "organization", (full,), (full, *later, *later))

    def ministry(self, community: Community, code: str) -> Figure:
        """A country's ministry for a community's theme."""
        country = self._countries.by_code[code].name
        return self._organization(f"{community.theme.ministry} of {country}", "model")

    def _country(self, code: str) -> Figure:
        country = self._countries.by_code[code]
        article = "the " if country.name.startswith("United") or country.name[-1] == "s" else ""
        name = Form(country.name, "country name", "GPE", before=article)
        people = self._adjective(country.demonyms)
        more = (
            Form(people, "country demonym", "NORP", before="the ", after=" delegation"),
            Form(people, "country demonym", "NORP", before="the ", after=" government"),
        )
        both = (name, name, name, *(more if people else ()))
        return Figure(f"country:{code}", "country", both, both, code)

    def _adjective(self, demonyms: tuple[str, ...]) -> str:
        """The first demonym that is one country's alone."""
        good = (form for form in demonyms if self._countries.layer(form) == "demonym")
        return next(good, "")

    def _known_bodies(self, community: Community) -> tuple[str, ...]:
        """The known bodies that a community's news name: of its theme, then of its countries."""
        codes = community.codes
        local = [
            body.name
            for body in self._table.by_name.values()
            if body.country in codes and self._table.lookup(body.name) is body
        ]
        turn = THEMES.index(community.theme)
        return (*community.theme.bodies, *(local[turn:] + local[:turn]))

    @cached_property
    def global_bodies(self) -> tuple[str, ...]:
        """The known bodies that any news may name, most talked about first."""
        return tuple(dict.fromkeys(body for place in range(5) for body in _nth_bodies(place)))


def zipf(chance: float, count: int) -> int:
    """The rank, from 0, that a chance in [0, 1) draws of `count`: the n-th as often as 1/n."""
    return min(count - 1, int(exp(chance * log(count + 1))) - 1)


def _nth_bodies(place: int) -> Iterator[str]:
    return (theme.bodies[place] for theme in THEMES)


def _communities() -> Iterator[Community]:
    """Every region with every theme; regions and themes weigh less the later they come."""
    numbers: dict[str, int] = {}
    regions = sum(1 / (place + 1) for place in range(len(REGIONS)))
    themes = sum(1 / (place + 2) for place in range(len(THEMES)))
    for i, region in enumerate(REGIONS):
        for j, theme in enumerate(THEMES):
            number = numbers.setdefault(region.culture, 0)
            numbers[region.culture] += 1
            yield Community(region, theme, number, 1 / (i + 1) / regions / (j + 2) / themes)


def _outlets(count: int) -> Iterator[str]:
    """Different invented papers."""
    for number in range(count):
        yield f"{TOWNS[number % len(TOWNS)]} {PAPERS[(number + number // len(TOWNS)) % len(PAPERS)]}"
