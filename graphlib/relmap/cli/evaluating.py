"""`relmap evaluate`: a build counted against a file that was read by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from relmap import terminal
from relmap.briefing.files import output_stream
from relmap.cli.values import parse_word
from relmap.models import DEFAULT_MODEL

#: "all" among numbers of errors.
ALL = -1


#: `evaluation.FORMATS` once more, which only this command imports.
Format = Literal["text", "json", "markdown"]


def _parse_count(text: str) -> int:
    if text == "all":
        return ALL
    if text.isascii() and text.isdigit():
        return int(text)
    raise typer.BadParameter(f'{text!r} is no count. Write a number or "all".')


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        parser=parse_word(get_args(Format)),
        metavar="|".join(get_args(Format)),
        help="For reading, for programs, or for a document.",
    ),
]
MistakesOption = Annotated[
    int | None,
    typer.Option(
        "--errors",
        parser=_parse_count,
        metavar="N|all",
        help="List so many errors of each class, with their sentences.",
    ),
]


def evaluate_gold(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A file as docs/gold.md shows it.")],
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline.")
    ] = None,
    form: FormatOption = "text",
    mistakes: MistakesOption = None,
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
    _print(render(report, form, mistakes=None if mistakes == ALL else mistakes or 0))


def _print(text: str) -> None:
    with output_stream(None) as stream:
        stream.writelines(f"{terminal.printable(line)}\n" for line in text.split("\n")[:-1])
