"""Seconds to lay out 100, 500 and 2,000 actors, against networkx's own layouts in the same run.

    python benchmarks/layout.py [--actors 100 500 2000] [--runs 3] [--store STORE] [--without-spring]

The graph is made here, from a fixed seed: actors in communities whose number of ties follows a
heavy tail, as in news. With --store it is that of the strongest actors of a store. Seconds are
those of the process (`time.process_time`), on one thread, median of the runs. README.md in this
folder says more.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx
from threadpoolctl import threadpool_limits

from relmap.graph import build_graph
from relmap.layout import lay_out
from relmap.models import Filters
from relmap.store import Store

SEED = 20
#: Ties for each actor, actors in each community, and the share of ties that stay inside of one.
TIES, COMMUNITY, INSIDE = 5, 40, 0.75
KINDS = ("country", "person", "organization")

Layout = Callable[[nx.Graph], object]


def main() -> None:
    """Lay out each graph by each layout in turn and print seconds and ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--actors", type=int, nargs="+", default=[100, 500, 2000])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--store", type=Path, default=None)
    options.add_argument(
        "--without-spring", action="store_true", help="networkx's needs SciPy from 500 actors on"
    )
    chosen = options.parse_args()
    layouts = layouts_of(with_spring=not chosen.without_spring)
    print(f"{'actors':>7}{'ties':>8}" + "".join(f"{name:>15}" for name in layouts) + "   ratios")
    with threadpool_limits(1):
        for count in chosen.actors:
            graph = graph_of(chosen.store, count) if chosen.store else make_graph(count)
            print(row(graph, layouts, chosen.runs))


def layouts_of(*, with_spring: bool) -> dict[str, Layout]:
    """Ours, and those of networkx with their default settings, a fixed seed and the weights."""
    layouts: dict[str, Layout] = {
        "lay_out": lay_out,
        "forceatlas2": lambda graph: nx.forceatlas2_layout(graph, seed=SEED, weight="weight"),
    }
    if with_spring:
        layouts["spring"] = lambda graph: nx.spring_layout(graph, seed=SEED, weight="weight")
    return layouts


def row(graph: nx.Graph, layouts: Mapping[str, Layout], runs: int) -> str:
    """Median seconds of each layout, run in turn, and the others' over the first one's."""
    seconds: dict[str, list[float]] = {name: [] for name in layouts}
    for _ in range(runs):
        for name, layout in layouts.items():
            seconds[name].append(time_one(layout, graph))
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    ours = medians["lay_out"]
    ratios = [f"{name} {found / ours:.1f}" for name, found in medians.items() if name != "lay_out"]
    return (
        f"{len(graph):7,}{graph.number_of_edges():8,}"
        + "".join(f"{found:15.3f}" for found in medians.values())
        + f"   {', '.join(ratios)}"
    )


def time_one(layout: Layout, graph: nx.Graph) -> float:
    """Seconds of the process that one layout takes."""
    start = time.process_time()
    layout(graph)
    return time.process_time() - start


def make_graph(count: int) -> nx.Graph:
    """Make a graph of `count` actors in communities, with few that have most of the ties."""
    dice = random.Random(SEED)
    drawn = [1.0 / (1.0 + place) ** 0.9 for place in range(count)]
    homes = [dice.randrange(max(1, count // COMMUNITY)) for _ in range(count)]
    members: dict[int, list[int]] = {}
    for node, home in enumerate(homes):
        members.setdefault(home, []).append(node)
    ties: dict[tuple[int, int], int] = {}
    for _ in range(count * TIES * 2):
        one = dice.choices(range(count), drawn)[0] if dice.random() < 0.5 else dice.randrange(count)
        pool = members[homes[one]] if dice.random() < INSIDE else range(count)
        other = dice.choices(pool, [drawn[node] for node in pool])[0]
        if one != other:
            pair = (min(one, other), max(one, other))
            ties[pair] = ties.get(pair, 0) + 1
    return _as_graph(count, ties)


def _as_graph(count: int, ties: Mapping[tuple[int, int], int]) -> nx.Graph:
    graph = nx.Graph()
    for node in range(count):
        graph.add_node(
            f"actor:{node:05d}",
            name=f"Actor {node}",
            kind=KINDS[node % 3],
            mentions=1,
            articles=sum(weight for pair, weight in ties.items() if node in pair) or 1,
            strength=0,
            ambiguous=False,
        )
    graph.add_edges_from(
        (f"actor:{one:05d}", f"actor:{other:05d}", {"weight": weight})
        for (one, other), weight in sorted(ties.items())
    )
    return graph


def graph_of(store: Path, count: int) -> nx.Graph:
    """The graph of the strongest actors of a store."""
    opened = Store.open(store)
    view = opened.view(Filters())
    if len(view.actors) < count:
        print(f"the store has {len(view.actors)} actors, not {count}", file=sys.stderr)
    return build_graph(opened.actors(), view.actors, view.ties, count)


if __name__ == "__main__":
    main()
