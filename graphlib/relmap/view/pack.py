"""The evidence pack as one HTML file: map, numbered ties, and the sentences of each as footnotes.

The records here are what a pack holds whatever file it becomes; `relmap.briefing` fills them. Their
texts are plain, ready to be read, and never markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from relmap.models import Kind, Unread
from relmap.view.caption import Caption
from relmap.view.directions import isolate
from relmap.view.network import MapData
from relmap.view.standalone import fill, our_scripts, our_styles, readable_map


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited; `address` is one that can be linked, or ""."""

    outlet: str
    day: str
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `kind` marks one of the tie's two actors, else it is "".

    `stands_for` is the name of the actor where the words only stand for it: "she".
    """

    text: str
    kind: Kind | str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a tie, by its place among them: 1, 2, 3 …; its pieces joined are its text."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of a tie that stand in one article."""

    source: Source
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class End:
    """One of the two actors of a tie; `word` is what its kind is called."""

    name: str
    kind: Kind
    word: str


@dataclass(frozen=True, slots=True)
class PackTie:
    """A tie with its number in the pack; `cells` are those of its row in the table.

    `counts` and `spread` say the same in words: "14 sentences in 3 articles", "from 2 known outlets,
    5 July 2023". `left_out` says how many sentences the pack does not quote, "" for none.
    """

    number: int
    tie_id: str
    ends: tuple[End, End]
    cells: tuple[str, ...]
    counts: str
    spread: str
    passages: tuple[Passage, ...]
    left_out: str = ""

    @property
    def name(self) -> str:
        """The tie by its two actors: "Russia – China"."""
        return " – ".join(isolate(end.name) for end in self.ends)

    @property
    def quoted(self) -> int:
        """How many of its sentences the pack quotes."""
        return sum(len(passage.quotes) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Remainder:
    """Articles that a reader should know of; `heading` and `says` tell which, `more` who is missing."""

    key: str
    heading: str
    says: str
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """All that an evidence pack says; `columns` name the cells of the ties."""

    caption: Caption
    columns: tuple[str, ...]
    ties: tuple[PackTie, ...]
    reading: tuple[str, ...]
    remainders: tuple[Remainder, ...]

    def numbers(self) -> dict[str, int]:
        """Return the number of every tie by its id."""
        return {tie.tie_id: tie.number for tie in self.ties}


def write_pack(pack: Pack, data: MapData, picture: str, *, alt: str, selected: str = "") -> str:
    """Return a complete HTML page of a pack: the map on top, the sentences below it.

    `picture` is the same map as SVG: it stands there until a script draws the map, and in print;
    `alt` describes it. `selected` is the actor or tie that the map opens with. Footnotes and
    tables are plain HTML, so that they can be read, searched and printed where scripts are off;
    what is said of `write_page` on hostile text, requests and bytes holds here as well.
    """
    return fill(
        "pack.html",
        scripts=our_scripts("numbers.js", "pack.js"),
        styles=our_styles("pack.css"),
        data={"map": _numbered(data, pack.numbers()), "selected": selected},
        pack=pack,
        caption=pack.caption,
        picture=f"data:image/svg+xml,{quote(picture, safe=_AS_IT_IS, errors='replace')}",
        alt=alt,
    )


#: What may stand as it is in an address that holds its data; the fewer escapes, the shorter.
_AS_IT_IS = " !$()*+,-./:;=?@[]_~|{}^"


def _numbered(data: MapData, numbers: dict[str, int]) -> dict[str, Any]:
    """The map in columns, with one more for the numbers: a quarter of the bytes of its rows."""
    packed = readable_map(data).packed()
    edges = packed["edges"] | {"number": [numbers[row["id"]] for row in data.edges]}
    return packed | {"edges": edges}
