"""The persons that an article speaks of, named or not, and what it says of their gender."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Literal, NamedTuple

from relmap.actors.remembered import gender as gender_of_title
from relmap.knowledge.descriptions import BODIES, COUNTRIES
from relmap.models import Mention, Reference

Gender = Literal["", "m", "f"]

#: A surname has no more words: "Le Pen".
SURNAME_WORDS = 2

#: So many pronouns make a gender known, where they are so many times those against it.
MIN_VOTES, MAJORITY = 2, 4


class Named(NamedTuple):
    """A mention with its actor; `certain` is False where the name could be several actors'."""

    mention: Mention
    actor_id: str
    certain: bool = True

    @property
    def who(self) -> str:
        """The actor's id, "" for one that is open."""
        return self.actor_id if self.certain else ""


class Being(NamedTuple):
    """A person in a sentence; `who` is "" for one whom the article does not name for certain."""

    start: int
    who: str
    gender: Gender
    subject: bool


def fitting(beings: Iterable[Being], gender: Gender) -> list[Being]:
    """The persons that a pronoun of this gender can mean, as far as theirs is known."""
    return [being for being in beings if being.gender in ("", gender)]


def only_one(beings: Iterable[Being]) -> str:
    """The one actor that all of these are, "" where there are several or an unnamed one."""
    found = {being.who for being in beings}
    return found.pop() if len(found) == 1 else ""


def find_beings(
    named: Iterable[Named],
    references: Iterable[Reference],
    genders: Mapping[str, Gender],
    known_bodies: Set[str],
) -> Iterator[Being]:
    """The persons of one sentence, but for those whom its pronouns and descriptions mean.

    A subject that the model takes for an organization may be a person ("Le Pen said"), unless the
    table knows it (`known_bodies`).
    """
    spoken = list(references)
    subjects = {reference.start for reference in spoken if reference.form == "name"}
    for one in named:
        mention, is_subject = one.mention, one.mention.start in subjects
        if mention.kind == "person":
            gender = genders.get(one.who, gender_of_title(mention.title))
            yield Being(mention.start, one.who, gender, is_subject)
        elif is_subject and may_be_person(mention, known_bodies):
            yield Being(mention.start, "", "", subject=True)
    for reference in spoken:
        if reference.form == "other" and is_person(reference):
            yield Being(reference.start, "", reference.gender, reference.subject)


def may_be_person(mention: Mention, known_bodies: Set[str]) -> bool:
    """Whether a name that was taken for an organization's could as well be a surname."""
    if mention.kind != "organization" or mention.surface in known_bodies:
        return False
    words = mention.surface.split()
    return len(words) <= SURNAME_WORDS and words[-1].lower() not in BODIES


def is_person(reference: Reference) -> bool:
    """Whether a reference speaks of a person: "the minister", not "the bloc"."""
    return reference.head not in BODIES and reference.head not in COUNTRIES


def genders_given(named: Iterable[Named], roles: Iterable[Reference]) -> dict[str, Gender]:
    """The gender that titles and descriptions say: "Mrs Kent", "her husband, Jose Lansang"."""
    said: dict[str, set[Gender]] = defaultdict(set)
    who_at = {one.mention.start: one.who for one in named}
    for one in named:
        said[one.who].add(gender_of_title(one.mention.title))
    for role in roles:
        if role.form == "role":
            said[who_at.get(role.described, "")].add(role.gender)
    return {who: agreed(genders) for who, genders in said.items() if who}


def agreed(genders: Set[Gender]) -> Gender:
    """The one gender that was said, "" for none or both."""
    known: Sequence[Gender] = [gender for gender in sorted(genders) if gender]
    return known[0] if len(known) == 1 else ""


def learn(
    given: Mapping[str, Gender], votes: Mapping[tuple[str, Gender], int]
) -> tuple[dict[str, Gender], frozenset[str]]:
    """Genders with those that an article's pronouns add, and the persons they disagree about.

    Where "she" was understood as one person five times, the "he" after her name is somebody else;
    once each, neither is sure.
    """
    learned, doubtful = dict(given), set()
    counts: dict[str, Counter[Gender]] = defaultdict(Counter)
    for (who, gender), count in votes.items():
        counts[who][gender] += count
    for who, by_gender in counts.items():
        if given.get(who):
            continue
        (gender, most), *others = by_gender.most_common()
        against = sum(count for _, count in others)
        if against * MAJORITY > most:
            doubtful.add(who)
        elif most >= MIN_VOTES:
            learned[who] = gender
    return learned, frozenset(doubtful)
