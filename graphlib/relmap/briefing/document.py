"""The evidence pack as the Word document that `relmap brief -o pack.docx` writes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from relmap.briefing.captions import make_caption
from relmap.briefing.contents import Extent, describe_map, gather
from relmap.briefing.pictures import compose_honestly
from relmap.briefing.word.elements import one_line, paragraph, run, runs
from relmap.briefing.word.footnotes import Footnotes
from relmap.briefing.word.links import link_to, place
from relmap.briefing.word.saving import save
from relmap.briefing.word.styles import (
    LEAD,
    MUTED,
    NOTE,
    QUOTATION,
    TEXT_WIDTH,
    number_pages,
    set_up,
)
from relmap.briefing.word.table import row_place, tie_place, ties_table
from relmap.view.directions import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolate, turns
from relmap.view.network import draw
from relmap.view.pack import Pack, PackTie, Piece, Quote, Remainder, Source
from relmap.view.raster import write_png
from relmap.view.svg import write_svg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from relmap.shown import Shown
    from relmap.store import Store

#: A briefing is read on paper: it quotes the newest so many sentences of a tie.
QUOTED = 25
#: And it tells of so many ties, the heaviest; the page of the same pack holds all of them.
TOLD = 200
#: So many pixels of the picture stand for one of its own: enough for a printer.
SCALE = 3
#: A printed address is cut here; the link behind it is whole.
PRINTED_ADDRESS = 80


def pack_document(
    store: Store,
    shown: Shown,
    *,
    title: str,
    selection: Sequence[str] = (),
    quoted: int = QUOTED,
) -> bytes:
    """Return the pack of what is shown as a Word document (docx), the same bytes every time.

    It holds the picture, the `TOLD` heaviest ties with their numbers, at most `quoted` sentences of
    each with their articles as footnotes, and what was undated, of unknown outlet or not read.
    `selection` (one actor's id, or the two of a tie) stands out in the picture. Text that XML
    forbids is replaced.
    """
    caption = make_caption(store, shown, title=title, selection=selection)
    pack = gather(store, shown, caption, Extent(quoted, ties=TOLD))
    picture = _draw(shown, pack, selection)
    return write_document(pack, picture, alt=describe_map(shown, pack), day=store.built)


def write_document(pack: Pack, picture: bytes, *, alt: str, day: date) -> bytes:
    """Return a pack with its picture (a PNG) as a Word document that says it was made on `day`."""
    document = Document()
    set_up(document)
    number_pages(document, pack.caption.title)
    _write_top(document, pack, picture, alt)
    _write_ties(document, pack)
    for remainder in pack.remainders:
        _write_remainder(document, remainder)
    _append(document, *_about(pack))
    return save(document, title=pack.caption.title, day=day)


def _draw(shown: Shown, pack: Pack, selection: Sequence[str]) -> bytes:
    data = draw(shown.graph, shown.positions, communities=shown.communities or None)
    picture, _ = compose_honestly(data, pack.caption, numbers=pack.numbers(), selection=selection)
    return write_png(write_svg(picture), SCALE)


def _write_top(document: WordDocument, pack: Pack, picture: bytes, alt: str) -> None:
    _append(document, paragraph("Title", run(pack.caption.title)))
    _append(document, *(paragraph(NOTE, *runs(text)) for text in pack.caption.statements))
    document.add_picture(io.BytesIO(picture), width=TEXT_WIDTH)
    for frame in document.element.body.iter(qn("wp:inline")):
        # Where nothing is said LibreOffice keeps a distance, and the picture leaves the margins.
        for side in ("distT", "distB", "distL", "distR"):
            frame.set(side, "0")
    for properties in document.element.body.iter(qn("wp:docPr")):
        properties.set("descr", one_line(alt))
    _append(document, paragraph("Normal", run(pack.caption.meaning, bold=True)))


def _write_ties(document: WordDocument, pack: Pack) -> None:
    _append(document, _heading("Ties"))
    if not pack.ties:
        nothing = "No two actors share a sentence under these filters."
        _append(document, paragraph("Normal", run(nothing)))
        return
    _append(document, *(paragraph(NOTE, run(line)) for line in pack.reading))
    _append(document, ties_table(pack), _heading("Sentences"))
    footnotes = Footnotes(document)
    for tie in pack.ties:
        _append(document, *_tie(tie, footnotes))


def _tie(tie: PackTie, footnotes: Footnotes) -> Iterator[BaseOxmlElement]:
    back = link_to(row_place(tie.number), f"{tie.number}.")
    # The places of the rows have even numbers, those of the sentences odd ones.
    heading = place(tie_place(tie.number), 2 * tie.number + 1, back, *runs(f" {tie.name}"))
    yield paragraph("Heading2", *heading, run(f": {tie.counts}"))
    yield paragraph(LEAD, run(tie.spread))
    for passage in tie.passages:
        for quote in passage.quotes:
            yield _quote(tie, quote, footnotes.add(*_citation(passage.source, footnotes)))
    if tie.left_out:
        yield paragraph(NOTE, run(tie.left_out))


def _quote(tie: PackTie, quote: Quote, mark: BaseOxmlElement) -> BaseOxmlElement:
    number = run(f"{tie.number}.{quote.number} ", style=MUTED)
    stretches = [_stretch(piece) for piece in quote.pieces]
    if turns(quote.text):
        # Or number and mark would move into a sentence that is read from right to left.
        stretches = [run(FIRST_STRONG_ISOLATE), *stretches, run(POP_ISOLATE)]
    return paragraph(QUOTATION, number, *stretches, mark)


def _stretch(piece: Piece) -> BaseOxmlElement:
    """Names are bold; of words that only stand for an actor, brackets say for whom."""
    if piece.stands_for:
        return run(f"{piece.text} [{isolate(piece.stands_for)}]", italic=True)
    return run(piece.text, bold=bool(piece.kind))


def _citation(source: Source, footnotes: Footnotes) -> Iterator[BaseOxmlElement]:
    yield from _named(source)
    if source.address:
        address = source.address
        cut = address if len(address) <= PRINTED_ADDRESS else f"{address[:PRINTED_ADDRESS]}…"
        yield run(", ")
        yield footnotes.links.link(address, cut)


def _named(source: Source) -> Iterator[BaseOxmlElement]:
    return runs(f"{isolate(source.outlet)}, {source.day}, {isolate(source.title)}")


def _write_remainder(document: WordDocument, remainder: Remainder) -> None:
    listed = (
        *(_named(each) for each in remainder.sources),
        *(runs(_unread(each.path, each.row, each.reason)) for each in remainder.unread),
    )
    _append(document, _heading(remainder.heading), paragraph(NOTE, run(remainder.says)))
    _append(document, *(paragraph("ListBullet", *stretches) for stretches in listed))
    if remainder.more:
        _append(document, paragraph(NOTE, run(remainder.more)))


def _unread(path: str, row: int | None, reason: str) -> str:
    return f"{isolate(path)}{f', row {row}' if row is not None else ''}: {reason}"


def _about(pack: Pack) -> Iterator[BaseOxmlElement]:
    yield _heading("About this document")
    yield paragraph("Normal", run(pack.caption.meaning))
    yield paragraph(NOTE, run(pack.caption.made))
    if pack.caption.link:
        yield paragraph(NOTE, run(f"The same view on the page: {pack.caption.link}"))


def _heading(text: str) -> BaseOxmlElement:
    return paragraph("Heading1", run(text))


def _append(document: WordDocument, *elements: BaseOxmlElement) -> None:
    """Add elements at the end, which a body's own section properties must remain."""
    end = document.element.body.sectPr
    for element in elements:
        end.addprevious(element)
