"""A page that holds nothing but a map, and a phone to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from map_scenes import FRAMES, Opener, html

from relmap.view.network import MapData


@pytest.fixture
def opened(page, tmp_path: Path) -> Opener:
    """Open a page that holds nothing but a map, at the size a map has on a small screen."""

    def open_map(
        data: MapData, *, tab=None, packed: bool = True, theme: str = "light", size=(585, 560)
    ):
        tab = tab or page
        file = tmp_path / f"map{len(list(tmp_path.iterdir()))}.html"
        file.write_text(html(data.packed() if packed else data.payload(), theme), encoding="utf-8")
        tab.set_viewport_size({"width": size[0], "height": size[1]})
        tab.goto(file.as_uri())
        tab.wait_for_selector("#map[data-relmap-ready]")
        tab.evaluate(FRAMES)  # by then the map knows its size, which a late word of it would undo
        return tab

    return open_map


@pytest.fixture
def phone(browser) -> Iterator[Any]:
    profile = browser.new_context(
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
        viewport={"width": 390, "height": 700},
    )
    yield profile.new_page()
    profile.close()
