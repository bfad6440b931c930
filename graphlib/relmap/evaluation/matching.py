"""Whether a name that was found is an actor of the gold, and which one name stands for which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from relmap.evaluation.gold import GoldSentence, Target
from relmap.evaluation.predictions import Found
from relmap.knowledge.spelling import americanize, straighten, strip_accents
from relmap.models import Kind

_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?!\w)")
_NO_WORD = re.compile(r"[^\w]+")


def plain(name: str) -> str:
    """A name without what two readers may spell differently.

    "The U.S.", "US’s" and "us" are one; so are "Organisation" and "Organization", "Chérif" and
    "Cherif".
    """
    form = _POSSESSIVE.sub("", straighten(strip_accents(name)).casefold()).replace(".", "")
    words = _NO_WORD.sub(" ", americanize(form)).split()
    return " ".join(word for word in words if word != "the") or " ".join(words)


def fits(name: str, kind: Kind, target: Target, country_code: str = "") -> bool:
    """Whether an actor called `name` is the gold's actor.

    Only a country can be a country, and it is its code where both have one. A person taken for an
    organization is still who it is; that its kind is wrong is counted by itself. A person may have
    more or fewer given names than in the gold as long as the last word agrees: "Zelensky" is
    "Volodymyr Zelensky".
    """
    if (kind == "country") != (target.kind == "country"):
        return False
    if country_code and target.country_code:
        return country_code == target.country_code
    form = plain(name)
    if form in target.forms:
        return True
    return kind == target.kind == "person" and is_shortened(form, plain(target.name))


def is_shortened(form: str, other: str) -> bool:
    """Whether one of two names has all words of the other, and both the same last word."""
    words, others = form.split(), other.split()
    if not words or not others or words[-1] != others[-1]:
        return False
    return set(words) <= set(others) or set(others) <= set(words)


def is_spared(found: Found, optional: Iterable[str], targets: Mapping[str, Target]) -> bool:
    """Whether what was found is one of the sentence's optional names, or a part of one.

    Optional is what readers disagree about, such as "Irish parliament": no kind is asked for.
    """
    form = f" {plain(found.name)} "
    for name in optional:
        its_forms = targets[name].forms if name in targets else {plain(name)}
        if any(form in f" {its} " or f" {its} " in form for its in its_forms):
            return True
    return False


def fitting(found: Found, names: Iterable[str], targets: Mapping[str, Target]) -> list[str]:
    """The actors among `names` that a mention's actor can be, by the name it is shown under."""
    return [
        name
        for name in sorted(names)
        if fits(found.name, found.kind, targets[name], found.country_code)
    ]


def pair_up(
    sentences: Sequence[GoldSentence],
    mentions: Sequence[Sequence[Found]],
    targets: Mapping[str, Target],
) -> dict[str, str]:
    """For each gold actor of an article the one actor id that counts as it.

    `mentions` are those of each sentence. One name for one actor: where an article's "Sharif"
    fits two Sharifs, or two names fit one, only the pair with the most sentences is kept.
    """
    shared: Counter[tuple[str, str, str]] = Counter()
    for sentence, found in zip(sentences, mentions, strict=True):
        shared.update(
            {
                (gold, mention.name, mention.actor_id)
                for mention in found
                for gold in fitting(mention, sentence.actors, targets)
            }
        )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for (gold, _, actor_id), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if gold not in pairs and actor_id not in taken:
            pairs[gold] = actor_id
            taken.add(actor_id)
    return pairs
