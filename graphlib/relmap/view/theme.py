"""Colours, shapes and widths: what a kind looks like, in a light and in a dark theme.

The three hues of the kinds are those of Okabe and Ito, "Color Universal Design" (2008), made to
stay apart for every common kind of colour blindness; a shape of its own says the same once more.
Text reaches a contrast of 4.5 to 1 on its ground and marks 3 to 1 (WCAG 2.1, AA).

The eight colours of communities and their grey were searched for among all colours of at least
that contrast, so that any two of the nine differ by 0.1 or more in Oklab (Ottosson 2020; about
five times what can just be told apart) as they are and as people without red or green cones see
them (simulated after Machado, Oliveira and Fernandes 2009). The first few differ most.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from types import MappingProxyType
from typing import Any, Literal

from relmap.models import KINDS, Kind

ThemeName = Literal["light", "dark"]

#: So many communities have a colour of their own; nobody tells more than that apart.
COMMUNITIES = 8


@dataclass(frozen=True, slots=True)
class KindColours:
    """`fill` for marks, `border` around them, `ink` for text, `tint` as a ground under text."""

    fill: str
    border: str
    ink: str
    tint: str


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one theme, as "#rrggbb"."""

    background: str
    ink: str
    muted: str
    edge: str
    accent: str
    country: KindColours
    person: KindColours
    organization: KindColours
    #: The largest communities, and at the end the one colour of all others.
    communities: tuple[str, ...]

    def of(self, kind: Kind) -> KindColours:
        """Return the colours of one kind."""
        colours: KindColours = getattr(self, kind)
        return colours

    def of_community(self, place: int) -> str:
        """Return the colour of the community of that place; behind the last stand all others."""
        return self.communities[min(place, COMMUNITIES)]

    def payload(self) -> dict[str, Any]:
        """Return the palette as plain data for the drawing script."""
        kinds = {
            kind: {
                "fill": self.of(kind).fill,
                "border": self.of(kind).border,
                "ink": self.of(kind).ink,
                "tint": self.of(kind).tint,
            }
            for kind in KINDS
        }
        return {
            "background": self.background,
            "ink": self.ink,
            "muted": self.muted,
            "edge": self.edge,
            "accent": self.accent,
            "kinds": kinds,
            "communities": list(self.communities),
        }


LIGHT = Palette(
    background="#ffffff",
    ink="#1b2430",
    muted="#5b6675",
    edge="#8692a3",
    accent="#b5126f",
    country=KindColours("#0072b2", "#00507d", "#00619a", "#dcedf8"),
    person=KindColours("#d55e00", "#9c4500", "#a84a00", "#fde8d9"),
    organization=KindColours("#009e73", "#006b4e", "#00704f", "#d8f2e9"),
    communities=(
        *("#5954cc", "#861309", "#e07148", "#104756"),
        *("#9a5505", "#b770e6", "#591f97", "#795e7f"),
        "#8b919a",
    ),
)
DARK = Palette(
    background="#0e1117",
    ink="#eef1f6",
    muted="#a7b0bd",
    edge="#66748a",
    accent="#ff8ad1",
    country=KindColours("#56b4e9", "#a5d8f5", "#7cc6ef", "#12324a"),
    person=KindColours("#f0843c", "#f9bd94", "#f5a068", "#48280f"),
    organization=KindColours("#2bc39a", "#95e2cc", "#5bd3b3", "#0d3a2f"),
    communities=(
        *("#f37513", "#967dfa", "#47edbf", "#a34a3d"),
        *("#4860be", "#f4c947", "#99bcf5", "#6ab08b"),
        "#77808d",
    ),
)
PALETTES: MappingProxyType[str, Palette] = MappingProxyType({"light": LIGHT, "dark": DARK})

#: vis-network's names of the shapes.
SHAPES: MappingProxyType[Kind, str] = MappingProxyType(
    {"country": "square", "person": "dot", "organization": "diamond"}
)
KIND_WORDS: MappingProxyType[Kind, str] = MappingProxyType(
    {"country": "Country", "person": "Person", "organization": "Organization"}
)
#: A name that several actors go by, and that was therefore joined to none of them.
UNRESOLVED = "Unresolved name"

THINNEST, THICKEST = 1.0, 8.0
#: A corpus whose heaviest tie has only three sentences shall not draw it as a beam.
_LEAST_TOP = 12
#: Up to so many ties are drawn at full width; the thinnest are drawn at this share of it.
_UNCROWDED, _CROWDED = 120, 0.45


def edge_width(weight: int, heaviest: int, ties: int = 0) -> float:
    """Return the width in pixels, at most 1 to 8, of a tie of `weight` sentences among `ties`.

    Logarithmic, so that a tie of 2 is told from one of 1 where another has 300. Among more than
    a hundred ties all are thinner, or they would run together to one dark ground.
    """
    top = max(heaviest, _LEAST_TOP)
    share = log(max(weight, 1)) / log(top)
    crowd = max(_CROWDED, min(1.0, float((_UNCROWDED / max(ties, 1)) ** 0.4)))
    return round((THINNEST + (THICKEST - THINNEST) * min(share, 1.0)) * crowd, 2)


def legend_weights(least: int, heaviest: int) -> tuple[int, ...]:
    """Return up to three weights that the legend shows: the least, one between, the heaviest."""
    middle = max(least + 1, round((least * heaviest) ** 0.5))
    return tuple(sorted({least, min(middle, heaviest), heaviest}))
