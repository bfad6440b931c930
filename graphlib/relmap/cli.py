"""The commands: relmap build, export, map, serve and evaluate."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relmap import terminal
from relmap.briefing.files import output_stream
from relmap.briefing.tables import COLUMNS, FORMATS, TABLES, Format, Table, rows, write
from relmap.errors import RelmapError
from relmap.models import DEFAULT_MODEL, KINDS, Filters

if TYPE_CHECKING:
    from relmap.store import Store

# What only one command needs is imported inside it: `relmap --help` answers at once, and only
# `relmap build` ever loads spaCy.

app = typer.Typer(
    name="relmap",
    help="Who appears with whom in the news, and the sentences that say so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


#: What a shell expects of a command that Ctrl-C ended.
STOPPED = 130


def _parse_day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day. Write it as 2023-03-01.") from None


class KindName(StrEnum):
    """`models.KINDS` once more, because typer takes no list of literals."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"


class FormatName(StrEnum):
    """`evaluation.FORMATS` once more, which only one command imports."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


#: "all" among numbers of errors.
ALL = -1


def _parse_count(text: str) -> int:
    if text == "all":
        return ALL
    if text.isascii() and text.isdigit():
        return int(text)
    raise typer.BadParameter(f'{text!r} is no count. Write a number or "all".')


StoreOption = Annotated[
    Path | None,
    typer.Option("--store", help="The store; without it, the one in your user data folder."),
]
FirstOption = Annotated[
    date | None,
    typer.Option("--from", parser=_parse_day, metavar="DATE", help="First day, 2023-03-01."),
]
LastOption = Annotated[
    date | None,
    typer.Option("--to", parser=_parse_day, metavar="DATE", help="Last day, inclusive."),
]
OutletOption = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", help="Only this outlet; may be given several times."),
]
UndatedOption = Annotated[
    bool, typer.Option("--undated/--no-undated", help="Keep articles without a date.")
]
UnknownOutletOption = Annotated[
    bool | None,
    typer.Option(
        "--unknown-outlet/--no-unknown-outlet",
        help="Keep articles of unknown outlet. Kept by default unless --outlet is given.",
        show_default=False,
    ),
]
KindOption = Annotated[
    list[KindName] | None,
    typer.Option(
        "--kind",
        metavar="|".join(KINDS),
        help="Only actors of this kind; may be given several times.",
    ),
]
WeightOption = Annotated[
    int, typer.Option("--min-weight", min=1, help="Only ties of at least so many sentences.")
]
ReferencesOption = Annotated[
    bool,
    typer.Option(
        "--references/--no-references",
        help="Count “he”, “she”, “the minister” where exactly one actor fits.",
    ),
]


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a RelmapError becomes one line on stderr and exit code 1."""
    try:
        app(arguments)
    except RelmapError as error:
        terminal.say(f"Error: {error}")
        sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"relmap {version('relmap')}")
        raise typer.Exit


