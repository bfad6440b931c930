"""The map as one HTML file that asks for nothing: open it from a disk, a mail or a stick."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from relmap.models import Evidence
from relmap.view.network import MapData
from relmap.view.resources import map_script, map_style, vis_script, web_file

#: Below every map that leaves the building: what a tie claims and what it does not.
MEANING = "A tie means: named in the same sentence. It is not proof of a relation."


def write_page(
    data: MapData,
    evidence: Mapping[str, Sequence[Evidence]],
    *,
    title: str,
    notes: Sequence[str],
    names: Mapping[str, str],
) -> str:
    """Return a complete HTML page with the map and, beside it, the sentences of every tie.

    `evidence` holds the sentences by tie id, `names` the full names by actor id, `notes` lines
    such as the filters in words and the counts. Everything that comes from articles is written as
    text or as data, never as markup or script; a policy in the page forbids every request and
    every script but its own. The same input gives the same text, byte by byte; write it as UTF-8.
    """
    scripts = [vis_script(), map_script() + "\n" + web_file("page.js")]
    styles = [map_style() + "\n" + web_file("page.css")]
    return _template().render(
        title=title,
        notes=list(notes),
        meaning=MEANING,
        policy=content_policy(scripts, styles),
        scripts=[_inline(script) for script in scripts],
        styles=[Markup(style) for style in styles],  # noqa: S704 - our own files
        data=_json(_page_data(data, evidence, names)),
    )


def content_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return the Content-Security-Policy that allows exactly these inline scripts and styles."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
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


def _page_data(
    data: MapData, evidence: Mapping[str, Sequence[Evidence]], names: Mapping[str, str]
) -> dict[str, Any]:
    drawn = {row["id"] for row in data.edges}
    return {
        "map": data.payload(),
        "names": dict(sorted(names.items())),
        "evidence": {
            tie: [_sentence(each) for each in evidence[tie]]
            for tie in sorted(evidence)
            if tie in drawn
        },
    }


def _sentence(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": evidence.sentence,
        "outlet": evidence.outlet or "",
        "date": evidence.date.isoformat() if evidence.date else "",
        "title": evidence.title or "",
        "url": web_address(evidence.url),
        "marks": [
            [
                mark.start - evidence.start,
                mark.end - evidence.start,
                mark.actor_id,
                *(["referred"] if mark.referred else []),
            ]
            for mark in evidence.marks
        ],
    }


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
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.from_string(web_file("page.html"))
