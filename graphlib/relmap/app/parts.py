"""The panels that are ours: a script and a style sheet each, fed with plain data.

Components are drawn by scripts of our own that make text nodes only (assets/parts.js), so article
text cannot become markup. Each is registered once; it keeps its state under its key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from relmap.models import KINDS
from relmap.view.theme import DARK, LIGHT


def mount(
    assets: Path,
    name: str,
    data: Mapping[str, Any],
    *,
    key: str,
    on_event: Callable[[Mapping[str, Any]], None] | None = None,
) -> None:
    """Show the panel `name` with `data`; `on_event` gets what the reader did in it."""

    def heard() -> None:
        event = st.session_state[key].get("event")
        if on_event is not None and isinstance(event, Mapping):
            on_event(event)

    callbacks = {"on_event_change": heard} if on_event else {}
    _component(assets, name)(key=key, data=dict(data), **callbacks)


def last_heard(key: str, state: str = "event") -> int | None:
    """Return the number of the last event that was heard of the part `key`, where it numbers them.

    What is drawn takes it along: the browser then knows whether what it told last is in it. And
    Streamlit passes on to a part only what differs from before: with it every event has an answer.
    """
    held: Mapping[str, Any] = st.session_state.get(key) or {}
    event = held.get(state)
    number = event.get("at") if isinstance(event, Mapping) else None
    return number if isinstance(number, int) else None


@cache
def _component(assets: Path, name: str) -> Callable[..., Any]:
    def read(suffix: str) -> str:
        files = (assets / f"parts.{suffix}", assets / f"{name}.{suffix}")
        # A part that only listens has no looks.
        return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())

    css = "\n".join((colours(":host"), read("css")))
    return st.components.v2.component(f"relmap_{name}", css=css, js=read("js"))


def colours(selector: str) -> str:
    """Return the map's colours as CSS variables, so that a name looks like its node."""
    return f"{selector} {{ {' '.join(_variables())} }}"


def _variables() -> Iterator[str]:
    for kind in KINDS:
        light, dark = LIGHT.of(kind), DARK.of(kind)
        for part in ("fill", "ink", "tint"):
            yield f"--{kind}-{part}: light-dark({getattr(light, part)}, {getattr(dark, part)});"
    for place, both in enumerate(zip(LIGHT.communities, DARK.communities, strict=True)):
        yield f"--community-{place}: light-dark({', '.join(both)});"
    for part in ("accent", "muted", "edge"):
        yield f"--{part}: light-dark({getattr(LIGHT, part)}, {getattr(DARK, part)});"
