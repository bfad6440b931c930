"""The errors a user can meet; each message says what is wrong, where, and what to do next.

RelmapError
├── InputError      nothing of what was given could be read
│   └── EmptyError  it was read to its end and holds nothing
├── ModelError      the language model is missing or unusable
├── StoreError      the store is missing, is not one, or was made by another version
├── FilterError     a filter that makes no sense (the first day after the last)
├── LinkError       a link that says what no link of relmap's can say
└── WorkerError     an article that no worker can read; workers that die, cannot be reached, or are others

They are raised anywhere and caught at two places only: the command line and the dashboard.
"""

from __future__ import annotations


class RelmapError(Exception):
    """The root of every error that is shown to a user as one plain sentence."""


class InputError(RelmapError):
    """Nothing of what was given could be read."""


class EmptyError(InputError):
    """An input that was read to its end, and there is nothing in it."""


class ModelError(RelmapError):
    """The language model is missing or cannot be used."""


class StoreError(RelmapError):
    """The store is missing, is not a store, or was made by another version."""


class FilterError(RelmapError):
    """A filter that cannot be meant."""


class LinkError(RelmapError):
    """A link that cannot be read, or a view that no link can hold."""


class WorkerError(RelmapError):
    """An article that stops whoever reads it, or workers that die, cannot be reached, or are others."""
