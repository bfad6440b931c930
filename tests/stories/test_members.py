"""relmap.stories.members: who stands for a story, whatever is read at once."""

from __future__ import annotations

from itertools import permutations
from random import Random

import numpy as np
import pytest

from relmap.stories import members as room
from relmap.stories import sketch
from relmap.stories.candidates import candidates
from relmap.stories.copies import are_copies, profile
from relmap.stories.members import Members, is_within
from relmap.stories.shared import find_phrases, find_shared


def drawn(press, seed: int) -> list[str]:
    """Windows on a few long articles, some of them changed, the longest first."""
    chance = Random(seed)
    texts = []
    for _ in range(24):
        start = chance.randrange(20)
        piece = press.article(chance.randrange(3), 40)[start : start + chance.randint(6, 20)]
        texts.append(press.text(press.changed(piece, seed) if chance.random() < 0.5 else piece))
    return sorted(set(texts), key=lambda text: (-len(sketch(text)), text))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("at_once", [2, 6, 256])
def test_every_text_joins_the_first_head_that_tells_its_story(
    press, monkeypatch: pytest.MonkeyPatch, seed: int, at_once: int
) -> None:
    monkeypatch.setattr(room, "TEXTS_AT_ONCE", at_once)
    texts = drawn(press, seed)
    sketches = [sketch(text) for text in texts]
    sizes = np.array([len(one) for one in sketches], np.uint32)
    owners = np.repeat(np.arange(len(texts), dtype=np.uint32), sizes)
    shared = find_shared(np.concatenate(sketches), owners)
    phrases = find_phrases(shared, sizes)
    hashes = shared.hashes[phrases]
    pairs = [pair for some in candidates(shared, phrases, sizes) for pair in some.tolist()]
    assert pairs == sorted(pairs, key=lambda pair: (pair[1], pair[0]))

    found = Members(
        np.arange(len(texts)), shared, hashes, lambda keys: {key: texts[key] for key in keys}
    )
    found.add(candidates(shared, phrases, sizes))

    profiles = [profile(text, hashes) for text in texts]
    heads = list(range(len(texts)))
    for one, text in pairs:
        head = heads[one]
        asked = [head, one] if is_within(profiles[one], profiles[head]) else [head]
        copied = [are_copies(profiles[n], profiles[text], shared.are_rare_together) for n in asked]
        if heads[text] == text and any(copied):
            heads[text] = head
    assert found.heads.tolist() == heads
    assert len(set(heads)) < len(heads)
    assert all(heads[head] == head for head in heads)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("before", [9, 12])
def test_what_stands_before_the_fullest_print_takes_no_copy_from_it(
    press, desk, seed: int, before: int
) -> None:
    # A digest of a whole story behind briefs, or a paper that sets its own report on top of it.
    story = press.article(seed, 20)
    fuller = press.text([*press.article(seed + 50, before), *story])
    full, front = press.text(story), press.text(story[:11])
    assert desk.stories({0: full, 1: front}) == [[0, 1]]
    texts = [full, front, fuller]
    for order in permutations(range(3)):
        assert desk.stories({n: texts[at] for n, at in enumerate(order)}) == [[0, 1, 2]]


def test_a_text_joins_through_none_that_only_shares_half_with_its_head(press, desk) -> None:
    # A live page: every version drops the last third and sets nearly as much on top.
    story = press.article(3, 70)
    pages = {n: press.text(story[n * 7 : n * 7 + 21 - n]) for n in range(6)}
    told = desk.group(pages)
    assert told[1] == 0
    assert told[5] != 0
    assert all(n - told[n] <= 1 for n in pages)
