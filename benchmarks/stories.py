"""Stories: how many planted copies are found, how many found ones are copies, and how long it takes.

    python benchmarks/stories.py --articles 100000          # the generated press
    python benchmarks/stories.py --texts press.csv texts/   # your own articles, copies planted

README.md in this folder says what each line means.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from generated.reprints import CHANGES, changed, framed
from generated.sentences import PAPERS
from generated.stream import Stream
from generated.telling import Story, draw_any

from relmap.corpus import read
from relmap.models import Article
from relmap.stories import group_stories, sketch
from relmap.stories.shingles import Sketch

#: Of own articles so many are printed again, and so many prints stand between lines of a paper.
REPRINTED, FRAMED = 1 / 8, 1 / 3

_SENTENCE = re.compile(r"\S(?:.*?[.!?…]”?(?=\s|$)|.*\S)")


@dataclass(frozen=True, slots=True)
class Print:
    """A text, the number of the article that it prints, and what was changed in it; None in originals."""

    text: str
    origin: int
    how: str | None


@dataclass(slots=True)
class Clock:
    """Seconds of this process, by what they went into."""

    spent: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def of(self, what: str) -> Iterator[None]:
        """Count the seconds inside."""
        started = time.process_time()
        try:
            yield
        finally:
            self.spent[what] += time.process_time() - started


@dataclass(slots=True)
class Press:
    """Prints by number, made when they are asked for; notes which they were and what asking took."""

    count: int
    print_of: Callable[[int], Print]
    clock: Clock
    origins: list[int] = field(default_factory=list)
    hows: list[str | None] = field(default_factory=list)
    read: int = 0

    def sketches(self) -> Iterator[tuple[int, Sketch]]:
        """All prints, as sketches."""
        for number in range(self.count):
            with self.clock.of("texts"):
                one = self.print_of(number)
            self.origins.append(one.origin)
            self.hows.append(one.how)
            with self.clock.of("sketches"):
                made = sketch(one.text)
            yield number, made

    def texts(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """The texts that are compared."""
        self.read += len(numbers)
        with self.clock.of("texts"):
            return {number: self.print_of(number).text for number in numbers}


def main() -> None:
    """Group the stories of a press whose copies are known, and print what came out."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--texts", type=Path, nargs="+", help="files or folders instead")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    clock = Clock()
    if chosen.texts:
        prints = list(planted(read(chosen.texts), Random(chosen.seed)))
        press = Press(len(prints), prints.__getitem__, clock)
    else:
        stream = Stream(chosen.articles, chosen.seed)
        press = Press(chosen.articles, lambda number: generated(stream, number), clock)
    before = peak()
    with clock.of("all"):
        found = group_stories(press.sketches(), press.texts)
    tell(press, found, clock, (before, peak()))


def generated(stream: Stream, number: int) -> Print:
    """An article of the generated press."""
    written = stream.article(number)
    origin = number if written.copy_of is None else written.copy_of
    how = None if written.copy_of is None else label(written.changes, written.frame)
    return Print(written.story.text, origin, how)


def planted(articles: Iterable[object], chance: Random) -> Iterator[Print]:
    """Own articles, the very same texts once, and behind some of them a changed print."""
    seen: set[str] = set()
    number = -1
    for article in articles:
        if not isinstance(article, Article) or article.text in seen:
            continue
        seen.add(article.text)
        number += 1
        yield Print(article.text, number, None)
        if chance.random() >= REPRINTED:
            continue
        changes, frame = draw_any(chance, CHANGES), chance.random() < FRAMED
        spans = tuple((*found.span(), "story") for found in _SENTENCE.finditer(article.text))
        story = changed(Story("", article.text, spans, ()), changes, chance)
        story = framed(story, draw_any(chance, PAPERS)) if frame else story
        yield Print(story.text, number, label(changes, frame))


def label(changes: str, frame: bool) -> str:
    """What was done to a print, in words."""
    return ", ".join(filter(None, [changes, "frame" if frame else ""])) or "nothing"


def tell(press: Press, found: Mapping[int, int], clock: Clock, peaks: tuple[int, int]) -> None:
    """Print the figures."""
    both = Counter(zip(press.origins, found.values(), strict=True))
    right = pairs(both.values())
    told = pairs(Counter(press.origins).values())
    said = pairs(Counter(found.values()).values())
    copies = sum(how is not None for how in press.hows)
    print(f"{press.count:,} articles, {copies:,} of them copies; {told:,} pairs of one story")
    print(f"precision {right / max(1, said):.4f}   ({said - right:,} of {said:,} pairs are wrong)")
    print(f"recall    {right / max(1, told):.4f}   ({told - right:,} of {told:,} pairs are missed)")
    print("\nchanged              copies   with their original")
    first = {origin: number for number, origin in reversed(list(enumerate(press.origins)))}
    planted_, joined = Counter(press.hows), Counter[str | None]()
    for number, how in enumerate(press.hows):
        joined[how] += found[number] == found[first[press.origins[number]]]
    for how in sorted(filter(None, planted_)):
        print(f"{how:<20} {planted_[how]:>6}   {joined[how] / planted_[how]:.4f}")
    sketches = clock.spent["sketches"]
    grouping = clock.spent["all"] - sketches - clock.spent["texts"]
    each = 1000 / max(1, press.count)
    print(
        f"\n{(sketches + grouping) * each:.3f} ms an article: sketch {sketches * each:.3f}, "
        f"grouping {grouping * each:.3f}; {press.read:,} texts compared; "
        f"memory {peaks[1] / 1e6:,.0f} MB at most, {peaks[0] / 1e6:,.0f} MB of it before"
    )


def pairs(sizes: Iterable[int]) -> int:
    """How many pairs groups of these sizes have."""
    return sum(size * (size - 1) // 2 for size in sizes)


def peak() -> int:
    """The most memory that this process ever had, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    main()
