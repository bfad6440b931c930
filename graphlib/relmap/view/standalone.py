"""What lets an HTML file of ours stand alone: everything inside it, and a policy against the rest."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from relmap.view.resources import map_script, map_style, vis_script, web_file


def our_scripts(*names: str) -> list[str]:
    """Return vis-network, and one script of the map and the named files of the folder `web`.

    The map keeps all its names to itself but `createRelmap`.
    """
    closed = f"const createRelmap = (() => {{\n{map_script()}\nreturn createRelmap;\n}})();"
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


def web_address(url: str | None) -> str:
    """Return `url` if it is an http or https address that can be linked, else ""."""
    if not url:
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


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
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(web_file),
        trim_blocks=True,
        lstrip_blocks=True,
    )
