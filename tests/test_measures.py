"""Communities: what is densely tied belongs together, and comes out the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations

import networkx as nx
import pytest
from graph_scenes import turned
from hypothesis import given
from hypothesis import strategies as st

from relmap.measures import communities

NAMES = [f"person:{letter}" for letter in "abcdefghijkl"]


def make_graph(*circles: list[str], weight: int = 5) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for circle in circles:
        graph.add_edges_from(combinations(circle, 2), weight=weight)
    return graph


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(draw(st.lists(st.sampled_from(NAMES), unique=True)))
    pairs = draw(st.lists(st.sampled_from(list(combinations(NAMES, 2))), unique=True))
    for one, other in pairs:
        graph.add_edge(one, other, weight=draw(st.integers(1, 1000)))
    return graph


@given(graphs())
def test_every_node_is_in_one_community_and_they_are_numbered_by_size(graph: nx.Graph[str]) -> None:
    found = communities(graph)
    assert list(found) == sorted(graph)
    numbers = sorted(set(found.values()))
    assert numbers == list(range(len(numbers)))
    members = [sorted(node for node in graph if found[node] == number) for number in numbers]
    alone = [[node] for node in sorted(nx.isolates(graph))]
    assert members[len(members) - len(alone) :] == alone
    tied = members[: len(members) - len(alone)]
    assert tied == sorted(tied, key=lambda nodes: (-len(nodes), nodes[0]))
    for nodes in members:
        assert nx.is_connected(graph.subgraph(nodes))


def make_undecided(ring: list[int]) -> nx.Graph[str]:
    """A ring of equals: wherever it is cut into communities, elsewhere is as good."""
    graph = nx.circulant_graph(24, ring)
    nx.set_edge_attributes(graph, 2, "weight")
    return nx.relabel_nodes(graph, "person:{}".format)


undecided = st.sampled_from([[1], [1, 2]]).map(make_undecided)


@given(graphs() | undecided, st.randoms(use_true_random=False))
def test_the_order_of_nodes_and_edges_does_not_matter(graph: nx.Graph[str], chance) -> None:
    assert communities(turned(graph, chance)) == communities(graph)


def test_circles_that_share_one_weak_tie_are_communities() -> None:
    large, small, pair = NAMES[5:10], NAMES[:4], NAMES[10:]
    graph = make_graph(small, large, pair)
    graph.add_edge(small[0], large[0], weight=1)
    graph.add_node("country:ZZ")
    assert communities(graph) == (
        dict.fromkeys(large, 0)
        | dict.fromkeys(small, 1)
        | dict.fromkeys(pair, 2)
        | {"country:ZZ": 3}
    )


def test_somebody_whom_all_talk_to_does_not_draw_two_circles_into_one() -> None:
    # With bare weights all seven are one community.
    left, right = NAMES[:3], NAMES[3:6]
    graph = make_graph(left, right, weight=4)
    for node in (*left, *right):
        graph.add_edge("country:US", node, weight=20)
    found = communities(graph)
    assert len({found[node] for node in left}) == len({found[node] for node in right}) == 1
    assert found[left[0]] != found[right[0]]


def test_equally_large_communities_are_numbered_by_their_first_name() -> None:
    found = communities(make_graph(NAMES[6:9], NAMES[3:6], NAMES[:3]))
    assert [found[NAMES[place]] for place in (0, 3, 6)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("graph", "found"), [(nx.Graph(), {}), (nx.empty_graph(["b", "a"]), {"a": 0, "b": 1})]
)
def test_in_a_graph_without_ties_everybody_is_alone(graph: nx.Graph[str], found) -> None:
    assert communities(graph) == found


#: A ring of equals, as above: any order of a set would be seen.
SCRIPT = """
import networkx as nx
from relmap.measures import communities
graph = nx.relabel_nodes(nx.circulant_graph(24, [1, 2]), "person:{}".format)
nx.set_edge_attributes(graph, 2, "weight")
print(communities(graph))
"""


def test_the_salt_of_a_process_changes_nothing() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": salt},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for salt in ("1", "2", "3")
    }
    assert len(said) == 1
    assert len(said.pop()) > 300
