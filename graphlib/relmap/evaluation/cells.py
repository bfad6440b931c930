"""The values of a gold file's JSON, each checked, with an error that says where and what to do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from relmap.errors import InputError


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of the file and where it stands: "gold.json, article \\"Talks\\", sentence 3"."""

    value: Any
    where: str

    def fail(self, problem: str) -> NoReturn:
        """Raise an InputError that says where it is; `problem` says what, and what to do."""
        raise InputError(f"{self.where}: {problem}")

    def keys(self, known: Collection[str]) -> None:
        """Check that this is an object with known keys only; "note" may stand everywhere."""
        if not isinstance(self.value, dict):
            self.fail(f"this must be an object with the keys {_listed(known)}.")
        unknown = sorted(set(self.value) - {*known, "note"})
        if unknown:
            self.fail(f'there is no key "{unknown[0]}"; known are {_listed([*known, "note"])}.')

    def has(self, key: str) -> bool:
        """Whether an object has a key at all."""
        return key in self.value

    def text(self, key: str, *, needed: bool = False) -> str:
        """The text under a key; "" where it is missing and not needed."""
        value = self.value.get(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            self.fail(f'"{key}" must be a text{" that is not empty" if needed else ""}.')
        return value

    def flag(self, key: str, default: bool) -> bool:
        """The true or false under a key."""
        value = self.value.get(key, default)
        if not isinstance(value, bool):
            self.fail(f'"{key}" must be true or false.')
        return value

    def offset(self, key: str) -> int:
        """The number of a character under a key."""
        value = self.value.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.fail(f'"{key}" must be the number of a character, counted from 0.')
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under a key; empty where it is missing."""
        values = self.value.get(key, [])
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            self.fail(f'"{key}" must be a list of texts, ["…", "…"].')
        return tuple(values)

    def items(self, key: str, name: str) -> Sequence[Cell]:
        """The list under a key, each item with its place: "… , name 3"."""
        values = self.value.get(key, [])
        if not isinstance(values, list):
            self.fail(f'"{key}" must be a list.')
        return [
            Cell(value, f"{self.where}, {name} {number}")
            for number, value in enumerate(values, start=1)
        ]


def _listed(keys: Collection[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys)
