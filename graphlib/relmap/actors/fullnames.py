"""The full names of one article, and whom among them a name means that is not full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from relmap.actors.candidates import Candidates
from relmap.actors.merging import Evidence, blocks, is_same_in_article
from relmap.actors.people import PARTICLES, is_full
from relmap.actors.remembered import gender
from relmap.actors.spelling import CACHED, fold
from relmap.knowledge.titles import belongs_to_name, is_title, split_title
from relmap.models import SHARED_SURNAME, Mention


@dataclass(frozen=True, slots=True)
class FullNames:
    """What an article says of its persons in full.

    `longest` gives each full name the longest of its forms, `heads` each of these the spelling that
    stands for all of its spellings in the article. `titled` gives a title with one name ("Prince
    Khalid") the full names that it fits, `genders` each head those that its titles say, `forms` each
    head its full names.
    """

    longest: Mapping[str, str]
    heads: Mapping[str, str]
    titled: Mapping[str, Collection[str]]
    genders: Mapping[str, Collection[str]]
    forms: Mapping[str, Collection[str]]
    candidates: Candidates = field(compare=False)

    def claims(self, part: str, its_gender: str = "") -> frozenset[str]:
        """The persons that a part of a name can stand for, by their heads.

        "Mrs Clinton" is not he whom the article calls "Mr Bill Clinton".
        """
        names = self.titled[part] if part in self.titled else self.candidates.fitting(part)
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
    plain = (name for name in counts if name not in royal and is_full(name))
    titled = find_namesakes(royal, plain, titles) if royal else {}
    candidates = Candidates(name for name in counts if is_full(name) and name not in titled)
    heads = join_spellings({*candidates.longest.values()}, counts, evidence)
    genders: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, list[str]] = defaultdict(list)
    for name, form in candidates.longest.items():
        head = heads[form]
        forms[head].append(name)
        genders[head].update(gender(title) for title in titles.get(name, ()))
        genders[head].discard("")
    return FullNames(candidates.longest, heads, titled, genders, forms, candidates)


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


@lru_cache(CACHED)
def split_royal(name: str) -> tuple[str, str] | None:
    """The last word of a title and the one name that it belongs to: "Sheikh Tamim", "King Charles III"."""
    if not is_title(name.split(maxsplit=1)[0]):
        return None
    title, rest = split_title(name)
    return (last_word(title), rest) if title and belongs_to_name(title, rest) else None


def last_word(title: str) -> str:
    """The last word of a title: "Prince" of "Crown Prince"."""
    return title.rpartition(" ")[2]


def find_namesakes(
    royal: Mapping[str, tuple[str, str]],
    plain: Iterable[str],
    titles: Mapping[str, Collection[str]],
) -> dict[str, frozenset[str]]:
    """The full names that begin with the one name of "Prince Khalid" and have the same title.

    "King Salman" is not the "Crown Prince Mohammed bin Salman". "King Charles" is "King Charles
    III" if no other of that name is there. Only those of `royal` that have namesakes are listed.
    """
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in plain:
        for title in titles.get(name, ()):
            named[last_word(title), fold(name).split()[0]].add(name)
    for name, (title, rest) in royal.items():
        *before, _numeral = fold(rest).split() or [""]
        if len(before) == 1:
            named[title, before[0]].add(name)
    found = {
        name: frozenset(named.get((title, fold(first)), ())) - {name}
        for name, (title, first) in royal.items()
    }
    return {name: namesakes for name, namesakes in found.items() if namesakes}


def join_spellings(
    names: Iterable[str], counts: Mapping[str, int], evidence: Evidence
) -> dict[str, str]:
    """Each full name of an article with the spelling of it that stands for all, found most often.

    "Muhammad Yunus" and "Mohammed Yunus", "Szijjártó Péter" and "Peter Szijjarto" of one article
    are one. A name that two others claim stays by itself.
    """
    heads: dict[str, str] = {}
    by_block: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (-counts.get(n, 0), n)):
        near = {n for block in blocks(name) for n in by_block.get(block, ())}
        alike = [n for n in near if is_same_in_article(n, name, evidence)]
        heads[name] = alike[0] if len(alike) == 1 else name
        if heads[name] == name:
            for block in blocks(name):
                by_block[block].append(name)
    return heads
