"""Articles one after the other, each a function of the seed and its number alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import TypeVar

from generated.places import POWERS
from generated.reprints import CHANGES, changed, framed, frames
from generated.sentences import AGENCIES
from generated.telling import Story, Writer, draw_any
from generated.world import Community, Figure, World, zipf

_T = TypeVar("_T")
_Find = Callable[[float, Community], Figure]

LAST_DAY = date(2026, 6, 30)
LONGEST_SPAN = 4018

#: Shares of all articles.
UNDATED, NO_OUTLET, WIRE_COPY = 1 / 20, 1 / 30, 1 / 8

#: How much is printed from Monday to Sunday.
WEEK = (1.0, 1.1, 1.1, 1.15, 1.0, 0.5, 0.4)

#: Actors of the smallest cast, and how many more the largest has.
FEWEST, SPREAD_OF_CAST = 6, 30

#: How often a story is about the region's two first countries, or about one of them and a power.
RIVALS, WITH_A_POWER = 0.3, 0.55

#: How many of a cast stand outside the story's own community.
OUTSIDE = 1 / 7

#: How many days back a copy's original lies at most, about.
COPIED_WITHIN = 2


@dataclass(frozen=True, slots=True)
class Written:
    """One article of the corpus.

    `copy_of` is the number of the article whose story it prints again, `changes` what was changed
    in it ("words, cut"), "" in an original and in a copy to the letter. `frame` tells of lines of
    the paper's own above and below.
    """

    number: int
    story: Story
    day: date | None
    outlet: str | None
    copy_of: int | None
    changes: str = ""
    frame: bool = False

    @property
    def article_id(self) -> str:
        """The id in the table."""
        return f"g{self.number:07d}"

    @property
    def url(self) -> str:
        """An address that leads nowhere (the top-level name is reserved for examples)."""
        host = (self.outlet or "archive").lower().replace(" ", "-")
        return f"https://{host}.example/{self.article_id}"


class Stream:
    """A corpus of `articles` articles."""

    def __init__(self, articles: int, seed: int = 1) -> None:
        self.world = World(articles)
        self.articles = articles
        self._seed = seed
        self._days = min(LONGEST_SPAN, round(30 * articles**0.37))
        self._reach = max(1, COPIED_WITHIN * articles // self._days)
        self._by_day = list(accumulate(self._volume(day) for day in range(self._days)))
        self._by_community = list(accumulate(each.weight for each in self.world.communities))

    def __iter__(self) -> Iterator[Written]:
        return map(self.article, range(self.articles))

    def article(self, number: int) -> Written:
        """Article `number`, oldest first."""
        chance = self._chances("article", number)
        origin = self.origin(number)
        dated = chance.random() >= UNDATED
        known = chance.random() >= NO_OUTLET
        community = self._community(origin)
        outlet = self._outlet(chance, community, number, origin)
        changes = "" if origin == number else draw_any(chance, CHANGES)
        story = changed(self.story(origin), changes, chance) if changes else self.story(origin)
        frame = frames(outlet)
        return Written(
            number,
            framed(story, outlet) if frame else story,
            self.day(number) if dated else None,
            outlet if known else None,
            None if origin == number else origin,
            changes,
            frame,
        )

    def origin(self, number: int) -> int:
        """The article whose story article `number` prints: its own number unless it is a copy."""
        chance = self._chances("copy", number)
        if number == 0 or chance.random() >= WIRE_COPY:
            return number
        return self.origin(number - 1 - int(chance.random() * min(number, self._reach)))

    def day(self, number: int) -> date:
        """When article `number` would be dated."""
        place = (number + 0.5) / self.articles * self._by_day[-1]
        return self._first + timedelta(bisect_right(self._by_day, place))

    @property
    def _first(self) -> date:
        return LAST_DAY - timedelta(self._days - 1)

    def _volume(self, day: int) -> float:
        """How much is printed on a day: the week's rhythm, slow growth, and busy days."""
        busy = self._chances("day", day).random()
        growth = 0.6 + 0.8 * day / self._days
        return WEEK[(self._first + timedelta(day)).weekday()] * growth * (2.5 if busy > 0.97 else 1)

    def _chances(self, what: str, number: int) -> Random:
        key = blake2b(f"{self._seed} {what} {number}".encode(), digest_size=8).digest()
        return Random(int.from_bytes(key))

    def _community(self, number: int) -> Community:
        """Where a story plays: half of them in one of the week's few places, the rest anywhere."""
        chance = self._chances("community", number)
        if chance.random() < 0.5:
            week = (self.day(number) - date(2000, 1, 3)).days // 7
            chance = self._chances(f"week {week}", zipf(chance.random(), 6))
        drawn = bisect_right(self._by_community, chance.random() * self._by_community[-1])
        return self.world.communities[min(drawn, len(self.world.communities) - 1)]

    def _outlet(self, chance: Random, community: Community, number: int, origin: int) -> str:
        """Agencies write what is copied; papers write more about their own region."""
        papers = self.world.outlets[len(AGENCIES) :]
        drawn = zipf(chance.random(), len(papers))
        shift = community.number * 7 if chance.random() < 0.5 else 0
        if number == origin and chance.random() < 0.15:
            return AGENCIES[zipf(chance.random(), len(AGENCIES))]
        return papers[(drawn + shift) % len(papers)]

    def story(self, number: int) -> Story:
        """The story of original `number`, as it was written."""
        chance = self._chances("story", number)
        community = self._community(number)
        cast = self._cast(chance, community)
        topic = draw_any(chance, community.theme.topics)
        return Writer(chance, cast, topic).write()

    def _cast(self, chance: Random, community: Community) -> list[Figure]:
        """Whom a story names, those whom it is about first; two bearers of a surname never meet."""
        size = FEWEST + zipf(chance.random(), SPREAD_OF_CAST)
        cast = {figure.actor_id: figure for figure in self._rivals(chance, community)}
        surnames: set[str] = set()
        for _ in range(size):
            figure = self._actor(chance, community)
            surname = figure.later[0].surface if figure.kind == "person" else figure.actor_id
            if surname not in surnames:
                surnames.add(surname)
                cast.setdefault(figure.actor_id, figure)
        while len(cast) < 2:
            country = self.world.country(POWERS[len(cast)])
            cast.setdefault(country.actor_id, country)
        return list(cast.values())

    def _rivals(self, chance: Random, community: Community) -> tuple[Figure, ...]:
        """The two countries that a story is about, if it is about two."""
        draw, drawn = chance.random(), chance.random()
        codes = community.codes
        pair = codes[:2] if draw < RIVALS else (_nth(POWERS[:4], drawn), codes[0])
        return tuple(map(self.world.country, pair)) if draw < WITH_A_POWER else ()

    def _actor(self, chance: Random, community: Community) -> Figure:
        """Somebody of the community; one in seven stands outside it."""
        if chance.random() < OUTSIDE:
            drawn = bisect_right(self._by_community, chance.random() * self._by_community[-1])
            community = self.world.communities[min(drawn, len(self.world.communities) - 1)]
        what, draw = chance.random(), chance.random()
        return next(find(draw, community) for share, find in self._kinds_of_actors if what < share)

    @cached_property
    def _kinds_of_actors(self) -> tuple[tuple[float, _Find], ...]:
        """Shares of a cast, added up, each with how one of them is found."""
        world = self.world

        def neighbour(draw: float, community: Community) -> Figure:
            return world.country(_nth(community.codes, draw))

        def power(draw: float, _: Community) -> Figure:
            return world.country(_nth(POWERS, draw))

        def person(draw: float, community: Community) -> Figure:
            return world.person(community, zipf(draw, world.people_in(community)))

        def world_body(draw: float, _: Community) -> Figure:
            return world.known_body(_nth(world.global_bodies, draw))

        def local_body(draw: float, community: Community) -> Figure:
            return world.known_body(_nth(world.known_bodies(community), draw))

        def ministry(draw: float, community: Community) -> Figure:
            return world.ministry(community, _nth(community.codes, draw))

        def body(draw: float, community: Community) -> Figure:
            return world.body(community, zipf(draw, world.bodies_in(community)))

        return (
            (0.17, neighbour),
            (0.28, power),
            (0.64, person),
            (0.70, world_body),
            (0.79, local_body),
            (0.82, ministry),
            (1.00, body),
        )


def _nth(items: Sequence[_T], chance: float) -> _T:
    """One of a list, the first far more often than the last."""
    return items[zipf(chance, len(items))]
