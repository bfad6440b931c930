"""All names of one article: who goes first where two finders claim the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from relmap.extract.acronyms import find_acronyms, is_name
from relmap.extract.again import Surnames, find_again, find_full_again, share_surname
from relmap.extract.countries import CountryFinder
from relmap.extract.names import Name, add_free, is_free
from relmap.extract.organizations import OrganizationFinder, find_acronyms_again
from relmap.extract.people import find_people, title_stretches
from relmap.extract.refusals import everyday_words, has_body_head
from relmap.extract.spans import text_of
from relmap.extract.titled import find_titled, with_titled
from relmap.extract.votes import vote
from relmap.knowledge import outlets
from relmap.knowledge.things import is_thing
from relmap.models import Kind


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The names of each line of an article, in order, and the acronyms that the article defines."""

    names: tuple[tuple[Name, ...], ...]
    acronyms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a whole article says about the names in its lines.

    `kinds` is the kind of each name, `people` the persons with a full name, `bodies` the acronyms
    that it defines as an organization's, `no_bodies` those that it defines as something else.
    """

    kinds: Mapping[str, Kind | None]
    people: Surnames
    bodies: frozenset[str]
    no_bodies: frozenset[str]


class NameFinder:
    """Finds the names of an article; longer names go before the shorter ones inside them."""

    def __init__(
        self,
        countries: CountryFinder,
        organizations: OrganizationFinder,
        without: Set[str] = frozenset(),
    ) -> None:
        self._countries = countries
        self._organizations = organizations
        self._without = without

    def find(self, docs: Sequence[Doc]) -> ArticleNames:
        """The names in the lines of one article."""
        defined = self._define(docs)
        everyday = everyday_words(docs)
        first = [self._first_names(doc, everyday) for doc in docs]
        kinds = {} if "votes" in self._without else vote(docs, first)
        known = know(first, defined, kinds)
        complete = [
            self._complete(doc, names, known) for doc, names in zip(docs, first, strict=True)
        ]
        return ArticleNames(
            tuple(self._with_countries(docs, complete)),
            tuple(pair for pair in defined if is_body(pair[1])),
        )

    def _define(self, docs: Sequence[Doc]) -> tuple[tuple[str, str], ...]:
        if "acronyms" in self._without:
            return ()
        pairs = (pair for doc in docs for pair in find_acronyms(text_of(doc)))
        return tuple(pair for pair in dict.fromkeys(pairs) if not self._countries.are_one(*pair))

    def _first_names(self, doc: Doc, everyday: frozenset[str]) -> list[Name]:
        """Persons and organizations as the model and the table see them, without overlaps."""
        people = find_people(doc, self._without)
        if "titles" not in self._without:
            people = with_titled(people, find_titled(doc))
        titles = title_stretches(text_of(doc), people)
        bodies = self._organizations.find_named(doc, everyday)
        named = [
            *people,
            *(body for body in bodies if has_body_head(body.text) or not touches(body, titles)),
        ]
        taken: list[Name] = []
        add_free(taken, [n for n in named if not self._countries.is_countries(n.text)])
        known = [n for n in self._organizations.find_known(doc) if not is_covered(n, taken)]
        taken = [n for n in taken if is_free(n.start, n.end, known)]
        return [*taken, *known]

    def _with_countries(
        self, docs: Sequence[Doc], lines: Sequence[list[Name]]
    ) -> Iterator[tuple[Name, ...]]:
        """The names of each line in order, with those countries that the article's others settle."""
        named = {name.country_code for names in lines for name in names if name.kind == "country"}
        for doc, names in zip(docs, lines, strict=True):
            add_free(names, self._countries.find_again(doc, names, named))
            yield tuple(share_surname(names, doc, docs))

    def _complete(self, doc: Doc, names: Sequence[Name], known: Known) -> list[Name]:
        """The names of a line with what the whole article knows about them."""
        kept = [
            replace(name, kind=kind)
            for name in names
            if (kind := known.kinds.get(name.text, name.kind)) is not None
            and (name.rule != "model" or name.text not in known.no_bodies)
        ]
        taken = [name for name in kept if not is_part_of(name, known.people)]
        add_free(taken, find_acronyms_again(doc, known.bodies, taken))
        if "names again" not in self._without:
            add_free(taken, find_full_again(doc, known.people, taken))
            add_free(taken, find_again(doc, known.people, taken))
        add_free(taken, self._countries.find(doc, taken))
        return taken


def know(
    lines: Sequence[Sequence[Name]],
    defined: Iterable[tuple[str, str]],
    kinds: Mapping[str, Kind | None],
) -> Known:
    """What the names and definitions of all lines say about the article."""
    persons = (n.text for names in lines for n in names if kinds.get(n.text, n.kind) == "person")
    pairs = list(defined)
    return Known(
        kinds=kinds,
        people=Surnames.of(persons),
        bodies=frozenset(short for short, full in pairs if is_body(full)),
        no_bodies=frozenset(short for short, full in pairs if not is_body(full)),
    )


def is_body(full_name: str) -> bool:
    """Whether a definition can be an organization's name.

    "Belt and Road Initiative (BRI)" is a plan, "national security adviser (NSA)" an office.
    """
    return is_name(full_name) and not is_thing(full_name)


def touches(name: Name, stretches: Iterable[tuple[int, int]]) -> bool:
    """Whether a name shares a character with one of the stretches."""
    return any(start < name.end and name.start < end for start, end in stretches)


def is_covered(name: Name, taken: Sequence[Name]) -> bool:
    """Whether a name lies inside a longer one: "Security Council" in "UN Security Council"."""
    return any(t.start <= name.start and name.end <= t.end and t.text != name.text for t in taken)


def is_part_of(name: Name, people: Surnames) -> bool:
    """Whether a name that is not a person's is one word of a person of this article.

    A known body is none: "CNN" stays itself where the model reads "CNN Dato" as a person.
    """
    is_part = name.kind != "person" and name.text in people.first | people.last
    return is_part and name.rule != "organization table" and not outlets.publishes(name.text)
