"""The table of well-known organizations: what newspapers call them and whose part they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from relmap.errors import InputError
from relmap.knowledge.packaged import read_rows, split_cell
from relmap.knowledge.spelling import americanize, straighten, strip_accents

FILE = "organizations.csv"
COLUMNS = ("name", "acronyms", "aliases", "kind", "parent", "country", "weak")

_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization, armed group, party, company or state body that world news names often.

    `parent` is the name of the organization that it is a part of, `country` the ISO code of
    the state whose body, party or company it is; both are "" where there is none. `weak` are
    those of its names that alone do not settle who is meant ("ICC": the court, or cricket).
    """

    name: str
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: str = ""
    parent: str = ""
    country: str = ""
    weak: tuple[str, ...] = ()

    def forms(self) -> Iterator[str]:
        """Every form as the table prints it, the name first."""
        yield self.name
        yield from self.acronyms
        yield from self.aliases


@dataclass(frozen=True, slots=True)
class Organizations:
    """The whole table.

    Acronyms and single words count as they are printed ("WHO" is one, "who" is not; "Quad", not
    "quad"). Longer names are found in British and American spelling and whichever of their words
    are capitalised, as long as two are, or one where the table capitalises only one: "Al Qaida"
    and "HUMAN RIGHTS WATCH" are found, "Law and justice for all" is no Polish party. "The"
    before and a possessive after a name never matter.
    """

    by_name: Mapping[str, Organization]
    exact: Mapping[str, tuple[Organization, ...]]
    folded: Mapping[str, tuple[tuple[int, Organization], ...]]
    weak_forms: frozenset[str]

    def lookup(self, form: str) -> Organization | None:
        """The organization that `form` alone is enough to name, or None."""
        found = self._find(form)
        return found[0] if len(found) == 1 and not self._is_weak(form) else None

    def weak(self, form: str) -> tuple[Organization, ...]:
        """Those that `form` may stand for, if something else in the article settles it.

        Empty where `form` is unknown or strong: `lookup` answers then.
        """
        return self._find(form) if self._is_weak(form) else ()

    def parts(self, name: str) -> tuple[Organization, ...]:
        """The organizations whose parent is `name`, by name."""
        return tuple(each for each in self.by_name.values() if each.parent == name)

    def _find(self, form: str) -> tuple[Organization, ...]:
        bare = _bare(form)
        if bare in self.exact:
            return self.exact[bare]
        capitals = _capitals(bare)
        return tuple(each for least, each in self.folded.get(_fold(bare), ()) if capitals >= least)

    def _is_weak(self, form: str) -> bool:
        bare = _bare(form)
        return bare in self.weak_forms or (
            bare not in self.exact and _fold(bare) in self.weak_forms
        )


@cache
def load() -> Organizations:
    """The table, read once from the package."""
    organizations: dict[str, Organization] = {}
    for row, cells in read_rows(FILE, COLUMNS):
        each = _organization(row, cells)
        if each.name in organizations:
            raise InputError(f"{FILE}, row {row}: {each.name!r} stands twice.")
        organizations[each.name] = each
    weak = (_bare(form) for each in organizations.values() for form in each.weak)
    return Organizations(
        by_name=MappingProxyType(organizations),
        exact=MappingProxyType(_by_form(organizations.values())),
        folded=MappingProxyType(_by_fold(organizations.values())),
        weak_forms=frozenset(
            spelling for bare in weak for spelling in (bare, strip_accents(bare), _fold(bare))
        ),
    )


def _organization(row: int, cells: Mapping[str, str]) -> Organization:
    each = Organization(
        name=cells["name"],
        acronyms=split_cell(cells["acronyms"]),
        aliases=split_cell(cells["aliases"]),
        kind=cells["kind"],
        parent=cells["parent"],
        country=cells["country"],
        weak=split_cell(cells["weak"]),
    )
    unknown = sorted(set(each.weak) - set(each.forms()))
    if unknown:
        raise InputError(f"{FILE}, row {row}: {unknown[0]!r} is weak but not among the names.")
    return each


def _bare(form: str) -> str:
    """`form` without "the" before it and the possessive after it."""
    plain = straighten(form)
    if plain.startswith(("the ", "The ")):
        plain = plain[4:]
    return _POSSESSIVE.sub("", plain)


def _fold(bare: str) -> str:
    """One spelling for all: lower case, American, without accents, hyphens as blanks."""
    plain = americanize(strip_accents(bare).lower())
    return re.sub(r"(?<=\w)-(?=\w)", " ", plain).replace(" & ", " and ")


def _capitals(bare: str) -> int:
    """How many words of `bare` begin with a capital; the article in "al-Qaeda" counts as one."""
    return sum(word[0].isupper() or word == "al" for word in bare.replace("-", " ").split())


def _by_form(
    organizations: Iterable[Organization],
) -> dict[str, tuple[Organization, ...]]:
    """As printed, without accents, and with a capital at the start of a sentence.

    British papers write acronyms that are spoken as a word like one: "Nato", "Ecowas", "Unesco".
    """
    index: dict[str, dict[str, Organization]] = defaultdict(dict)
    for each in organizations:
        for form in each.forms():
            bare = _bare(form)
            for spelling in (bare, strip_accents(bare), bare[:1].upper() + bare[1:]):
                index[spelling][each.name] = each
            if len(bare) >= 4 and bare.isalpha() and bare.isupper() and form not in each.weak:
                index[bare.capitalize()][each.name] = each
    return {form: tuple(named[name] for name in sorted(named)) for form, named in index.items()}


def _by_fold(
    organizations: Iterable[Organization],
) -> dict[str, tuple[tuple[int, Organization], ...]]:
    """Names of several words by their fold, with the capitals that they need at least."""
    index: dict[str, dict[str, tuple[int, Organization]]] = defaultdict(dict)
    for each in organizations:
        for bare in map(_bare, each.forms()):
            if " " not in bare and "-" not in bare:
                continue
            needed = min(2, _capitals(bare))
            least, _ = index[_fold(bare)].get(each.name, (needed, each))
            index[_fold(bare)][each.name] = (min(least, needed), each)
    return {fold: tuple(named[name] for name in sorted(named)) for fold, named in index.items()}
