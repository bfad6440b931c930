"""The decision: whether one of two texts is a copy of the other, told from the texts themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from relmap.stories.shingles import Shingles, Sketch, is_sampled, sampled_as, shingles
from relmap.stories.templates import are_of_one_template

Places = NDArray[np.int64]
Bools = NDArray[np.bool_]
IsRare = Callable[[Sketch], bool]

#: Share of the shorter text's shingles that a copy shares with the longer, and how many at least:
#: one printed in half is a copy, a paragraph in common is not.
CONTAINED = 0.4
FEWEST = 30

#: Shingles that must follow each other at the same distance in both texts, gaps allowed. "Talks
#: on the budget will go on next week" stands in many articles, each time between other sentences.
ALIGNED = 12

#: Share of the sample of such a piece that must be no phrase, or else it is a footer.
TELLING = 0.05

#: A copy shares most of the longer text too, or stands within its first so many words: in a digest
#: or a live page, which hold a whole brief somewhere, it is one of many stories.
MOSTLY = 0.6
FRONT = 100

#: Phrases that follow each other in the sample of a text and make a footer or a header: some
#: twenty-five words. "The prime minister said on Monday that" is shorter, and part of the story.
STRETCH = 3

#: Share of the shorter text that both must share besides phrases, however much of it those are.
BESIDES = 0.25

#: Where both texts share less than most of the shorter, and nothing but how both end, they share
#: a footer: nothing before this part of either.
ENDING = 0.35

#: News says first what is new. Two texts that begin with more than a sentence and a sixth of their
#: own, and then run alike to their ends, are two releases above what their company always says.
LEAD = 12
LED = 1 / 6


@dataclass(frozen=True, slots=True)
class Profile:
    """A text, its shingles in order; which of them is what; each once, and where it stands first.

    `telling` are those of the sample that are no phrase, `sampled` all of the sample; `own` is how
    many different shingles lie outside of footers and headers.
    """

    text: str
    ordered: Shingles
    sampled: Bools
    telling: Bools
    own: int
    numbers: Shingles
    places: Places


def profile(text: str, phrases: Sketch) -> Profile:
    """Read a text; `phrases` are the sampled shingles that many unlike texts share, sorted."""
    ordered = shingles(text)
    numbers, places = np.unique(ordered, return_index=True)
    sampled = is_sampled(ordered)
    telling = sampled.copy()
    telling[sampled] = ~_among(sampled_as(ordered[sampled]), phrases)
    own = len(places) - int(_in_stretches(sampled, telling)[places].sum())
    return Profile(text, ordered, sampled, telling, own, numbers, places)


def are_copies(one: Profile, other: Profile, is_rare: IsRare = lambda _: False) -> bool:
    """Tell whether two texts carry the same story.

    Footers and headers that many texts share count for nothing; `is_rare` tells of phrases whether
    hardly any text holds them together. Texts too short to share thirty shingles are copies if
    their words are the same. Shingles count once, however often a text repeats them.

    Two reports from one template are told from copies by their names and numbers. Where they differ
    in fewer than three of them, or in a single passage of thirty words or more, no rule can tell:
    these are copies here. Nor can it where a footer that no third text has stands below a sentence.
    """
    if np.array_equal(one.ordered, other.ordered):
        return True
    short, long = sorted((one, other), key=lambda each: len(each.numbers))
    at_short, at_long = _aligned(short, long, is_rare)
    smaller, larger = sorted((one.own, other.own))
    count = len(at_short)
    if count < max(FEWEST, CONTAINED * smaller, BESIDES * len(short.numbers)):
        return False
    if count < MOSTLY * larger and at_long.min() > FRONT:
        return False
    if _is_footer(short, at_short) and _is_footer(long, at_long):
        return False
    if (
        count < MOSTLY * smaller
        and at_short.min() > ENDING * len(short.ordered)
        and at_long.min() > ENDING * len(long.ordered)
    ):
        return False
    return not are_of_one_template(short.text, long.text, at_short, at_long)


def _is_footer(read: Profile, at: Places) -> bool:
    """Tell whether what is shared begins behind a lead of the text's own and runs to its end."""
    some = max(LEAD, LED * len(read.ordered))
    return bool(at.min() > some and at.max() >= len(read.ordered) - some)


def _aligned(short: Profile, long: Profile, is_rare: IsRare) -> tuple[Places, Places]:
    """Return where both texts hold the same shingles at a distance that a telling piece has."""
    if not len(short.numbers) or not len(long.numbers):
        return short.places, long.places
    at = np.searchsorted(long.numbers, short.numbers).clip(max=len(long.numbers) - 1)
    both = long.numbers[at] == short.numbers
    in_short, in_long = short.places[both], long.places[at[both]]
    _, of, counts = np.unique(in_long - in_short, return_inverse=True, return_counts=True)
    in_sample = short.sampled[in_short]
    sampled = np.bincount(of[in_sample], minlength=len(counts))
    telling = np.bincount(of[short.telling[in_short]], minlength=len(counts))
    kept = (counts >= ALIGNED) & (telling > 0) & (telling >= TELLING * sampled)
    for piece in np.flatnonzero((counts >= ALIGNED) & (sampled > 1) & ~kept):
        kept[piece] = is_rare(sampled_as(short.numbers[both][in_sample & (of == piece)]))
    return in_short[kept[of]], in_long[kept[of]]


def _among(hashes: Sketch, phrases: Sketch) -> Bools:
    """Tell of each hash whether it is among the phrases, which are sorted."""
    if not len(phrases):
        return np.zeros(len(hashes), np.bool_)
    found: Bools = phrases[np.searchsorted(phrases, hashes).clip(max=len(phrases) - 1)] == hashes
    return found


def _in_stretches(sampled: Bools, telling: Bools) -> Bools:
    """Tell of each shingle whether it lies in a footer or a header.

    Of one shingle in eight it is known whether it is a phrase; several phrases that follow each
    other in the sample, and nothing telling between them, are a footer from the first to the last.
    """
    places = np.flatnonzero(sampled)
    edges = np.flatnonzero(np.diff(np.r_[False, ~telling[places], False]))
    firsts, lasts = edges[::2], edges[1::2] - 1
    long = lasts - firsts >= STRETCH - 1
    steps = np.zeros(len(sampled) + 1, np.int64)
    steps[places[firsts[long]]] = 1
    steps[places[lasts[long]] + 1] = -1
    inside: Bools = np.cumsum(steps[:-1]) > 0
    return inside
