"""What leaves the page as a file: pictures, the evidence pack and graphs, made when asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from relmap.app.wording import escape
from relmap.shown import Shown
from relmap.store import Store

TITLE = "save.title"
#: What a picture is called unless the reader says otherwise.
DEFAULT_TITLE = "Who appears with whom"
#: A title is one line over a picture; longer ones would not fit.
LONGEST_TITLE = 120
#: So many letters of a title make a file's name.
_NAMED = 60
#: So many names that would come out as boxes are listed.
_LISTED = 5
_WORD = re.compile(r"[^\W_]+")

Make = Callable[["Order"], bytes]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be saved: the map as it is drawn, under a title, with what is chosen on it."""

    store: Store
    shown: Shown
    title: str
    selection: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that can be saved; `ending` follows the title in its name."""

    key: str
    label: str
    ending: str
    mime: str
    make: Make


def show_saving(store: Store, shown: Shown, selection: tuple[str, ...]) -> None:
    """Draw the button "Save" with all that it offers; nothing is made before it is asked for."""
    menu = st.popover("Save", icon=":material/download:", key="save", on_change="rerun")
    if not menu.open:
        return
    with menu:
        order = Order(store, shown, _choose_title(), selection)
        for heading, about, offers in OFFERS:
            st.text(heading)
            key = f"save-{offers[0].key}"
            with st.container(key=key, horizontal=True, gap="small"):
                for offer in offers:
                    _show_offer(offer, order)
            st.caption(about)
        _warn_of_boxes(order)


def name_file(title: str, ending: str) -> str:
    """Return a file's name that every system takes: "relmap-who-appears-with-whom-3x.png"."""
    words = "-".join(_WORD.findall(title.casefold()))[:_NAMED].strip("-")
    return f"relmap-{words or 'map'}{ending}"


def _choose_title() -> str:
    st.session_state.setdefault(TITLE, DEFAULT_TITLE)
    # Taken while it is typed: a click on a button right after it must not save the title before.
    title = st.text_input("Title", key=TITLE, max_chars=LONGEST_TITLE, live=True)
    return " ".join(title.split()) or DEFAULT_TITLE


def _show_offer(offer: Offer, order: Order) -> None:
    st.download_button(
        offer.label,
        data=lambda: offer.make(order),
        file_name=name_file(order.title, offer.ending),
        mime=offer.mime,
        on_click="ignore",
        key=f"save.{offer.key}",
    )


def _warn_of_boxes(order: Order) -> None:
    """Say whose names a picture would show as boxes, for want of a font on this machine."""
    from relmap.view.raster import missing_letters  # noqa: PLC0415  as below

    actors = order.store.actors()
    names = [actors[seen.actor_id].name for seen in order.shown.actors]
    letters = set(missing_letters([order.title, *names]))
    missed = [name for name in (order.title, *names) if letters & set(name)]
    if missed:
        named = ", ".join(missed[:_LISTED]) + (" …" if len(missed) > _LISTED else "")
        st.warning(
            f"No font on this machine has the letters of {escape(named)}. They come out as boxes "
            "in PNG and PDF; install a font for them (such as Noto), or save the interactive page."
        )


def _picture(form: Literal["png", "svg", "pdf"], scale: int = 2) -> Make:
    def make(order: Order) -> bytes:
        from relmap.briefing.pictures import write_picture  # noqa: PLC0415  few press the button

        return write_picture(
            order.store,
            order.shown,
            form,
            title=order.title,
            scale=scale,
            selection=order.selection,
        ).content

    return make


def _page(order: Order) -> bytes:
    from relmap.briefing.page import map_page  # noqa: PLC0415  as above

    page = map_page(order.store, order.shown, title=order.title, selection=order.selection)
    return page.encode("utf-8")


def _pack(order: Order) -> bytes:
    from relmap.briefing.pack import pack_page  # noqa: PLC0415  as above

    page = pack_page(order.store, order.shown, title=order.title, selection=order.selection)
    return page.encode("utf-8")


def _document(order: Order) -> bytes:
    from relmap.briefing.document import pack_document  # noqa: PLC0415  as above

    return pack_document(order.store, order.shown, title=order.title, selection=order.selection)


def _graph(form: Literal["gexf", "graphml", "json"]) -> Make:
    def make(order: Order) -> bytes:
        from relmap.briefing.graphs import write_graph  # noqa: PLC0415  as above

        # What nobody typed is no title of a graph.
        title = "" if order.title == DEFAULT_TITLE else order.title
        return write_graph(order.store, order.shown, form, title=title)

    return make


_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: Under each heading what can be saved, and what it is good for.
OFFERS: tuple[tuple[str, str, tuple[Offer, ...]], ...] = (
    (
        "Picture",
        "On white, with title, legend, filters, counts and what a line means.",
        (
            Offer("png2", "PNG 2×", "-2x.png", "image/png", _picture("png", 2)),
            Offer("png3", "PNG 3×", "-3x.png", "image/png", _picture("png", 3)),
            Offer("svg", "SVG", ".svg", "image/svg+xml", _picture("svg")),
            Offer("pdf", "PDF", ".pdf", "application/pdf", _picture("pdf")),
        ),
    ),
    (
        "With its evidence",
        "Each tie with its sentences, outlets, dates and links; opens without a network.",
        (
            Offer("page", "Interactive page", ".html", "text/html", _page),
            Offer("pack", "Evidence pack", "-evidence.html", "text/html", _pack),
            Offer("word", "Word", ".docx", _WORD_TYPE, _document),
        ),
    ),
    (
        "For other tools",
        "Actors and ties as shown, with kinds, weights and dates.",
        (
            Offer("gexf", "GEXF", ".gexf", "application/gexf+xml", _graph("gexf")),
            Offer("graphml", "GraphML", ".graphml", "application/graphml+xml", _graph("graphml")),
            Offer("json", "JSON", ".json", "application/json", _graph("json")),
        ),
    ),
)
