"""One article before and while its references are understood."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from relmap.actors.beings import Being, Gender, Named, find_beings, genders_given
from relmap.actors.remembered import CACHED, americanize
from relmap.knowledge.organizations import Organization
from relmap.models import ActorMention, Extraction, Reference, Sentence

#: So many sentences back a reference may look: the one before, and one more where that is silent.
WINDOW = 2


class Table(Protocol):
    """What is asked of the table of organizations."""

    def lookup(self, form: str, /) -> Organization | None:
        """The organization that `form` alone is enough to name, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What an article says before any reference is understood.

    `before` gives for each sentence of the story those that its references may look back to,
    nearest first; `named` and `spoken` are the names and references by sentence. `titles` are the
    words of each person's titles (of "" for open names), `by_noun` all descriptions by their noun,
    `body_kinds` what the table of organizations calls each surface that it knows. `called` keeps
    what was found out about a noun (`bodies.first_called`).
    """

    before: Mapping[int, tuple[int, ...]]
    named: Mapping[int, Sequence[Named]]
    spoken: Mapping[int, Sequence[Reference]]
    genders: Mapping[str, Gender]
    titles: Mapping[str, Set[str]]
    by_noun: Mapping[str, Sequence[Reference]]
    body_kinds: Mapping[str, str]
    called: dict[str, Sequence[tuple[int, str]]] = field(default_factory=dict)

    def names(self, sentence: int) -> Sequence[Named]:
        """The names of a sentence, in order."""
        return self.named.get(sentence, ())

    def said(self, sentence: int) -> Sequence[Reference]:
        """The references of a sentence, in order."""
        return self.spoken.get(sentence, ())

    def beings(self, sentence: int) -> list[Being]:
        """The persons of a sentence."""
        return list(
            find_beings(
                self.names(sentence), self.said(sentence), self.genders, self.body_kinds.keys()
            )
        )

    def named_in(self, sentence: int) -> frozenset[str]:
        """The actors that a sentence names."""
        return frozenset(one.actor_id for one in self.names(sentence))


@dataclass(slots=True)
class Reading:
    """What is understood so far while an article is read in order.

    `doubtful` are persons who were both "he" and "she", `found` the references by sentence, `votes` counts each person's pronouns by gender,
    `settled` are the starts of the descriptions that are understood.
    """

    facts: Facts
    doubtful: Set[str] = frozenset()
    found: dict[int, list[ActorMention]] = field(default_factory=lambda: defaultdict(list))
    votes: Counter[tuple[str, Gender]] = field(default_factory=Counter)
    settled: set[int] = field(default_factory=set)
    _beings: dict[int, list[Being]] = field(default_factory=dict)

    def beings(self, sentence: int) -> list[Being]:
        """The persons that a sentence speaks of, as far as it is read; nobody is a doubtful one."""
        if sentence not in self._beings:
            self._beings[sentence] = [
                being._replace(who="") if being.who in self.doubtful else being
                for being in self.facts.beings(sentence)
            ]
        return self._beings[sentence]

    def present(self, sentence: int) -> frozenset[str]:
        """The actors that a sentence names or is known to mean."""
        meant = (mention.actor_id for mention in self.found[sentence])
        return self.facts.named_in(sentence).union(meant)


def gather(extraction: Extraction, named: Sequence[Named], table: Table) -> Facts:
    """The facts of one article."""
    by_sentence: dict[int, list[Named]] = defaultdict(list)
    for one in sorted(named, key=lambda one: one.mention.start):
        by_sentence[one.mention.sentence].append(one)
    spoken: dict[int, list[Reference]] = defaultdict(list)
    by_noun: dict[str, list[Reference]] = defaultdict(list)
    for reference in sorted(extraction.references, key=lambda reference: reference.start):
        spoken[reference.sentence].append(reference)
        by_noun[americanize(reference.head)].append(reference)
    surfaces = {one.mention.surface for one in named if one.mention.kind == "organization"}
    looked_up = ((surface, table.lookup(surface)) for surface in sorted(surfaces))
    return Facts(
        before=look_back(extraction.sentences),
        named=by_sentence,
        spoken=spoken,
        genders=genders_given(named, extraction.references),
        titles=titles_given(named, extraction.references),
        by_noun=by_noun,
        body_kinds={surface: known.kind for surface, known in looked_up if known},
    )


def look_back(sentences: Sequence[Sentence]) -> dict[int, tuple[int, ...]]:
    """For each sentence of the story up to `WINDOW` others before it, nearest first.

    A heading begins anew; credits and teasers between two sentences are passed over.
    """
    found: dict[int, tuple[int, ...]] = {}
    behind: tuple[int, ...] = ()
    for number, sentence in enumerate(sentences):
        if sentence.role == "heading":
            behind = ()
        elif sentence.role == "story":
            found[number] = behind
            behind = (number, *behind)[:WINDOW]
    return found


def titles_given(
    named: Iterable[Named], references: Iterable[Reference]
) -> dict[str, frozenset[str]]:
    """The words of every title that a person of the article has, before or behind its name.

    "Defence Minister Rajnath Singh"; "Sergei Lavrov, the foreign minister, …".
    """
    words: dict[str, set[str]] = defaultdict(set)
    who_at = {one.mention.start: one.who for one in named if one.mention.kind == "person"}
    for one in named:
        if one.mention.kind == "person":
            words[one.who] |= words_of(one.mention.title)
    for reference in references:
        if reference.form == "role" and reference.described in who_at:
            words[who_at[reference.described]] |= words_of(reference.surface)
    return {who: frozenset(said) for who, said in words.items() if said}


@lru_cache(CACHED)
def words_of(text: str) -> frozenset[str]:
    """The words of a title or description in small letters and American spelling."""
    return frozenset(map(americanize, text.casefold().replace("-", " ").split())) - {"the"}
