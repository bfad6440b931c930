"""Parts: what was extracted from a batch of articles, as immutable Parquet files.

A part is one row of lists: all sentences, all mentions and all references of its articles in a row,
how many each article has, and the words that they share once. Places are told by their distance
from the end of the one before, those of mentions from the start of their sentence. A part is named after what is in it, so that writing one twice
writes the same file.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from relmap.models import Extraction
from relmap.store.files import write_whole
from relmap.store.identity import digest
from relmap.store.packing import NUMBERS, PART_FORMAT, SCHEMA, to_columns
from relmap.store.unpacking import BARE, WHOLE, Sketch, to_extractions, to_sketches

#: Articles in a part: small enough that a killed build repeats half a minute, and enough that names
#: which they share and the file's own words about itself hardly weigh.
ARTICLES_PER_PART = 1024

_SORTED = ("name.surface", "words.surface", "acronym.short", "acronym.full")
_ENCODINGS = {
    **{f"{name}.list.element": "BYTE_STREAM_SPLIT" for name in NUMBERS},
    **{f"{name}.list.element": "DELTA_BYTE_ARRAY" for name in _SORTED},
}
_FEW = [
    f"{name}.list.element"
    for name in SCHEMA.names
    if name.startswith(("role.", "name.", "words.")) and name not in _SORTED
]


def name_part(extractor: str, contents: Sequence[str]) -> str:
    """Return the name of the part that holds these contents as read by this extractor."""
    return digest((PART_FORMAT, extractor, *contents))


def part_file(folder: Path, name: str) -> Path:
    """Return the file of a part."""
    return folder / f"{name}.parquet"


def write_part(
    path: Path, extractions: Mapping[str, Extraction], sketches: Mapping[str, Sketch]
) -> None:
    """Write extractions and the sketches of the texts, both keyed by content hash, in one step."""
    columns = {
        "content": [bytes.fromhex(content) for content in extractions],
        "sketch": np.concatenate([np.empty(0, np.uint32), *(sketches[one] for one in extractions)]),
        "sketch.count": [len(sketches[one]) for one in extractions],
        **to_columns(list(extractions.values())),
    }
    table = pa.table(
        {field.name: pa.array([columns[field.name]], field.type) for field in SCHEMA}, SCHEMA
    )
    buffer = io.BytesIO()
    pq.write_table(
        table,
        buffer,
        compression="zstd",
        compression_level=9,
        use_dictionary=_FEW,
        column_encoding=_ENCODINGS,
        write_statistics=False,
        write_page_checksum=True,
    )
    write_whole(path, buffer.getvalue())


def is_whole(path: Path) -> bool:
    """Tell whether the file is there and is a part, with every byte as it was written."""
    try:
        return len(_read(path, None)) == 1
    except (OSError, ValueError, pa.ArrowException):
        return False


def drop_parts(folder: Path, kept: Collection[str]) -> None:
    """Remove all parts but the kept ones, and what killed builds left behind."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.stem not in kept:
            path.unlink()


def read_part(path: Path, *, bare: bool = False) -> Iterator[Extraction]:
    """Yield the extractions of a part; `bare` ones come without sentences and references.

    `article_id` of an extraction is the content hash: a part does not know what articles are
    called in the store.
    """
    return to_extractions(_read(path, BARE if bare else WHOLE))


def read_sketches(path: Path) -> Iterator[tuple[str, Sketch]]:
    """Yield the contents of a part, each with the sketch of its text."""
    return to_sketches(_read(path, ["content", "sketch", "sketch.count"]))


def _read(path: Path, names: Sequence[str] | None) -> pa.Table:
    """Read columns of a part; pa.ArrowInvalid where it is none."""
    # One thread: parts are small. A folder named "desk=asia" is a place, no partition.
    with pq.ParquetFile(path, page_checksum_verification=True) as file:
        if not file.schema_arrow.equals(SCHEMA):
            raise pa.ArrowInvalid("other columns")
        return file.read(names, use_threads=False)
