"""In which form an output is written: what --format says, else what the file's name ends in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from relmap.briefing.files import is_standard_output

#: Endings that are another name of a form.
_ENDINGS = {"htm": "html"}


def choose_form(
    output: Path | None, wanted: str | None, forms: Sequence[str], default: str | None = None
) -> str:
    """Return one of `forms`, the first thing that says one: --format, the file, `default`.

    Raises
    ------
    BadParameter
        when nothing says one, when it is none of `forms`, or when --format and the name of the
        file say different ones.
    """
    ending = _ending(output)
    named = ending if ending in forms else None
    if wanted is not None and wanted not in forms:
        raise typer.BadParameter(f"{wanted!r} is not one of {_or(forms)}.", param_hint="--format")
    if wanted and named and wanted != named:
        raise typer.BadParameter(
            f"{output} ends in .{ending}, but --format says {wanted}. Change one of them.",
            param_hint="--format",
        )
    form = wanted or named or default
    if form is None:
        endings = _or([f".{form}" for form in forms])
        what = "standard output" if is_standard_output(output) else str(output)
        raise typer.BadParameter(
            f"{what} does not say in which form. Name a file that ends in {endings}, or use --format.",
            param_hint="-o",
        )
    return form


def _ending(output: Path | None) -> str:
    if output is None or is_standard_output(output):
        return ""
    ending = output.suffix.lower().removeprefix(".")
    return _ENDINGS.get(ending, ending)


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
