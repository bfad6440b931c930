"""Pictures of a store as files: the same from everywhere, every time, and honest about letters."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import picture_scenes as boxes
import pytest
from PIL import Image

from relmap.briefing.captions import make_caption
from relmap.briefing.pictures import PICTURES, PictureForm, compose_honestly, write_picture
from relmap.links import read_link
from relmap.models import Filters, Lens
from relmap.shown import Shown, show
from relmap.store import Store
from relmap.view.network import MapData, draw
from relmap.view.shapes import Text

GALLERY = Path(__file__).parents[2] / "docs" / "gallery.py"


def load(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"loaded_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


gallery = load(GALLERY)

TITLE = "Who appears with whom"
VIEWS = {
    "all": (Filters(), Lens()),
    "communities, anew": (Filters(), Lens(placement="shown", colouring="community")),
    "countries": (Filters(kinds=frozenset({"country"}), min_weight=2), Lens()),
    "dated": (Filters(first=date(2023, 7, 1), undated=False), Lens()),
    "references": (Filters(references=True), Lens()),
    "around": (Filters(), Lens(around="country:RU", steps=1)),
    "one": (Filters(), Lens(top=1)),
    "nobody": (Filters(kinds=frozenset()), Lens()),
}
every_view = pytest.mark.parametrize(("filters", "lens"), VIEWS.values(), ids=VIEWS.keys())
every_form = pytest.mark.parametrize("form", PICTURES)


def drawn(shown: Shown) -> MapData:
    return draw(shown.graph, shown.positions, communities=shown.communities or None)


@every_view
def test_nothing_overlaps_and_all_names_have_room(
    store: Store, filters: Filters, lens: Lens
) -> None:
    shown = show(store, filters, lens)
    numbers = {tie.tie_id: place for place, tie in enumerate(shown.ties, start=1)}
    caption = make_caption(store, shown, title=TITLE)
    picture, missing = compose_honestly(drawn(shown), caption, numbers=numbers)
    assert boxes.faults(picture) == []
    assert picture.left_out.labels == missing == ()
    assert len(boxes.number_boxes(picture)) >= 0.95 * len(shown.ties)


@every_form
def test_a_second_process_with_another_seed_makes_the_same_bytes(
    store: Store, seeds_store: Path, form: PictureForm
) -> None:
    here = write_picture(store, show(store, Filters(), Lens()), form, title=TITLE).content
    code = (
        "import hashlib, sys; from pathlib import Path; from relmap.models import *; "
        "from relmap.shown import show; from relmap.store import Store; "
        "from relmap.briefing.pictures import write_picture; "
        "store = Store.open(Path(sys.argv[1])); shown = show(store, Filters(), Lens()); "
        f"made = write_picture(store, shown, sys.argv[2], title={TITLE!r}); "
        "print(hashlib.sha256(made.content).hexdigest())"
    )
    for seed in ("77",):
        done = subprocess.run(
            [sys.executable, "-c", code, str(seeds_store), form],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == hashlib.sha256(here).hexdigest()


@every_form
def test_each_form_is_what_it_says(store: Store, form: PictureForm) -> None:
    starts = {"png": b"\x89PNG", "svg": b"<svg ", "pdf": b"%PDF"}
    made = write_picture(store, show(store, Filters(), Lens()), form, title=TITLE)
    assert made.form == form
    assert made.content.startswith(starts[form])
    assert b"Date" not in made.content


def test_two_and_three_times_as_sharp(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    sizes = [
        Image.open(
            io.BytesIO(write_picture(store, shown, "png", title=TITLE, scale=scale).content)
        ).size
        for scale in (2, 3)
    ]
    assert sizes[0][0] == 1800
    assert sizes[1] == (2700, sizes[0][1] * 3 // 2)


def test_a_pdf_is_a_page_as_wide_as_paper_takes(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    made = {form: write_picture(store, shown, form, title=TITLE).content for form in ("pdf", "svg")}
    (page,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", made["pdf"])
    width, height = map(float, page)
    assert width / 72 * 2.54 == pytest.approx(19.05)
    svg = ElementTree.fromstring(made["svg"].decode())
    assert height / width == pytest.approx(float(svg.attrib["height"]) / float(svg.attrib["width"]))


def test_a_picture_stands_on_white(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    image = Image.open(io.BytesIO(write_picture(store, shown, "png", title=TITLE).content))
    corners = [(0, 0), (image.width - 1, 0), (0, image.height - 1)]
    assert {image.convert("RGBA").getpixel(corner) for corner in corners} == {(255,) * 4}


def test_nothing_is_missing_of_latin_names(store: Store) -> None:
    made = write_picture(store, show(store, Filters(), Lens()), "svg", title="Łódź – Жя – Ωω")
    assert made.missing == ()
    assert b"no font here" not in made.content


def test_letters_that_nobody_draws_are_told(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    node = shown.actors[0].actor_id
    graph = shown.graph.copy()
    graph.nodes[node]["name"] = "Ru\ue0f7ssia\ue0f8"
    caption = make_caption(store, shown, title=TITLE)
    picture, missing = compose_honestly(draw(graph, shown.positions), caption)
    assert missing == ("Ru\ue0f7ssia\ue0f8",)
    said = [shape.text for shape in picture.shapes if isinstance(shape, Text)]
    assert "1 name has letters that no font here can draw: U+E0F7, U+E0F8" in said


def test_a_title_that_nobody_draws_is_told(store: Store) -> None:
    made = write_picture(store, show(store, Filters(), Lens()), "svg", title="\ue0f7")
    assert made.missing == ("\ue0f7",)
    assert b"The title or caption has letters that no font here can draw: U+E0F7" in made.content


def test_the_selection_is_drawn_and_linked(store: Store) -> None:
    shown = show(store, Filters(), Lens())
    plain = write_picture(store, shown, "svg", title=TITLE).content.decode()
    chosen = write_picture(
        store, shown, "svg", title=TITLE, selection=("country:PK", "country:RU")
    ).content.decode()
    assert "View: no filter" in plain
    assert "View: ?tie=country:PK|country:RU" in chosen
    assert "Highlighted: Pakistan – Russia" in chosen


@pytest.mark.parametrize("name", [plate.name for plate in gallery.PLATES if plate.store == "seeds"])
def test_the_pictures_of_the_gallery_have_no_overlaps(store: Store, name: str) -> None:
    (plate,) = [plate for plate in gallery.PLATES if plate.name == name]
    link = read_link(plate.link)
    shown = show(store, link.filters, link.lens)
    assert shown.actors
    caption = make_caption(store, shown, title=plate.title, selection=link.selection)
    picture, missing = compose_honestly(drawn(shown), caption, selection=link.selection)
    assert boxes.faults(picture) == []
    assert picture.left_out.labels == missing == ()


def test_the_gallery_shows_every_picture_and_how_to_make_it() -> None:
    page = (GALLERY.parent / "gallery.md").read_text(encoding="utf-8")
    assert page == gallery.page()
    pictures = {path.stem: path for path in (GALLERY.parent / "gallery").iterdir()}
    assert set(pictures) == {plate.name for plate in gallery.PLATES}
    for path in pictures.values():
        assert path.stat().st_size <= gallery.LARGEST
        assert f"](gallery/{path.name})" in page
