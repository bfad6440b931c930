"""`relmap export`: tables as rows, and what is shown as a graph for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from relmap import terminal
from relmap.briefing.files import output_stream, write_bytes
from relmap.briefing.formats import FORMATS, GRAPH_FORMATS, Format, GraphFormat
from relmap.briefing.tables import COLUMNS, TABLES, Table, rows, write
from relmap.cli.forms import choose_form
from relmap.cli.groups import spread
from relmap.cli.stores import StoreOption, open_store
from relmap.cli.values import parse_word
from relmap.cli.views import ViewOptions, count_shown, settle

What = Literal[Table, "graph"]


@spread
def export(
    what: Annotated[
        What,
        typer.Argument(
            parser=parse_word((*TABLES, "graph")),
            metavar="WHAT",
            help=f"A table ({', '.join(TABLES)}), or graph.",
        ),
    ],
    view: ViewOptions,
    store: StoreOption = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join((*FORMATS, *GRAPH_FORMATS)),
            help="Tables: csv for spreadsheets, jsonl for programs. Graphs: gexf, graphml, json. "
            "Without it, what FILE ends in; csv or gexf if it has no ending.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="A file; without it, standard output."),
    ] = None,
) -> None:
    """Write a table or the graph, as documented in docs/exports.md."""
    if what == "graph":
        _export_graph(view, store, form, output)
    else:
        _export_table(what, view, store, form, output)


def _export_table(
    table: Table, view: ViewOptions, store: Path | None, form: str | None, output: Path | None
) -> None:
    _refuse_other(form, GRAPH_FORMATS, "a table is csv or jsonl; for a graph: relmap export graph")
    lens = [view.FLAGS[name] for name in view.given() if name in view.OF_LENS]
    if lens:
        raise typer.BadParameter(
            f"a table holds all that the filters keep; leave out {', '.join(lens)}",
            param_hint=lens[0],
        )
    chosen = cast(Format, choose_form(output, form, FORMATS, "csv"))
    filters = view.read().filters
    found = rows(open_store(store), table, filters)
    with output_stream(output) as stream:
        written = write(found, COLUMNS[table], chosen, stream)
    if output is not None or not written:
        terminal.say(f"{written:,} {'row' if written == 1 else 'rows'} of {table} written.")


def _export_graph(
    view: ViewOptions, store: Path | None, form: str | None, output: Path | None
) -> None:
    from relmap.briefing.graphs import write_graph
    from relmap.shown import show

    _refuse_other(form, FORMATS, "a graph is gexf, graphml or json; csv: relmap export ties")
    chosen = cast(GraphFormat, choose_form(output, form, GRAPH_FORMATS, "gexf"))
    link = view.read()
    found = open_store(store)
    link = settle(found, link)
    shown = show(found, link.filters, link.lens)
    write_bytes(output, write_graph(found, shown, chosen))
    if output is not None or not shown.actors:
        terminal.say(f"{count_shown(shown)} written.")


def _refuse_other(form: str | None, others: tuple[str, ...], remedy: str) -> None:
    if form in others:
        raise typer.BadParameter(f"{form} does not fit: {remedy}.", param_hint="--format")
