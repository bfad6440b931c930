"""What nobody foresaw, as one of our errors: the one place that catches every exception."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from relmap.errors import ModelError, RelmapError
from relmap.steps import Reader
from relmap.workers.naming import describe
from relmap.workers.order import Load


@contextmanager
def told(say: Callable[[str], RelmapError]) -> Iterator[None]:
    """Raise what `say` makes of the kind and text of an exception, where it is none of ours.

    MemoryError stays what it is: a process that ran out of memory may do the same work better
    when it begins anew.
    """
    try:
        yield
    except (RelmapError, MemoryError):
        raise
    # A model, or a rule over a text of a kind not seen before, may raise anything. It is nowhere
    # passed over: it only becomes an error that has a sentence and can travel to the driver, who
    # would else be told of a process that has ended and could but guess why.
    except Exception as error:
        raise say(describe(error)) from error


def load_reader(load: Load, model: str) -> Reader:
    """Load a language model; ModelError, whatever is the matter with it."""

    def say(what: str) -> ModelError:
        return ModelError(
            f'the language model "{model}" cannot be loaded ({what}); install it anew, or name '
            "another one with --model, and run the same build again"
        )

    with told(say):
        return load(model)
