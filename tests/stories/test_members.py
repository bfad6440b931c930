"""relmap.stories.members: who stands for a story, whatever is read at once."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from relmap.stories import members as room
from relmap.stories import sketch
from relmap.stories.candidates import candidates
from relmap.stories.copies import are_copies, profile
from relmap.stories.members import Members
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
def test_every_text_joins_the_first_head_whose_copy_it_is(
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
        copied = are_copies(profiles[heads[one]], profiles[text], shared.are_rare_together)
        if heads[text] == text and copied:
            heads[text] = heads[one]
    assert found.heads.tolist() == heads
    assert len(set(heads)) < len(heads)
    assert all(heads[head] == head for head in heads)
