"""He, she, "the minister", "the bloc": whom such words stand for, where exactly one actor fits.

Invariant: what could mean two actors, or somebody whom the article does not name, means nobody, and
so does every word inside a quotation. A name that is open (`Named.certain`) is never meant and
always in the way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from relmap.actors.beings import Being, Named, fitting, is_person, learn, only_one
from relmap.actors.bodies import meant_body, meant_country
from relmap.actors.facts import Facts, Reading, Table, gather, words_of
from relmap.actors.remembered import americanize
from relmap.knowledge.descriptions import COUNTRIES
from relmap.models import REFERENCE, ActorMention, Extraction, Reference


def refer(extraction: Extraction, named: Sequence[Named], table: Table) -> tuple[ActorMention, ...]:
    """The references of an article that stand for exactly one actor whom it names, in order.

    An actor is referred to at most once in a sentence, and not where the sentence names it. The
    article is read twice: the second time it is known who was "he" and who "she" all along.
    """
    if not any(reference.form in ("pronoun", "definite") for reference in extraction.references):
        return ()
    facts = gather(extraction, named, table)
    first = read(facts, frozenset())
    genders, doubtful = learn(facts.genders, first.votes)
    if doubtful or genders != facts.genders:
        read_last = read(replace(facts, genders=genders), doubtful)
    else:
        read_last = first
    return tuple(mention for sentence in facts.before for mention in read_last.found[sentence])


def read(facts: Facts, doubtful: frozenset[str]) -> Reading:
    """Read the sentences of an article in order, each with what was said before.

    No pronoun is taken for a person who was both "he" and "she" in it (`doubtful`).
    """
    reading = Reading(facts, doubtful)
    for number in facts.before:
        for reference in facts.said(number):
            if reference.form in ("pronoun", "definite"):
                understand(reading, reference)
    return reading


def understand(reading: Reading, reference: Reference) -> None:
    """Note whom a reference stands for, or that somebody unknown was spoken of."""
    number = reference.sentence
    who = "" if reference.quoted else meant(reading, reference)
    if is_person(reference):
        being = Being(reference.start, who, reference.gender, reference.subject)
        reading.beings(number).append(being)
    if who and reference.form == "pronoun":
        reading.votes[who, reference.gender] += 1
    elif who:
        reading.settled.add(reference.start)
    if who and who not in reading.present(number):
        mention = ActorMention(reference.start, reference.end, number, who, REFERENCE)
        reading.found[number].append(mention)


def meant(reading: Reading, reference: Reference) -> str:
    """The id of the actor that a reference stands for, "" where that is not certain."""
    if reference.form == "pronoun":
        return meant_by_pronoun(reading, reference)
    if is_person(reference):
        return meant_person(reading, reference)
    if reference.head in COUNTRIES:
        return meant_country(reading, reference)
    return meant_body(reading, reference)


def meant_by_pronoun(reading: Reading, reference: Reference) -> str:
    """Whom "he" or "she" stands for: the one person just spoken of.

    Who stands before it in its own sentence goes first ("Lavrov said he …"). Else it is the one of
    the sentence before, or its only subject where that came first: "Kerry, asked about Obama, left.
    He …". A sentence that speaks of no person at all is passed over, once.
    """
    facts, number = reading.facts, reference.sentence
    here = fitting(reading.beings(number), reference.gender)
    earlier = [being for being in here if being.start < reference.start]
    apart = [being for being in earlier if being.start == reference.apart]
    if len(earlier) > len(apart):
        return "" if apart else only_one(earlier)
    if reference.fronted and here:
        return ""  # "When he came, Putin …": he is Putin, or not
    for sentence in facts.before[number]:
        beings = reading.beings(sentence)
        if beings:
            who = foremost(fitting(beings, reference.gender), reference)
            # "He welcomed Putin" speaks of two.
            return "" if who in facts.named_in(number) else who
    return ""


def foremost(beings: Sequence[Being], reference: Reference) -> str:
    """The only person of a sentence, or for a subject the only subject where it came first."""
    who = only_one(beings)
    if who or not reference.subject:
        return who
    subject = only_one([being for being in beings if being.subject])
    first = min(beings, key=lambda being: being.start, default=None)
    return subject if first is not None and first.who == subject else ""


def meant_person(reading: Reading, reference: Reference) -> str:
    """Whom "the minister" stands for: the one person of the article who has that title.

    Nobody where somebody else could have it: another minister whom the article speaks of without
    a name ("the Polish minister"), or a person beside them whose title it does not give.
    """
    facts, number = reading.facts, reference.sentence
    wanted = words_of(reference.surface)
    titled = [who for who, words in facts.titles.items() if words >= wanted]
    if len(titled) != 1 or not titled[0] or is_taken(reading, reference):
        return ""
    window = (number, *facts.before[number])
    near = [being for sentence in window for being in reading.beings(sentence)]
    if any(being.who and being.who not in facts.titles for being in near):
        return ""
    return titled[0] if any(being.who == titled[0] for being in near) else ""


def is_taken(reading: Reading, reference: Reference) -> bool:
    """Whether the article spoke before of somebody else, or of who knows whom, by the same noun."""
    earlier = (
        other
        for other in reading.facts.by_noun.get(americanize(reference.head), ())
        if other.start < reference.start
    )
    return any(
        other.form == "other" or (other.form == "definite" and other.start not in reading.settled)
        for other in earlier
    )
