"""Which organization or country "the bloc", "the ministry" and "the country" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from relmap.actors.beings import Named
from relmap.actors.facts import Facts, Reading
from relmap.actors.remembered import americanize
from relmap.knowledge.descriptions import BODIES, COUNTRIES
from relmap.models import Reference


def meant_body(reading: Reading, reference: Reference) -> str:
    """The one organization of the article, up to here, that the noun fits, if it was just there.

    Nobody where the article speaks of another by the same noun: "an opposition party".
    """
    facts, number = reading.facts, reference.sentence
    noun = americanize(reference.head)
    same = facts.by_noun.get(noun, ())
    if any(other.form == "other" and other.start < reference.start for other in same):
        return ""
    fits = [who for start, who in first_called(facts, noun) if start < reference.start]
    if len(fits) != 1:
        return ""
    who = fits[0]
    window = (number, *facts.before[number])
    return who if any(who in reading.present(sentence) for sentence in window) else ""


def first_called(facts: Facts, noun: str) -> Sequence[tuple[int, str]]:
    """The two organizations that a noun fits and the article names first, with where it does.

    Two are enough to know whether before some place it is one and only one.
    """
    if noun not in facts.called:
        first: dict[str, int] = {}
        for sentence in facts.named.values():
            for one in sentence:
                if is_such(facts, one, noun):
                    first[one.who] = min(one.mention.start, first.get(one.who, one.mention.start))
        facts.called[noun] = sorted((start, who) for who, start in first.items())[:2]
    return facts.called[noun]


def is_such(facts: Facts, one: Named, noun: str) -> bool:
    """Whether an organization is what a noun says: by the table, or by its last word."""
    if one.mention.kind != "organization":
        return False
    surface = one.mention.surface
    last_word = americanize(surface.rsplit(maxsplit=1)[-1].casefold())
    return last_word == noun or facts.body_kinds.get(surface, "") in BODIES.get(noun, ())


def meant_country(reading: Reading, reference: Reference) -> str:
    """The only country named in the sentence before and in this one up to here.

    Nobody where another country is spoken of there: "that country", "a neighbouring nation".
    """
    facts, number = reading.facts, reference.sentence
    window = (number, *facts.before[number][:1])
    for sentence in window:
        for other in facts.said(sentence):
            if other.form == "other" and other.head in COUNTRIES and other.start < reference.start:
                return ""
    found = {
        one.who
        for sentence in window
        for one in facts.names(sentence)
        if one.mention.kind == "country" and one.mention.start < reference.start
    }
    return found.pop() if len(found) == 1 else ""
