"""One value of an option: a word of a few, or a whole number; or, in our own words, why it is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import typer

from relmap.cli.forms import join_words


def parse_word(words: Sequence[str]) -> Callable[[str], str]:
    """Return what reads one of the words and refuses all others by naming them."""

    def parse(text: str) -> str:
        if text not in words:
            raise typer.BadParameter(f"{text!r} is not one of {join_words(words)}.")
        return text

    return parse


def parse_count(least: int, most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number from `least` to `most`."""
    allowed = f"{least} or more" if most is None else f"a whole number from {least} to {most}"

    def parse(text: str) -> int:
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
            raise typer.BadParameter(f"{text!r} is no whole number. Write {allowed}.")
        if int(text) < least or (most is not None and int(text) > most):
            raise typer.BadParameter(f"{text} is not allowed. Write {allowed}.")
        return int(text)

    return parse
