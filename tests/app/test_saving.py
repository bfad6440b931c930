from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relmap.app import saving, stock
from relmap.app.saving import DEFAULT_TITLE, OFFERS, Order, name_file
from relmap.models import Filters, Lens
from relmap.store import Store

if TYPE_CHECKING:
    from .conftest import Dashboard

    Start = Callable[..., Dashboard]

KEYS = ["png2", "png3", "svg", "pdf", "page", "pack", "word", "gexf", "graphml", "json"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (DEFAULT_TITLE, "relmap-who-appears-with-whom.svg"),
        ("../../etc/passwd", "relmap-etc-passwd.svg"),
        ("Кто с кем? 2023/24", "relmap-кто-с-кем-2023-24.svg"),
        ('a"b\r\nc:d', "relmap-a-b-c-d.svg"),
        (" … ", "relmap-map.svg"),
        ("x" * 200, f"relmap-{'x' * 60}.svg"),
    ],
)
def test_a_file_is_named_after_its_title_and_nothing_else(title: str, name: str) -> None:
    assert name_file(title, ".svg") == name


def test_no_two_files_have_one_name() -> None:
    names = [name_file("x", offer.ending) for _, _, offers in OFFERS for offer in offers]
    assert len(set(names)) == len(names) == len(KEYS)


def test_nothing_is_offered_before_the_menu_is_open(dashboard: Start, seeds_store: Path) -> None:
    page = dashboard(seeds_store)
    before = len(page.page.get("download_button"))
    page.set("save", True)
    offered = [part.proto.label for part in page.page.get("download_button")]
    assert len(offered) == before + len(KEYS)
    assert {"PNG 3×", "Evidence pack", "GraphML"} <= set(offered)
    assert page.page.text_input(key=saving.TITLE).value == DEFAULT_TITLE


def test_an_empty_title_is_the_usual_one(
    dashboard: Start, seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = []
    monkeypatch.setattr(saving, "_show_offer", lambda _, order: titles.append(order.title))
    page = dashboard(seeds_store).set("save", True).set(saving.TITLE, "  ")
    assert titles[-1] == DEFAULT_TITLE
    page.set(saving.TITLE, " Two   words ")
    assert titles[-1] == "Two words"


def test_names_without_a_font_are_told_before_the_picture_is_made(
    dashboard: Start, seeds_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from relmap.view import raster

    page = dashboard(seeds_store).set("save", True)
    assert not page.page.warning
    monkeypatch.setattr(raster, "missing_letters", lambda texts: ("X",))
    page.run()
    said = page.page.warning[0].value
    assert "Wang Xiaohong" in said
    assert "Russia" not in said


@pytest.mark.parametrize("key", ["svg", "pack", "gexf", "json"])
def test_what_is_saved_carries_the_title_or_the_actors(seeds_store: Path, key: str) -> None:
    store = Store.open(seeds_store)
    shown = stock.shown_of(store, Filters(), Lens())
    offer = next(each for _, _, offers in OFFERS for each in offers if each.key == key)
    content = offer.make(Order(store, shown, "My own title")).decode()
    assert "My own title" in content or "Wang Xiaohong" in content
