"""Which library multiplies: the faster one, without a difference in what is found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from thinc.api import NumpyOps, get_current_ops

from relmap.extract import matrices
from relmap.models import Article

ARTICLES = [
    Article("1", "President Emmanuel Macron met Xi Jinping in Beijing, and NATO took note.", "1"),
    Article("2", "Pakistan’s Foreign Ministry and Moscow agreed. Mr Sharif told the BBC so.", "2"),
    Article(
        "3",
        "The Ministry of Trade, Industry and Energy of South Korea praised Volkswagen.\n\n"
        "Ursula von der Leyen and Kaja Kallas spoke to Médecins Sans Frontières in Khartoum.\n"
        "Officials of the African Union, of Chad and of Hezbollah met at the Hôtel Ritz.",
        "3",
    ),
    *(Article(f"more {i}", f"Envoy {i} of Peru called Li Na. " * i, "x") for i in range(1, 9)),
]


@pytest.fixture
def ops() -> Iterator[NumpyOps]:
    """The operations in force; what is chosen here holds for this test only."""
    found = get_current_ops()
    assert isinstance(found, NumpyOps)
    before = found.use_blis
    yield found
    found.use_blis = before


def test_both_libraries_find_the_same(extractor, ops):
    found = []
    for use_blis in (True, False):
        ops.use_blis = use_blis
        found.append(list(extractor.extract(ARTICLES)))
    assert found[0] == found[1]
    assert sum(len(one.mentions) for one in found[0]) > 20


@pytest.mark.parametrize("part", ["tok2vec", "ner"])
def test_the_wide_layers_multiply_with_what_was_chosen(extractor, ops, part):
    layers = extractor._nlp.get_pipe(part).model.walk()
    wide = [layer for layer in layers if layer.name == "maxout"]
    assert wide
    assert all(layer.ops is ops for layer in wide)


@pytest.mark.parametrize("blis_is_faster", [True, False])
def test_the_faster_one_is_chosen(monkeypatch, ops, blis_is_faster):
    seconds = {blis_is_faster: 0.01, not blis_is_faster: 0.03}

    def measure(work):
        work()
        return seconds[ops.use_blis]

    monkeypatch.setattr(matrices, "fastest", measure)
    assert matrices.choose_multiplication() is blis_is_faster
    assert ops.use_blis is blis_is_faster


def test_a_measurement_of_this_machine_is_kept(ops):
    assert matrices.choose_multiplication() is ops.use_blis


def test_a_graphics_card_multiplies_itself(monkeypatch):
    monkeypatch.setattr(matrices, "get_current_ops", object)
    assert matrices.choose_multiplication() is False


def test_the_shortest_of_several_times_counts(monkeypatch):
    done = []
    times = iter([0, 9, 10, 12, 20, 27, 30, 38, 40, 49])
    monkeypatch.setattr(matrices, "perf_counter", lambda: next(times))
    assert matrices.fastest(lambda: done.append(1)) == 2
    assert len(done) == matrices.TRIES
