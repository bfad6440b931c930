"""How a build, its index and its answers grow with the number of articles, as a figure.

    python benchmarks/growth.py press-10k press-100k press-1m --out docs/growth.png

Each folder holds `build.json` of corpus.py and `scale.json` of scale.py. README.md says more.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import vl_convert as vlc

#: The panels: what, and its unit.
SECONDS, BYTES, ANSWERS = (
    "build, processor seconds of each stage",
    "index, bytes",
    "filter to ties, ms",
)


def main() -> None:
    """Read the figures, print them, and draw them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folders", type=Path, nargs="+")
    options.add_argument("--out", type=Path, required=True, help="a .png or .svg")
    chosen = options.parse_args()
    points = [point for folder in chosen.folders for point in read(folder)]
    for point in points:
        print(
            f"{point['panel']:<30} {point['line']:<22} {point['articles']:>9,} {point['y']:>15,.2f}"
        )
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    spec = json.dumps(figure(points))
    if chosen.out.suffix == ".svg":
        chosen.out.write_text(vlc.vegalite_to_svg(spec), "utf-8")
    else:
        chosen.out.write_bytes(vlc.vegalite_to_png(spec, scale=2))


def read(folder: Path) -> Iterator[dict[str, Any]]:
    """The points of one size."""
    build = json.loads((folder / "build.json").read_text("utf-8"))
    scale = json.loads((folder / "scale.json").read_text("utf-8"))
    if build["articles"] != scale["articles"]:
        raise SystemExit(f"{folder}: build.json and scale.json are of different stores")
    articles = build["articles"]
    told = [(SECONDS, stage, took) for stage, took in build["processor"].items()]
    told += [(BYTES, "index", scale["disk"]["index"])]
    told += [(ANSWERS, kind, took) for kind, took in scale["relmap"].items()]
    for panel, line, value in told:
        yield {"panel": panel, "line": line, "articles": articles, "y": value}


def figure(points: list[dict[str, Any]]) -> dict[str, Any]:
    """Three panels with logarithmic axes; a dashed line grows as the articles do."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "white",
        "config": {"font": "Liberation Sans", "axis": {"grid": True, "gridOpacity": 0.4}},
        "hconcat": [panel(points, title) for title in (SECONDS, BYTES, ANSWERS)],
        "resolve": {"scale": {"color": "independent"}},
    }


def panel(points: list[dict[str, Any]], title: str) -> dict[str, Any]:
    """One panel."""
    mine = [point for point in points if point["panel"] == title]
    x = {
        "field": "articles", "type": "quantitative", "title": "articles",
        "scale": {"type": "log"}, "axis": {"format": "~s", "tickCount": 4},
    }  # fmt: skip
    y = {
        "field": "y", "type": "quantitative", "title": None,
        "scale": {"type": "log"}, "axis": {"format": "~s" if title == BYTES else "~g"},
    }  # fmt: skip
    colour = {
        "field": "line", "type": "nominal", "title": None, "sort": None,
        "legend": {"orient": "bottom", "columns": 2},
    }  # fmt: skip
    return {
        "title": title,
        "width": 240,
        "height": 240,
        "layer": [
            {
                "data": {"values": mine},
                "mark": {"type": "line", "point": True},
                "encoding": {"x": x, "y": y, "color": colour},
            },
            {
                "data": {"values": linear(mine)},
                "mark": {"type": "line", "strokeDash": [4, 4], "color": "#777", "opacity": 0.8},
                "encoding": {"x": x, "y": y},
            },
        ],
    }


def linear(points: list[dict[str, Any]]) -> list[dict[str, float]]:
    """A line through the largest value at the fewest articles that grows as the articles do."""
    if not points:
        return []
    fewest = min(point["articles"] for point in points)
    most = max(point["articles"] for point in points)
    begun = max(point["y"] for point in points if point["articles"] == fewest)
    return [{"articles": each, "y": begun * each / fewest} for each in (fewest, most)]


if __name__ == "__main__":
    main()
