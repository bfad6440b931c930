"""Articles for the tests: long enough to be copied, each of words of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

import pytest

from relmap.stories import group_stories, sketch

SYLLABLES = ["ka", "lo", "mer", "ti", "ran", "su", "vel", "do", "pin", "esh", "gor", "ba"]


class Press:
    """Invented articles, and ways to print them again."""

    def article(self, seed: int, sentences: int = 24) -> list[str]:
        """Sentences of fifteen words that no other seed uses in that order."""
        chance = Random(seed)
        return [
            " ".join(self.word(chance) for _ in range(15)).capitalize() + "."
            for _ in range(sentences)
        ]

    def word(self, chance: Random) -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))

    def changed(self, sentences: Sequence[str], seed: int) -> list[str]:
        """One word changed in every third sentence."""
        chance = Random(seed)
        made = []
        for number, sentence in enumerate(sentences):
            words = sentence.split()
            if number % 3 == 0:
                words[chance.randrange(len(words))] = "otherwise"
            made.append(" ".join(words))
        return made

    def text(self, sentences: Sequence[str]) -> str:
        return "\n\n".join(sentences)


class Desk:
    """Groups texts, and remembers which of them were asked for."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []

    def group(self, texts: Mapping[int, str]) -> dict[int, int]:
        def read(keys: Sequence[int]) -> dict[int, str]:
            self.asked.append(keys)
            return {key: texts[key] for key in keys}

        return group_stories(((key, sketch(text)) for key, text in texts.items()), read)

    def stories(self, texts: Mapping[int, str]) -> list[list[int]]:
        """The keys of each story that several articles carry."""
        members: dict[int, list[int]] = defaultdict(list)
        for key, story in sorted(self.group(texts).items()):
            members[story].append(key)
        assert all(story == min(keys) for story, keys in members.items())
        return [keys for _, keys in sorted(members.items()) if len(keys) > 1]


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def desk() -> Desk:
    return Desk()
