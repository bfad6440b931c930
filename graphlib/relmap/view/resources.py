"""The scripts and styles of the map, read once from where they are installed."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

import pyvis

#: The vis-network that pyvis brings along; nothing is ever fetched from elsewhere.
_VIS_NETWORK = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")

#: The parts of the map's script: what it is made of before what it is.
MAP_PARTS = (
    *("rows", "colours", "sizes", "labels", "lettering", "hint"),
    *("picking", "overlay", "moving", "keys", "touch", "map"),
)


@cache
def vis_script() -> str:
    """Return vis-network itself, which defines the global `vis`."""
    installed = Path(str(pyvis.__file__)).parent / _VIS_NETWORK
    text = installed.read_text(encoding="utf-8")
    # Developer tools would ask for the source map, a file that is not there.
    return text.partition("//# sourceMappingURL=")[0]


@cache
def map_script() -> str:
    """Return the script that defines `createRelmap`, for the component and the page alike."""
    return "\n".join(web_file(f"{part}.js") for part in MAP_PARTS)


@cache
def map_style() -> str:
    """Return the styles of the map."""
    return web_file("map.css")


@cache
def web_file(name: str) -> str:
    """Return one of the packaged files of the folder `web` as text."""
    text = resources.files("relmap.view").joinpath("web", name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
