"""Options that several commands share, said once: a dataclass of them is one parameter."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from inspect import Parameter
from typing import Any, TypeVar, get_type_hints

Command = TypeVar("Command", bound=Callable[..., None])


def spread(command: Command) -> Command:
    """Show typer the fields of a command's dataclass parameters as options of the command.

    `def draw(view: ViewOptions, output: Path)` becomes a command with every option of ViewOptions
    and with `output`; a call gathers the options into a ViewOptions again. The fields need
    defaults and annotations as typer has them.
    """
    hints = get_type_hints(command, include_extras=True)
    hints.pop("return", None)
    groups: dict[str, type[Any]] = {
        name: kind for name, kind in hints.items() if isinstance(kind, type) and is_dataclass(kind)
    }
    parameters = list(_flatten(command, hints))

    def gather(**options: Any) -> None:
        made = {
            name: group(**{field.name: options.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        command(**made, **options)

    gather.__name__ = command.__name__
    gather.__doc__ = command.__doc__
    gather.__module__ = command.__module__
    gather.__annotations__ = {each.name: each.annotation for each in parameters}
    # What typer reads instead of the parameters that are written above.
    gather.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return gather  # type: ignore[return-value]


def _flatten(command: Callable[..., None], hints: dict[str, Any]) -> Iterator[Parameter]:
    """Yield the parameters of the command, those of a group in the place of the group."""
    for name, parameter in inspect.signature(command).parameters.items():
        if not is_dataclass(hints[name]):
            yield _named(name, hints[name], parameter.default)
            continue
        types = get_type_hints(hints[name], include_extras=True)
        for field in fields(hints[name]):
            yield _named(field.name, types[field.name], _default(field))


def _named(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _default(field: Field[Any]) -> Any:
    return Parameter.empty if field.default is MISSING else field.default
