"""What lets an HTML file of ours stand alone: everything inside it, and a policy against the rest."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from relmap.view.directions import LONGEST_NAME, isolate, shorten, turns, unforced
from relmap.view.network import MapData, Row
from relmap.view.resources import map_script, map_style, vis_script, web_file

#: Control characters, line breaks, marks of direction, and the backslash, which browsers take for
#: a slash: "https://evil.test\.example.org/".
_DECEIVING = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\\\ud800-\udfff]"
)


def our_scripts(*names: str) -> list[str]:
    """Return vis-network, and one script of the map and the named files of the folder `web`.

    The map keeps all its names to itself but `createRelmap`, and `unpackMap` for its packed rows.
    """
    given = "{ createRelmap, unpackMap }"
    closed = f"const {given} = (() => {{\n{map_script()}\nreturn {given};\n}})();"
    return [vis_script(), "\n".join((closed, web_file("standalone.js"), *map(web_file, names)))]


def our_styles(*names: str) -> list[str]:
    """Return one style sheet of the map and the named files of the folder `web`."""
    return ["\n".join((map_style(), web_file("standalone.css"), *map(web_file, names)))]


def fill(
    template: str, *, scripts: Sequence[str], styles: Sequence[str], data: object, **content: Any
) -> str:
    """Return a template of the folder `web` as a complete page.

    The page holds the scripts and styles, of which each must be our own, and `data` as JSON.
    Whatever else is in `content` is written as text unless it is marked as markup.
    """
    return (
        _environment()
        .get_template(template)
        .render(
            policy=content_policy(scripts, styles),
            scripts=[_inline(script) for script in scripts],
            styles=[Markup(style) for style in styles],  # noqa: S704 - our own files
            data=_json(data),
            **content,
        )
    )


def content_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the Content-Security-Policy that allows exactly these inline scripts and styles.

    Pictures are those that the page itself holds.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def readable_map(data: MapData) -> MapData:
    """Return a map as a page shows it: no name turns or drowns the words around it."""
    groups = [row | {"label": isolate(row["label"])} for row in data.legend.get("communities", ())]
    return replace(
        data,
        nodes=tuple(row | _readable(row) for row in data.nodes),
        legend=data.legend | ({"communities": groups} if groups else {}),
    )


def _readable(row: Row) -> Row:
    name = isolate(shorten(row["name"], LONGEST_NAME))
    return {"name": name, "label": unforced(row["label"])}


def web_address(url: str | None) -> str:
    """Return `url` if it is an http or https address that can be linked, else "".

    An address that may be read as another one is refused: "https://example.org@evil.test/", and
    any with characters that are not seen or turn others around.
    """
    address = (url or "").strip()
    if _DECEIVING.search(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_sound = parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc
    return address if is_sound else ""


def _json(value: object) -> Markup:
    """Return JSON that cannot end the script element it stands in, nor start a comment."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704 - no character is left that HTML knows


def _inline(script: str) -> Markup:
    """Return one of our scripts for a script element; its hash is taken of the very same text."""
    if "</script" in script.lower():
        raise ValueError("a packaged script contains </script and cannot stand in a page")
    return Markup(script)  # noqa: S704 - our own files and vis-network


def _hash(text: str) -> str:
    digest = sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(web_file),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["isolate"] = isolate
    environment.tests["turning"] = turns
    return environment
