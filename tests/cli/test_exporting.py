"""`relmap export`: tables and graphs, their columns, their filters, and where they go."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from relmap.briefing.formats import GRAPH_FORMATS

Relmap = Callable[..., Any]

#: What others rely on, written out once more: a renamed or moved column must fail here.
HEADERS = {
    "ties": "source,target,source_kind,target_kind,sentences,articles,outlets,first_date,last_date,"
    "source_unresolved,target_unresolved",
    "evidence": "source,target,article_id,title,outlet,date,start,end,sentence,by,"
    "source_unresolved,target_unresolved",
    "mentions": "article_id,title,start,end,surface,actor,actor_id,kind,by,unresolved",
    "actors": "actor,actor_id,kind,country_code,aliases,mentions,articles,unresolved",
    "articles": "article_id,title,outlet,outlet_source,date,date_source,words,sentences,language",
    "unread": "path,row,reason",
}
every_table = pytest.mark.parametrize("table", HEADERS)


@every_table
def test_a_table_has_the_promised_columns_and_leaves_stderr_alone(
    relmap: Relmap, seeds_store: Path, table: str
) -> None:
    done = relmap("export", table, "--store", seeds_store)
    assert done.code == 0
    assert done.out.split("\n")[0] == HEADERS[table]
    assert "\r" not in done.out
    if table != "unread":
        assert done.err == ""
        assert len(done.rows()) >= 5


@every_table
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_holds_the_same_bytes_as_standard_output(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, table: str, form: str
) -> None:
    ask = ("export", table, "--store", seeds_store, "--format", form)
    printed = relmap(*ask).out
    done = relmap(*ask, "-o", tmp_path / "table")
    assert done.out == ""
    assert "written" in done.err
    assert (tmp_path / "table").read_bytes() == printed.encode()


def test_json_lines_have_the_same_rows(relmap: Relmap, seeds_store: Path) -> None:
    lines = relmap("export", "ties", "--store", seeds_store, "--format", "jsonl").out.splitlines()
    rows = relmap("export", "ties", "--store", seeds_store).rows()
    as_text = [
        {key: "" if value is None else str(value) for key, value in json.loads(line).items()}
        for line in lines
    ]
    assert as_text == rows
    assert isinstance(json.loads(lines[0])["sentences"], int)


def articles(relmap: Relmap, store: Path, *filters: str) -> list[dict[str, str]]:
    return relmap("export", "articles", "--store", store, *filters).rows()


def test_filters_by_date(relmap: Relmap, seeds_store: Path) -> None:
    july = articles(relmap, seeds_store, "--from", "2023-07-01", "--to", "2023-07-05")
    assert {row["date"] for row in july} == {"2023-07-05", ""}
    dated = articles(relmap, seeds_store, "--to", "2023-07-05", "--no-undated")
    assert {row["date"] for row in dated} == {"2023-07-05", "2023-03-30"}


def test_naming_an_outlet_leaves_out_unknown_ones_unless_asked(
    relmap: Relmap, seeds_store: Path
) -> None:
    outlet = next(row["outlet"] for row in articles(relmap, seeds_store) if row["outlet"])
    named = articles(relmap, seeds_store, "--outlet", outlet)
    assert {row["outlet"] for row in named} == {outlet}
    both = articles(relmap, seeds_store, "--outlet", outlet, "--unknown-outlet")
    assert {row["outlet"] for row in both} == {outlet, ""}
    known = articles(relmap, seeds_store, "--no-unknown-outlet")
    assert "" not in {row["outlet"] for row in known}


def test_an_outlet_that_is_not_there_is_an_error_with_those_that_are(
    relmap: Relmap, seeds_store: Path
) -> None:
    done = relmap("export", "ties", "--store", seeds_store, "--outlet", "The Dilpomatic Insight")
    assert done.code == 1
    assert "The Diplomatic Insight" in done.err


def test_kinds_and_weights_filter_ties(relmap: Relmap, seeds_store: Path) -> None:
    ask = ("export", "ties", "--store", seeds_store)
    pairs = relmap(*ask, "--kind", "country", "--kind", "person").rows()
    assert {row["source_kind"] for row in pairs} <= {"country", "person"}
    heavy = relmap(*ask, "--min-weight", "3").rows()
    assert heavy
    assert min(int(row["sentences"]) for row in heavy) >= 3
    assert 0 < len(heavy) < len(relmap(*ask).rows())


def test_references_count_where_they_are_asked_for(relmap: Relmap, seeds_store: Path) -> None:
    asked = ("export", "mentions", "--store", seeds_store)
    by_name, both = relmap(*asked).rows(), relmap(*asked, "--references").rows()
    assert {row["by"] for row in by_name} == {"name"}
    assert [row for row in both if row["by"] == "name"] == by_name
    assert "he" in {row["surface"] for row in both if row["by"] == "reference"}


def test_nothing_in_view_is_said(relmap: Relmap, seeds_store: Path) -> None:
    done = relmap("export", "ties", "--store", seeds_store, "--to", "1900-01-01", "--no-undated")
    assert done.code == 0
    assert done.out == HEADERS["ties"] + "\n"
    assert "0 rows of ties written." in done.err


@pytest.mark.parametrize(
    "command",
    [
        ["export", "ties"],
        ["export", "graph"],
        ["map", "-o", "map.png"],
        ["brief", "-o", "pack.html"],
        ["serve"],
    ],
)
def test_what_is_not_a_store_is_an_error_in_one_line(
    relmap: Relmap, seeds: Path, tmp_path: Path, command: list[str]
) -> None:
    for place in (tmp_path / "missing", seeds, seeds / "articles.csv"):
        done = relmap(*command, "--store", place)
        assert done.code == 1
        assert done.err.startswith("Error: ")
        assert done.err.count("\n") == 1
        assert str(place) in done.err


def test_a_place_that_cannot_be_written_keeps_the_old_file(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    done = relmap("export", "ties", "--store", seeds_store, "-o", tmp_path / "no" / "ties.csv")
    assert done.code == 1
    assert "-o" in done.err


def test_a_reader_that_has_seen_enough_is_no_error(seeds_store: Path) -> None:
    command = [sys.executable, "-m", "relmap", "export", "evidence", "--store", str(seeds_store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("output", [[], ["-o", "/dev/full"]], ids=["stdout", "-o"])
def test_a_full_disk_is_an_error_in_one_line(seeds_store: Path, output: list[str]) -> None:
    command = [sys.executable, "-m", "relmap", "export", "ties", "--store", str(seeds_store)]
    if not Path("/dev/full").exists():
        return
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, *output], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


# graphs


def read(form: str, content: bytes) -> nx.Graph[str]:
    """A graph as the library that others use reads it."""
    if form == "json":
        return nx.node_link_graph(json.loads(content), edges="links")
    return {"gexf": nx.read_gexf, "graphml": nx.read_graphml}[form](io.BytesIO(content))


every_form = pytest.mark.parametrize("form", GRAPH_FORMATS)


@every_form
def test_a_graph_holds_what_the_tables_hold(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"graph.{form}"
    done = relmap("export", "graph", "--store", seeds_store, "-o", file, "--top", "all")
    assert (done.code, done.out) == (0, "")
    actors = relmap("export", "actors", "--store", seeds_store).rows()
    ties = relmap("export", "ties", "--store", seeds_store).rows()
    assert f"{len(actors)} of {len(actors)} actors, {len(ties)} ties written." in done.err
    graph = read(form, file.read_bytes())
    assert not graph.is_directed()
    assert set(graph) == {row["actor_id"] for row in actors}
    assert sorted(int(weight) for _, _, weight in graph.edges(data="weight")) == sorted(
        int(row["sentences"]) for row in ties
    )
    marked = {node for node, unresolved in graph.nodes(data="unresolved") if unresolved}
    assert marked == {row["actor_id"] for row in actors if row["unresolved"] == "yes"}


@every_form
def test_a_graph_goes_to_standard_output_as_into_a_file(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, form: str
) -> None:
    ask = ("export", "graph", "--store", seeds_store, "--format", form)
    printed = relmap(*ask)
    assert (printed.code, printed.err) == (0, "")
    assert relmap(*ask, "-o", "-").content == printed.content
    relmap(*ask, "-o", tmp_path / "graph")
    assert (tmp_path / "graph").read_bytes() == printed.content


def test_a_graph_is_what_the_lens_shows(relmap: Relmap, seeds_store: Path) -> None:
    ask = ("export", "graph", "--store", seeds_store, "--format", "json")
    around = read("json", relmap(*ask, "--around", "Pakistan", "--top", "5").content)
    assert len(around) == 5
    assert all(node in around["country:PK"] for node in around if node != "country:PK")
    assert around.graph["link"] == "top=5&around=country:PK"
    again = read("json", relmap(*ask, "--view", around.graph["link"]).content)
    assert nx.utils.graphs_equal(around, again)
    coloured = read("json", relmap(*ask, "--colour", "community").content)
    assert {data["community"] for _, data in coloured.nodes(data=True)} >= {0, 1}
    anew = read("json", relmap(*ask, "--layout", "shown", "--top", "5").content)
    stays = read("json", relmap(*ask, "--top", "5").content)
    assert dict(anew.nodes(data="x")) != dict(stays.nodes(data="x"))


def test_a_table_obeys_the_filters_of_a_link(relmap: Relmap, seeds_store: Path) -> None:
    ask = ("export", "ties", "--store", seeds_store)
    link = "http://localhost:8501/?kind=country&min=2&top=5"
    assert relmap(*ask, "--view", link).out == (
        relmap(*ask, "--kind", "country", "--min-weight", "2").out
    )


def test_a_graph_of_nothing_is_a_graph(relmap: Relmap, seeds_store: Path) -> None:
    nothing = ("--to", "1900-01-01", "--no-undated")
    for form in GRAPH_FORMATS:
        done = relmap("export", "graph", "--store", seeds_store, "--format", form, *nothing)
        assert done.code == 0
        assert len(read(form, done.content)) == 0
        assert "0 of 0 actors, 0 ties written." in done.err
