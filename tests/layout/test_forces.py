"""Forces bring the tied together, several tries at once as each by itself."""

from __future__ import annotations

import numpy as np

from relmap.layout.forces import Model, settle, sunflower
from relmap.layout.springs import Springs

TIES = ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (0, 3))
TRIANGLES = Springs(
    np.array([one for one, _ in TIES]),
    np.array([other for _, other in TIES]),
    np.linspace(1.0, 2.5, len(TIES)),
)


def test_tied_nodes_come_closer_than_others() -> None:
    places = settle(sunflower(6)[None], TRIANGLES, [Model()], 240)[0]
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    assert max(apart[1, 2], apart[4, 5]) < 0.5 * min(apart[1, 4], apart[2, 5], apart[1, 5])


def test_tries_do_not_disturb_each_other() -> None:
    models = [Model(), Model(linlog=True, gravity=0.3), Model(influence=0.0)]
    starts = np.array([sunflower(6), sunflower(6)[::-1], sunflower(6)])
    together = settle(starts, TRIANGLES, models, 20, rest=0.0)
    for place, model in enumerate(models):
        by_itself = settle(starts[place : place + 1], TRIANGLES, [model], 20, rest=0.0)[0]
        assert np.allclose(together[place], by_itself, atol=1e-3)
    assert np.abs(together[0] - together[2]).max() > 0.1


def test_it_ends_when_nothing_moves_any_more() -> None:
    once = settle(sunflower(6)[None], TRIANGLES, [Model()], 400)
    again = settle(sunflower(6)[None], TRIANGLES, [Model()], 100_000)
    assert (once == again).all()


def test_all_pairs_repel_whatever_the_size_of_a_block() -> None:
    count = 700  # more pairs than one block holds
    bare = Springs(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))
    model = Model(gravity=0.0)
    start = sunflower(count)
    along = start[:, None] - start[None]
    square = np.maximum((along**2).sum(axis=2), 1e-2)
    force = (along / square[:, :, None]).sum(axis=1) * model.scaling
    moved = settle(start[None], bare, [model], 1)[0] - start
    turned = (force * moved).sum(axis=1) / np.hypot(*force.T) / np.hypot(*moved.T)
    assert turned.min() > 0.999
