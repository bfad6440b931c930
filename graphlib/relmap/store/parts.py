"""Parts: what was extracted from a batch of articles, as immutable Parquet files.

One row per article, its sentences, mentions, acronyms and references as lists. A part is named after what is
in it, so that writing one twice writes the same file.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from relmap.models import Extraction, Mention, Reference, Sentence
from relmap.store.files import write_whole
from relmap.store.identity import digest

#: Raise it when the columns change: parts of another format are extracted again.
PART_FORMAT = 2

#: Articles in a part: small enough that a killed build repeats little.
ARTICLES_PER_PART = 256

_SENTENCE = pa.struct({"start": pa.int32(), "end": pa.int32(), "role": pa.string()})
_MENTION = pa.struct(
    {
        "start": pa.int32(),
        "end": pa.int32(),
        "sentence": pa.int32(),
        "kind": pa.string(),
        "surface": pa.string(),
        "rule": pa.string(),
        "label": pa.string(),
        "title": pa.string(),
        "country_code": pa.string(),
    }
)
_REFERENCE = pa.struct(
    {
        "start": pa.int32(),
        "end": pa.int32(),
        "sentence": pa.int32(),
        "surface": pa.string(),
        "form": pa.string(),
        "head": pa.string(),
        "gender": pa.string(),
        "quoted": pa.bool_(),
        "subject": pa.bool_(),
        "fronted": pa.bool_(),
        "described": pa.int32(),
        "apart": pa.int32(),
    }
)
_ACRONYM = pa.struct({"short": pa.string(), "full": pa.string()})
_SCHEMA = pa.schema(
    {
        "content": pa.string(),
        "sentences": pa.list_(_SENTENCE),
        "mentions": pa.list_(_MENTION),
        "acronyms": pa.list_(_ACRONYM),
        "references": pa.list_(_REFERENCE),
    }
)

#: Articles turned into Python objects at once when parts are read.
_AT_ONCE = 512


def name_part(extractor: str, contents: Sequence[str]) -> str:
    """Return the name of the part that holds these contents as read by this extractor."""
    return digest((PART_FORMAT, extractor, *contents))


def part_file(folder: Path, name: str) -> Path:
    """Return the file of a part."""
    return folder / f"{name}.parquet"


def write_part(path: Path, extractions: Mapping[str, Extraction]) -> None:
    """Write the extractions, keyed by content hash, in one step."""
    rows = [_row_of(content, extraction) for content, extraction in extractions.items()]
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=_SCHEMA), buffer, compression="zstd")
    write_whole(path, buffer.getvalue())


def is_whole(path: Path) -> bool:
    """Tell whether the file is there and is a part."""
    try:
        return bool(pq.read_schema(path).equals(_SCHEMA))
    except (OSError, pa.ArrowInvalid):
        return False


def drop_parts(folder: Path, kept: Collection[str]) -> None:
    """Remove all parts but the kept ones, and what killed builds left behind."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.stem not in kept:
            path.unlink()


def read_parts(paths: Iterable[Path], contents: Sequence[str]) -> Iterator[Extraction]:
    """Yield the extractions of the given contents, in the order given.

    `article_id` of an extraction is the content hash: a part does not know what articles are
    called in the store. A content that several parts hold is taken from the first.
    """
    tables = [pq.read_table(path, schema=_SCHEMA, partitioning=None) for path in paths]
    table = pa.concat_tables([_SCHEMA.empty_table(), *tables])
    rows = pc.index_in(pa.array(contents, pa.string()), value_set=table["content"])
    for start in range(0, len(contents), _AT_ONCE):
        for record in table.take(rows.slice(start, _AT_ONCE)).to_pylist():
            yield _extraction_of(record)


def _row_of(content: str, extraction: Extraction) -> dict[str, Any]:
    return {
        "content": content,
        "sentences": [
            {"start": sentence.start, "end": sentence.end, "role": sentence.role}
            for sentence in extraction.sentences
        ],
        "mentions": [
            {field.name: getattr(mention, field.name) for field in _MENTION}
            for mention in extraction.mentions
        ],
        "acronyms": [{"short": short, "full": full} for short, full in extraction.acronyms],
        "references": [
            {field.name: getattr(reference, field.name) for field in _REFERENCE}
            for reference in extraction.references
        ],
    }


def _extraction_of(record: Mapping[str, Any]) -> Extraction:
    return Extraction(
        article_id=record["content"],
        sentences=tuple(Sentence(**sentence) for sentence in record["sentences"]),
        mentions=tuple(Mention(**mention) for mention in record["mentions"]),
        acronyms=tuple((pair["short"], pair["full"]) for pair in record["acronyms"]),
        references=tuple(Reference(**reference) for reference in record["references"]),
    )
