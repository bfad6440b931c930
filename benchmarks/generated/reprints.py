"""Reprints: a story with other words here and there, cut short, or between a paper's own lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from math import ceil
from random import Random

from generated.telling import Named, Story, draw_any

#: What a paper does to a copy: nothing, one word changed in a third of the sentences, the end cut off.
CHANGES = ("", "words", "cut", "words, cut")

#: What is left of a story that is cut, at least and at most.
LEFT = (0.4, 0.8)

#: One paper in so many puts lines of its own around whatever it prints.
FRAMING = 3

_WORD = re.compile(r"(?<=[ “])[a-z]{3,}(?=[ ,.])")
_OTHERS = (
    "again", "still", "indeed", "perhaps", "earlier", "meanwhile", "openly", "partly", "largely",
    "nearly", "duly", "barely", "hardly", "rather", "fully", "mostly", "somehow", "however",
)  # fmt: skip
_ABOVE = (
    "This report was edited for length by our foreign desk.",
    "What follows comes from a news agency and was checked by our editors.",
    "Our readers asked for more on this, and here is what we know so far.",
    "Part of our daily letter on the world, which goes out every morning.",
)
_BELOW = (
    (
        "Readers of this newspaper find earlier reports on the question in our archive.",
        "All that was written about it in these pages can be read in our archive at any hour.",
        "More about it stands in the printed edition of today and of the days before.",
    ),
    (
        "The archive is open to subscribers on every day of the week, also on holidays.",
        "Subscribers read without limits, all others may open three articles in a month.",
        "Whoever takes the paper for a year reads the first two months for nothing.",
    ),
    (
        "Letters to the editors are welcome, but we cannot answer all of them in person.",
        "If you find an error in this article, tell us, and we will correct it at once.",
        "Reprinting this article, whole or in part, needs the written leave of the publisher.",
    ),
)


def changed(story: Story, how: str, chance: Random) -> Story:
    """Print a story again with the given changes; sentences and names stay true of the new text."""
    if "cut" in how:
        told = len(story.sentences)
        story = _first(story, ceil(told * (LEFT[0] + chance.random() * (LEFT[1] - LEFT[0]))))
    if "words" in how:
        story = _reworded(story, chance)
    return story


def frames(outlet: str) -> bool:
    """Tell whether a paper puts lines of its own around what it prints."""
    return _number(outlet) % FRAMING == 0


def framed(story: Story, outlet: str) -> Story:
    """Put a paper's lines above and below a story."""
    chance = Random(_number(outlet))
    above = draw_any(chance, _ABOVE)
    below = [draw_any(chance, some) for some in _BELOW]
    shift = len(above) + 2
    text = f"{above}\n\n{story.text}\n\n{' '.join(below)}"
    spans = [(0, len(above), "story")]
    spans += [(start + shift, end + shift, role) for start, end, role in story.sentences]
    at = shift + len(story.text) + 2
    for sentence in below:
        spans.append((at, at + len(sentence), "story"))
        at += len(sentence) + 1
    names = tuple(
        replace(name, start=name.start + shift, end=name.end + shift, sentence=name.sentence + 1)
        for name in story.names
    )
    return Story(story.title, text, tuple(spans), names)


def _number(outlet: str) -> int:
    return int.from_bytes(blake2b(outlet.encode(), digest_size=8).digest())


def _first(story: Story, count: int) -> Story:
    """The first so many sentences."""
    kept = story.sentences[:count]
    names = tuple(name for name in story.names if name.sentence < count)
    return Story(story.title, story.text[: kept[-1][1]], kept, names)


def _reworded(story: Story, chance: Random) -> Story:
    """One word, no name's, changed in a third of the sentences."""
    count = len(story.sentences)
    chosen = sorted(chance.sample(range(count), ceil(count / 3)))
    edits = [edit for number in chosen for edit in _edit(story, number, chance)]
    ends = [end for _, end, _ in edits]
    grown = [0]
    pieces, last = [], 0
    for start, end, word in edits:
        pieces += [story.text[last:start], word]
        grown.append(grown[-1] + len(word) - (end - start))
        last = end
    text = "".join([*pieces, story.text[last:]])

    def moved(place: int) -> int:
        return place + grown[bisect_right(ends, place)]

    spans = tuple((moved(start), moved(end), role) for start, end, role in story.sentences)
    names = tuple(_moved(name, moved(name.start)) for name in story.names)
    return Story(story.title, text, spans, names)


def _edit(story: Story, number: int, chance: Random) -> Sequence[tuple[int, int, str]]:
    start, end, _ = story.sentences[number]
    # "the Latvian delegation" is one name with what stands around it.
    taken = [
        (name.start - len(name.form.before), name.end + len(name.form.after))
        for name in story.names
        if name.sentence == number
    ]
    words = [
        (word.start(), word.end())
        for word in _WORD.finditer(story.text, start, end)
        if not any(word.start() < last and first < word.end() for first, last in taken)
    ]
    return [(*draw_any(chance, words), draw_any(chance, _OTHERS))] if words else []


def _moved(name: Named, start: int) -> Named:
    return replace(name, start=start, end=start + name.end - name.start)
