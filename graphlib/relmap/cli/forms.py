"""In which form an output is written: what --format says, else what the file's name ends in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from relmap.briefing.files import is_standard_output

#: Endings that are another name of a form.
_ENDINGS = {"htm": "html"}

#: Endings of what other commands write, and which.
_WRITTEN_BY = {
    "png": "relmap map",
    "svg": "relmap map",
    "pdf": "relmap map",
    "html": "relmap map or relmap brief",
    "docx": "relmap brief",
    "gexf": "relmap export graph",
    "graphml": "relmap export graph",
    "json": "relmap export graph",
    "csv": "relmap export ties",
    "jsonl": "relmap export ties",
}

#: Endings of what no command writes; a file that is called so and is not would open nowhere.
_OF_OTHERS = frozenset(
    {"bmp", "doc", "eps", "feather", "gif", "gz", "jpeg", "jpg", "md", "odp", "ods", "odt"}
    | {"parquet", "ppt", "pptx", "rtf", "tif", "tiff", "tsv", "webp", "xls", "xlsx", "zip"}
)

#: Endings that say no more than that it is text, or nothing.
_SILENT = frozenset({"", "txt"})


def choose_form(
    output: Path | None, wanted: str | None, forms: Sequence[str], default: str | None = None
) -> str:
    """Return one of `forms`, the first thing that says one: --format, the file, `default`.

    The default is for standard output, a file without an ending, and "ties.txt". A file that is
    called as something else ("ties.xlsx") would be opened as that, so no form is written into it.

    Raises
    ------
    BadParameter
        when nothing says one, when it is none of `forms`, when --format and the name of the file
        say different ones, or when the file ends in another form than these.
    """
    if wanted is not None and wanted not in forms:
        raise typer.BadParameter(
            f"{wanted!r} is not one of {join_words(forms)}.", param_hint="--format"
        )
    ending = _ending(output)
    if ending in forms:
        return _agree(output, ending, wanted)
    if ending in _WRITTEN_BY or ending in _OF_OTHERS:
        raise _refuse_ending(output, ending, forms)
    form = wanted or (default if ending in _SILENT else None)
    if form is None:
        what = "standard output" if is_standard_output(output) else str(output)
        raise typer.BadParameter(
            f"{what} does not say in which form. {_name_file(forms)}, or use --format.",
            param_hint="-o",
        )
    return form


def join_words(words: Sequence[str]) -> str:
    """Return the words as one reads them: "csv or jsonl", "png, svg or pdf"."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _agree(output: Path | None, ending: str, wanted: str | None) -> str:
    if wanted is not None and wanted != ending:
        raise typer.BadParameter(
            f"{output} ends in .{ending}, but --format says {wanted}. Change one of them.",
            param_hint="--format",
        )
    return ending


def _refuse_ending(output: Path | None, ending: str, forms: Sequence[str]) -> typer.BadParameter:
    command = _WRITTEN_BY.get(ending)
    writer = f"{command} writes that" if command else "relmap writes no such file"
    return typer.BadParameter(
        f"{output} ends in .{ending}: {writer}. {_name_file(forms)}.", param_hint="-o"
    )


def _name_file(forms: Sequence[str]) -> str:
    return f"Name a file that ends in {join_words([f'.{form}' for form in forms])}"


def _ending(output: Path | None) -> str:
    if output is None or is_standard_output(output):
        return ""
    ending = output.suffix.lower().removeprefix(".")
    return _ENDINGS.get(ending, ending)
