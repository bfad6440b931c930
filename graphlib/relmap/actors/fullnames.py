"""The full names of one article, and whom among them a name means that is not full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from relmap.actors.merging import Evidence, is_same_in_article
from relmap.actors.people import PARTICLES, fitting, full_names, is_full
from relmap.actors.spelling import fold
from relmap.knowledge.titles import belongs_to_name, gender, is_title, split_title
from relmap.models import SHARED_SURNAME, Mention


@dataclass(frozen=True, slots=True)
class FullNames:
    """What an article says of its persons in full.

    `longest` gives each full name the longest of its forms, `heads` each of these the spelling that
    stands for all of its spellings in the article. `titled` gives a title with one name ("Prince
    Khalid") the full names that it fits, `genders` each head those that its titles say.
    """

    longest: Mapping[str, str]
    heads: Mapping[str, str]
    titled: Mapping[str, Collection[str]]
    genders: Mapping[str, Collection[str]]

    def claims(self, part: str, its_gender: str = "") -> frozenset[str]:
        """The persons that a part of a name can stand for, by their heads.

        "Mrs Clinton" is not he whom the article calls "Mr Bill Clinton".
        """
        names = self.titled[part] if part in self.titled else fitting(part, self.longest)
        found = {self.heads[self.longest[name]] for name in names}
        if len(found) > 1 and its_gender:
            found = {head for head in found if self.can_be(head, its_gender)}
        return frozenset(found)

    def can_be(self, head: str, its_gender: str) -> bool:
        """Whether no title of a person speaks against a gender."""
        return not self.genders[head] or its_gender in self.genders[head]


def gather_names(mentions: Sequence[Mention], evidence: Evidence) -> FullNames:
    """The full names of an article's persons; `evidence` are the countries that it names."""
    counts = Counter(mention.surface for mention in mentions)
    counts.update(shared_surnames(mentions))
    titles = titles_by_name(mentions)
    royal = {name: parts for name in counts if (parts := split_royal(name))}
    plain = {name for name in counts if is_full(name) and name not in royal}
    titled = {name: namesakes(name, parts, plain, titles, royal) for name, parts in royal.items()}
    titled = {name: found for name, found in titled.items() if found}
    longest = full_names([*plain, *(royal.keys() - titled.keys())])
    heads = join_spellings({*longest.values()}, counts, evidence)
    genders: dict[str, set[str]] = defaultdict(set)
    for name, form in longest.items():
        genders[heads[form]] |= {gender(title) for title in titles.get(name, ())} - {""}
    return FullNames(longest, heads, titled, genders)


def shared_surnames(mentions: Sequence[Mention]) -> Iterator[str]:
    """First names with the surname of the name behind them: "Bill |and| Hillary Clinton"."""
    in_order = sorted(mentions, key=lambda mention: mention.start)
    for first, second in pairwise(in_order):
        if first.rule == SHARED_SURNAME and is_full(second.surface):
            yield f"{first.surface} {surname_of(second.surface)}"


def surname_of(name: str) -> str:
    """The last word of a name with the particles before it: "van der Bellen"."""
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def titles_by_name(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """The titles that stand before each name of an article."""
    titles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.title:
            titles[mention.surface].add(mention.title)
    return titles


def split_royal(name: str) -> tuple[str, str] | None:
    """The last word of a title and the one name that it belongs to: "Sheikh Tamim", "King Charles III"."""
    if not is_title(name.split(maxsplit=1)[0]):
        return None
    title, rest = split_title(name)
    return (last_word(title), rest) if title and belongs_to_name(title, rest) else None


def last_word(title: str) -> str:
    """The last word of a title: "Prince" of "Crown Prince"."""
    return title.rpartition(" ")[2]


def namesakes(
    name: str,
    parts: tuple[str, str],
    plain: Iterable[str],
    titles: Mapping[str, Collection[str]],
    royal: Mapping[str, tuple[str, str]],
) -> frozenset[str]:
    """The full names that begin with the one name of "Prince Khalid" and have the same title.

    "King Salman" is not the "Crown Prince Mohammed bin Salman". "King Charles" is "King Charles
    III" if no other of that name is there.
    """
    title, first = parts
    found = {
        other
        for other in plain
        if fold(other).split()[0] == fold(first)
        and any(last_word(its) == title for its in titles.get(other, ()))
    }
    numbered = {
        other
        for other, (its_title, rest) in royal.items()
        if other != name and its_title == title and fold(rest).split()[:-1] == [fold(first)]
    }
    return frozenset(found | numbered)


def join_spellings(
    names: Iterable[str], counts: Mapping[str, int], evidence: Evidence
) -> dict[str, str]:
    """Each full name of an article with the spelling of it that stands for all, found most often.

    "Muhammad Yunus" and "Mohammed Yunus", "Szijjártó Péter" and "Peter Szijjarto" of one article
    are one. A name that two others claim stays by itself.
    """
    heads: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (-counts.get(n, 0), n)):
        alike = [
            n for n, head in heads.items() if n == head and is_same_in_article(n, name, evidence)
        ]
        heads[name] = alike[0] if len(alike) == 1 else name
    return heads
