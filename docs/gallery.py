"""Make the gallery anew: `python docs/gallery.py [FOLDER]`.

Writes the pictures of docs/gallery/ and the page that shows them, docs/gallery.md, from the sample
articles and from generated ones. Stores are built in FOLDER and used again, else in a folder that
is thrown away. Needs what the tests need: pip install -e '.[test]'.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from relmap.briefing.pictures import write_picture
from relmap.build import build
from relmap.links import read_link
from relmap.models import KINDS
from relmap.shown import show
from relmap.store import Store
from relmap.view.theme import LIGHT

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
SEEDS = "seeds"
#: A picture is kept below so many bytes: fewer colours first, then fewer pixels.
LARGEST = 250_000


@dataclass(frozen=True, slots=True)
class Plate:
    """One picture: the store it is of ("seeds", or how many generated articles), and its link."""

    name: str
    store: str
    title: str
    says: str
    link: str = ""

    @property
    def command(self) -> str:
        """What makes the same picture on the command line."""
        view = f" --view '{self.link}'" if self.link else ""
        return f'relmap map -o {self.name}.png --title "{self.title}" --store {self.store}{view}'


PLATES = (
    Plate(
        "seeds",
        SEEDS,
        "Who appears with whom",
        "The five sample articles, all that they say.",
    ),
    Plate(
        "seeds-tie",
        SEEDS,
        "Pakistan and Russia, and what surrounds them",
        "A selected tie stands out; all others step back.",
        "tie=country:PK|country:RU",
    ),
    Plate(
        "seeds-around",
        SEEDS,
        "Who is named with the SCO",
        "One actor and all those one tie away.",
        "around=organization:shanghai-cooperation-organization"
        "&actor=organization:shanghai-cooperation-organization",
    ),
    Plate(
        "seeds-filtered",
        SEEDS,
        "Countries and people, dated articles only",
        "Filters are said below the map, and so is what there is without them.",
        "from=2023-03-01&undated=no&kind=person&kind=country&min=2",
    ),
    Plate(
        "seeds-communities",
        SEEDS,
        "Communities of actors who are named together",
        "Colours by community; shapes still say the kind.",
        "colour=community",
    ),
    Plate(
        "generated-200",
        "200",
        "Two hundred generated articles",
        "The 150 strongest of some thousand actors.",
    ),
    Plate(
        "generated-5000",
        "5000",
        "Five thousand generated articles",
        "The 150 strongest of sixteen thousand actors: light ties fade, the heaviest carry the map.",
    ),
    Plate(
        "generated-5000-around",
        "5000",
        "The forty nearest to Ukraine",
        "The neighbourhood of one actor, laid out for itself, in the same corpus.",
        "top=40&around=country:UA&layout=shown&actor=country:UA",
    ),
)


def main() -> None:
    """Make all pictures and the page."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as thrown_away:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(thrown_away)
        for plate in PLATES:
            content = draw(open_store(plate.store, folder), plate)
            (FOLDER / f"{plate.name}.png").write_bytes(content)
            sys.stdout.write(f"{plate.name}.png: {len(content):,} bytes\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def open_store(name: str, folder: Path) -> Store:
    """Open a store of the folder, and build it first where there is none."""
    path = folder / name
    if not path.exists() and name == SEEDS:
        build([ROOT / "seeds"], path)
    elif not path.exists():
        script = ROOT / "benchmarks" / "corpus.py"
        wanted = ("--articles", name, "--out", str(folder / "tables"), "--store", str(path))
        subprocess.run((sys.executable, str(script), *wanted), check=True)  # noqa: S603
    return Store.open(path)


def draw(store: Store, plate: Plate) -> bytes:
    """Return the picture of `relmap map`, made small enough for a page of documents."""
    link = read_link(plate.link)
    shown = show(store, link.filters, link.lens)
    made = write_picture(store, shown, "png", title=plate.title, selection=link.selection)
    return shrink(made.content, shades("colour=community" in plate.link))


def shrink(content: bytes, palette: Image.Image) -> bytes:
    """Return a PNG with fewer colours, and with fewer pixels as long as it is too large."""
    whole = Image.open(io.BytesIO(content)).convert("RGB")
    share = 1.0
    while True:
        size = (round(whole.width * share), round(whole.height * share))
        smaller = whole.resize(size, Image.Resampling.LANCZOS) if share < 1.0 else whole
        stream = io.BytesIO()
        few = smaller.quantize(palette=palette, dither=Image.Dither.NONE)
        few.save(stream, "PNG", optimize=True)
        if stream.tell() <= LARGEST:
            return stream.getvalue()
        share -= 0.1


def shades(coloured: bool) -> Image.Image:
    """Return the colours of a picture, each in steps down to white; most steps for the greys."""
    hues = LIGHT.communities if coloured else [LIGHT.of(kind).fill for kind in KINDS]
    found = [255, 255, 255]
    for inks, steps in (((LIGHT.ink, LIGHT.muted, LIGHT.edge), 40), ((LIGHT.accent, *hues), 10)):
        for ink in inks:
            colour = [int(ink[place : place + 2], 16) for place in (1, 3, 5)]
            for step in range(1, steps + 1):
                shade = [round(255 - (255 - part) * step / steps) for part in colour]
                # Pillow compares colours roughly: what is nearly white would take white's place.
                found += shade if min(shade) < 240 else []
    palette = Image.new("P", (1, 1))
    palette.putpalette(found)
    return palette


def page() -> str:
    """Return the page as Markdown."""
    parts = [
        "# Gallery",
        "",
        "Pictures as `relmap map` writes them, here with fewer colours and pixels. "
        "`python docs/gallery.py` makes them and this page.",
        "`--store seeds` is a store of the articles in `seeds/` (`relmap build seeds --store seeds`), "
        "`--store 200` one of 200 generated articles",
        "(`python benchmarks/corpus.py --articles 200 --out tables --store 200`).",
    ]
    for plate in PLATES:
        image = f"![{plate.title}](gallery/{plate.name}.png)"
        parts += ["", f"## {plate.title}", "", plate.says, "", image, "", "```sh"]
        parts += [plate.command, "```"]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
