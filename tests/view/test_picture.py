"""A composed picture: all there, nothing on anything else, measured in boxes."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import picture_scenes as boxes
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.view.caption import Caption
from relmap.view.lettering import LINK
from relmap.view.network import MapData, draw
from relmap.view.picture import Picture, compose
from relmap.view.shapes import Block, Line, Mark, Text
from relmap.view.theme import DARK, LIGHT

CAPTION = Caption(
    "Who appears with whom",
    ("Articles from 4 July to 9 August 2023", "5 articles", "Outlets: Dawn (3)"),
    "relmap · articles last built 22 November 2026",
    "from=2023-03-01&to=2023-07-05",
)
NAMES = (
    "Chad",
    "Federated States of Elsewhere",
    "الجزيرة",
    "北京",
    "W. W. Winterbottom-Ashgrove",
    "",
)
KINDS = ("country", "person", "organization")
places = st.tuples(st.integers(-375, 375), st.integers(-250, 250))


def made_map(spots: list[tuple[int, int]], pairs: list[tuple[int, int, int]]) -> MapData:
    graph: nx.Graph[str] = nx.Graph()
    for number in range(len(spots)):
        kind = KINDS[number % 3]
        graph.add_node(
            f"{kind}:{number:03d}",
            name=f"{NAMES[number % len(NAMES)]} {number}".strip(),
            kind=kind,
            mentions=number + 1,
            articles=60 // (number + 1) + 1,
            strength=1000 - number,
            ambiguous=number % 7 == 5,
        )
    nodes = list(graph)
    for one, other, weight in pairs:
        if one % len(nodes) != other % len(nodes):
            ends = nodes[one % len(nodes)], nodes[other % len(nodes)]
            graph.add_edge(*ends, weight=weight, articles=1)
    spots_of = {node: (float(x), float(y)) for node, (x, y) in zip(nodes, spots, strict=True)}
    return draw(graph, spots_of)


def grid_map(count: int) -> MapData:
    spots = [(60 * (number % 12) - 330, 50 * (number // 12) - 200) for number in range(count)]
    pairs = [(number, (5 * number + 3) % count, number % 9 + 1) for number in range(2 * count)]
    return made_map(spots, pairs)


@settings(max_examples=40)
@given(
    st.lists(places, min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59), st.integers(1, 40)), max_size=90),
    st.booleans(),
)
def test_nothing_lies_on_anything_else(
    spots: list[tuple[int, int]], pairs: list[tuple[int, int, int]], chosen: bool
) -> None:
    data = made_map(spots, pairs)
    numbers = {row["id"]: place for place, row in enumerate(reversed(data.edges), start=1)}
    selection = (data.nodes[0]["id"],) if chosen else ()
    picture = compose(data, CAPTION, numbers=numbers, selection=selection)
    assert boxes.faults(picture) == []
    check_all_there(picture, data, numbers)


def check_all_there(picture: Picture, data: MapData, numbers: dict[str, int]) -> None:
    assert {owner for owner, _ in boxes.node_boxes(picture)} == {row["id"] for row in data.nodes}
    assert set(boxes.tie_lines(picture)) == {row["id"] for row in data.edges}
    named = [owner for owner, _ in boxes.name_boxes(picture)]
    assert sorted([*named, *picture.left_out.labels]) == sorted(row["id"] for row in data.nodes)
    numbered = [owner for owner, _ in boxes.number_boxes(picture)]
    assert sorted([*numbered, *picture.left_out.numbers]) == sorted(numbers)


def test_a_check_of_boxes_finds_faults() -> None:
    picture = compose(grid_map(4), CAPTION)
    label = next(shape for shape in picture.shapes if isinstance(shape, Text) and shape.owner)
    moved = Text(5, 5, "Elsewhere", 13, "#000000", "label", owner="someone")
    on_top = Text(label.x, label.y, "X", 13, "#000000", "label", anchor="middle", owner="other")
    broken = Picture(
        picture.width, picture.height, (*picture.shapes, moved, on_top), "", "", picture.area
    )
    assert len(boxes.faults(broken)) >= 2


def test_a_large_map_names_the_strongest_and_counts_the_others() -> None:
    data = grid_map(240)
    alike = tuple(row | {"label": "Winterbottom"} for row in data.nodes)
    picture = compose(MapData(alike, data.edges, data.options, data.legend), CAPTION)
    assert boxes.faults(picture) == []
    rank_of = {row["id"]: row["rank"] for row in data.nodes}
    left_out = [rank_of[owner] for owner in picture.left_out.labels]
    named = [rank_of[owner] for owner, _ in boxes.name_boxes(picture)]
    assert 0 in named
    assert 0 < len(left_out) < len(data.nodes)
    assert sum(left_out) / len(left_out) > sum(named) / len(named)
    assert f"Names of {len(left_out)} actors left out for want of room" in texts(picture)


def texts(picture: Picture, *roles: str) -> list[str]:
    return [
        shape.text
        for shape in picture.shapes
        if isinstance(shape, Text) and (not roles or shape.role in roles)
    ]


def test_all_words_of_the_caption_stand_there() -> None:
    picture = compose(grid_map(9), CAPTION)
    said = " ".join(texts(picture))
    for words in (CAPTION.title, *CAPTION.statements, CAPTION.meaning, CAPTION.made):
        assert words in said
        assert words in f"{picture.title} {picture.description}"
    assert f"View: ?{CAPTION.link}" in said
    unfiltered = Caption(CAPTION.title, CAPTION.statements, CAPTION.made)
    assert "View: no filter" in texts(compose(grid_map(9), unfiltered))
    unlinked = replace(unfiltered, link=None)
    assert "View: no link can hold its choices" in texts(compose(grid_map(9), unlinked))


def test_a_link_is_printed_whole_or_not_at_all() -> None:
    lines = []
    for outlets in (1, 20, 30, 264):
        link = "&".join(f"outlet=The+Daily+Paper+{number:03}" for number in range(outlets))
        said = view_lines(compose(grid_map(9), replace(CAPTION, link=link)))
        lines.append(len(said))
        if outlets <= 20:
            assert "".join(said) == f"View: ?{link}"
        else:
            assert " ".join(said).startswith(f"View: the link of this view has {len(link):,} char")
            assert "save the page's address" in " ".join(said)
            assert "The+Daily" not in " ".join(said)
    assert lines == [1, 4, 1, 1]


def view_lines(picture: Picture) -> list[str]:
    """The lines of the link, which nothing else of a caption is as small as."""
    captions = [
        shape for shape in picture.shapes if isinstance(shape, Text) and shape.role == "caption"
    ]
    return [shape.text for shape in captions if shape.size == LINK.size]


@pytest.mark.parametrize(
    "caption",
    [
        Caption("A very long title " * 20, ("Articles",), "made"),
        Caption("x" * 400, (), "y" * 300, "outlet=" + "z" * 900),
        Caption("Many", tuple(f"Statement {number} " * 9 for number in range(30)), "made"),
    ],
)
def test_long_words_make_the_picture_longer(caption: Caption) -> None:
    picture = compose(grid_map(9), caption)
    assert boxes.faults(picture) == []
    assert picture.height > compose(grid_map(9), CAPTION).height
    assert "".join(texts(picture, "title")).replace(" ", "") == caption.title.replace(" ", "")


def test_the_legend_shows_what_the_map_shows_and_no_more() -> None:
    pair = made_map([(0, 0), (50, 80)], [(0, 1, 3)])
    assert texts(compose(pair, CAPTION), "legend") == ["Person", "Country", "3 shared sentences"]
    many = texts(compose(grid_map(30), CAPTION), "legend")
    assert many[:4] == ["Person", "Organization", "Country", "Unresolved name, could be several"]
    assert many[4:] == ["1", "3", "9 shared sentences"]


def test_a_sample_of_the_legend_is_as_wide_and_strong_as_its_ties() -> None:
    data = made_map([(0, 0), (80, 80), (160, 0)], [(0, 1, 3), (1, 2, 1)])
    picture = compose(data, CAPTION)
    samples = [
        (shape.width, shape.opacity, shape.colour)
        for shape in picture.shapes
        if isinstance(shape, Line) and shape.role == "legend"
    ]
    drawn = {(tie.width, tie.opacity, tie.colour) for tie in boxes.tie_lines(picture).values()}
    assert drawn <= set(samples)


def test_heavy_ties_lie_above_light_ones_and_below_all_nodes() -> None:
    picture = compose(grid_map(30), CAPTION)
    drawn = [shape for shape in picture.shapes if not isinstance(shape, Block)]
    ties = [shape for shape in drawn if isinstance(shape, Line) and shape.role == "tie"]
    assert [tie.width for tie in ties] == sorted(tie.width for tie in ties)
    roles = [shape.role for shape in drawn if shape.role in {"tie", "node", "label"}]
    assert roles == sorted(roles, key=["tie", "node", "label"].index)


def test_it_stands_on_white_whatever_the_theme_was() -> None:
    data = grid_map(9)
    dark = MapData(
        tuple(row | {"color": {"background": DARK.country.fill}} for row in data.nodes),
        tuple(row | {"color": DARK.edge} for row in data.edges),
        data.options,
        data.legend,
    )
    assert compose(dark, CAPTION) == compose(data, CAPTION)
    assert boxes.is_white(compose(data, CAPTION))


def test_a_selected_tie_and_its_ends_stand_out() -> None:
    data = grid_map(12)
    chosen = data.edges[3]
    picture = compose(data, CAPTION, selection=(chosen["to"], chosen["from"]))
    ties = boxes.tie_lines(picture)
    assert [tie for tie, line in ties.items() if line.colour == LIGHT.accent] == [chosen["id"]]
    assert all(
        line.opacity < ties[chosen["id"]].opacity
        for tie, line in ties.items()
        if tie != chosen["id"]
    )
    bold = {shape.owner for shape in picture.shapes if isinstance(shape, Text) and shape.bold}
    assert bold - {""} == {chosen["from"], chosen["to"]}
    rings = [
        shape for shape in picture.shapes if isinstance(shape, Mark) and shape.fill == LIGHT.accent
    ]
    assert len(rings) == 2


def test_all_ties_of_a_selected_actor_stand_out() -> None:
    data = grid_map(12)
    actor = data.nodes[0]["id"]
    ties = boxes.tie_lines(compose(data, CAPTION, selection=(actor,)))
    assert {tie for tie, line in ties.items() if line.colour == LIGHT.accent} == {
        row["id"] for row in data.edges if actor in (row["from"], row["to"])
    }


def test_an_unresolved_name_is_hollow_and_dashed_where_it_is_large() -> None:
    dashed = set()
    for data in (grid_map(9), grid_map(240)):
        picture = compose(data, CAPTION)
        unresolved = {row["id"] for row in data.nodes if row["unresolved"]}
        marks = [shape for shape in picture.shapes if isinstance(shape, Mark)]
        hollow = [mark for mark in marks if mark.role == "node" and mark.fill == "#ffffff"]
        assert {mark.owner for mark in hollow} == unresolved
        assert all(mark.rim_width < mark.radius for mark in hollow), "what is hollow has a middle"
        found = {mark.dashed for mark in hollow}
        assert found == {mark.dashed for mark in marks if mark.role == "legend" and mark.rim}
        dashed |= found
    assert dashed == {True, False}


def test_every_mark_can_be_seen_however_close_two_are() -> None:
    spots = [(30 * (number % 25) - 370, 30 * (number // 25) - 240) for number in range(400)]
    spots[7] = spots[8]
    picture = compose(made_map(spots, []), CAPTION)
    radii = [mark.radius for mark in picture.shapes if isinstance(mark, Mark)]
    assert min(radii) >= 1.9
    assert sorted(radii)[len(radii) // 10] > 3


def test_nobody_in_view_is_said() -> None:
    picture = compose(MapData((), (), {}, {"kinds": [], "widths": [], "unresolved": ""}), CAPTION)
    assert "No actor is in view." in texts(picture)
    assert boxes.faults(picture) == []


def test_communities_have_colours_and_are_named() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for number, name in enumerate(("Chad", "الجزيرة", "Mali", "Niger")):
        facts = {"mentions": 1, "articles": 1, "strength": 9 - number, "ambiguous": False}
        graph.add_node(f"country:{number}", name=name, kind="country", **facts)
    graph.add_edges_from(
        [("country:0", "country:2"), ("country:1", "country:3")], weight=2, articles=1
    )
    spots = {node: (50.0 * place, 30.0 * place) for place, node in enumerate(graph)}
    groups = {"country:0": 0, "country:2": 0, "country:1": 1, "country:3": 1}
    picture = compose(draw(graph, spots, communities=groups), CAPTION)
    said = texts(picture, "legend")
    assert "around Chad (2)" in said
    assert "\u2068around الجزيرة\u2069 (2)" in said
    fills = {
        shape.owner: shape.fill
        for shape in picture.shapes
        if isinstance(shape, Mark) and shape.role == "node"
    }
    assert fills["country:0"] == fills["country:2"] == LIGHT.of_community(0)
    assert fills["country:1"] == fills["country:3"] == LIGHT.of_community(1)