@app.callback()
def relmap(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Who appears with whom in the news, and the sentences that say so."""


@app.command("build")
def build_store(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="Text files, tables (csv, jsonl), folders."),
    ],
    store: StoreOption = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline.")
    ] = None,
) -> None:
    """Read articles into a store; what it knows already is not read again."""
    from relmap.build import build

    place = _place(store)
    try:
        with terminal.progress_bars() as progress:
            report = build(paths, place, model=model or DEFAULT_MODEL, progress=progress)
    except KeyboardInterrupt:
        terminal.say("Stopped. What was extracted so far is kept: the same command goes on.")
        raise typer.Exit(STOPPED) from None
    terminal.say(*terminal.summarize(report, place))


@app.command("export")
def export_table(
    table: Annotated[Table, typer.Argument(metavar=f"{{{'|'.join(TABLES)}}}", show_default=False)],
    store: StoreOption = None,
    form: Annotated[
        Format,
        typer.Option(
            "--format", metavar="|".join(FORMATS), help="For spreadsheets, or for programs."
        ),
    ] = "csv",
    first: FirstOption = None,
    last: LastOption = None,
    outlets: OutletOption = None,
    undated: UndatedOption = True,
    unknown_outlet: UnknownOutletOption = None,
    kinds: KindOption = None,
    min_weight: WeightOption = 1,
    references: ReferencesOption = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="A file; without it, standard output.")
    ] = None,
) -> None:
    """Write a table, its columns as documented in docs/exports.md."""
    filters = _filters(first, last, outlets, undated, unknown_outlet, kinds, min_weight, references)
    found = rows(_open(store), table, filters)
    with output_stream(output) as stream:
        written = write(found, COLUMNS[table], form, stream)
    if output is not None or not written:
        terminal.say(f"{written:,} {'row' if written == 1 else 'rows'} of {table} written.")


@app.command("map")
def draw_map(
    output: Annotated[Path, typer.Option("-o", "--output", help="The page, FILE.html.")],
    store: StoreOption = None,
    title: Annotated[str, typer.Option(help="The headline of the page.")] = "Who appears with whom",
    top: Annotated[int, typer.Option(min=1, help="Draw so many of the strongest actors.")] = 150,
    first: FirstOption = None,
    last: LastOption = None,
    outlets: OutletOption = None,
    undated: UndatedOption = True,
    unknown_outlet: UnknownOutletOption = None,
    kinds: KindOption = None,
    min_weight: WeightOption = 1,
    references: ReferencesOption = False,
) -> None:
    """Write the map as one page that needs no network."""
    from relmap.briefing.page import map_page

    if output.suffix.lower() not in {".html", ".htm"}:
        raise typer.BadParameter(f"{output} must end in .html", param_hint="-o")
    filters = _filters(first, last, outlets, undated, unknown_outlet, kinds, min_weight, references)
    page = map_page(_open(store), filters, title=title, top=top)
    with output_stream(output) as stream:
        stream.write(page)
    terminal.say(f"{output} written: {len(page.encode('utf-8', 'replace')) / 1e6:.1f} MB.")


@app.command("serve")
def serve_dashboard(
    store: StoreOption = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="The port, on this machine only.")
    ] = None,
) -> None:
    """Start the dashboard on a store; without one, on your own articles or the sample ones."""
    from relmap.serving import find_dashboard, serve_command

    environment = dict(os.environ)
    if store is not None:
        # A store that is not one is better said here than on the page.
        environment["RELMAP_STORE"] = str(_open(store).path.resolve())
    command = serve_command(find_dashboard(), port)
    if sys.platform == "win32":
        sys.exit(subprocess.call(command, env=environment))  # noqa: S603 - our own words
    # The dashboard takes the place of this process: what ends `relmap serve` ends it too.
    os.execve(command[0], command, environment)  # noqa: S606 - no shell, our own words


@app.command("evaluate")
def evaluate_gold(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A file as docs/gold.md shows it.")],
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline.")
    ] = None,
    form: Annotated[
        FormatName,
        typer.Option("--format", help="For reading, for programs, or for a document."),
    ] = FormatName.TEXT,
    mistakes: Annotated[
        int | None,
        typer.Option(
            "--errors",
            parser=_parse_count,
            metavar="N|all",
            help="List so many errors of each class, with their sentences.",
        ),
    ] = None,
    ablation: Annotated[
        bool, typer.Option("--ablation", help="Leave out each layer in turn: what it adds.")
    ] = False,
    split: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only the articles of this split.")
    ] = None,
    references: Annotated[
        bool, typer.Option("--references", help='Score "he" and "the minister" as well.')
    ] = False,
) -> None:
    """Count how many names and ties a build gets right, against a file that was read by hand."""
    from relmap.evaluation import evaluate, read_gold, render

    with terminal.progress_bars() as progress:
        report = evaluate(
            read_gold(gold, split),
            model=model or DEFAULT_MODEL,
            references=references,
            ablation=ablation,
            progress=progress,
        )
    text = render(report, form.value, mistakes=None if mistakes == ALL else mistakes or 0)
    with output_stream(None) as stream:
        stream.writelines(f"{terminal.printable(line)}\n" for line in text.split("\n")[:-1])


def _place(store: Path | None) -> Path:
    """The store that is meant: the one named, else the one in the user's data folder."""
    from relmap.store.locations import default_store

    return store or default_store()


def _open(store: Path | None) -> Store:
    from relmap.store import Store

    return Store.open(_place(store))


def _filters(
    first: date | None,
    last: date | None,
    outlets: list[str] | None,
    undated: bool,
    unknown_outlet: bool | None,
    kinds: list[KindName] | None,
    min_weight: int,
    references: bool,
) -> Filters:
    """Turn options into filters; naming an outlet leaves out unknown ones unless asked for."""
    if first and last and first > last:
        raise typer.BadParameter("the first day is after the last", param_hint="--from/--to")
    return Filters(
        first=first,
        last=last,
        outlets=frozenset(outlets) if outlets else None,
        undated=undated,
        unknown_outlet=not outlets if unknown_outlet is None else unknown_outlet,
        kinds=frozenset(kind for kind in KINDS if not kinds or kind in kinds),
        min_weight=min_weight,
        references=references,
    )
