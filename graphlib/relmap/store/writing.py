"""The write side of a store, which a build uses and no reader ever imports."""

from relmap.store.catalogue import Catalogue
from relmap.store.encoding import Indexed
from relmap.store.extracted import (
    Part,
    add_part,
    count_language,
    find_pending,
    forget_part,
    list_languages,
    names_in,
    owned_by,
    owned_by_none,
    parts_of,
    prune,
    read_articles,
    set_apart,
)
from relmap.store.files import disk_errors
from relmap.store.folder import StoreFolder, make_store
from relmap.store.generations import (
    add_generation,
    drop_others,
    extractor_of,
    generation_in_force,
    is_usable,
    keys_of,
    open_current,
    switch,
)
from relmap.store.identity import Copy, Owned, digest
from relmap.store.index import Index
from relmap.store.indexing import IndexDraft, complete_index
from relmap.store.inputs import Reading
from relmap.store.listing import list_actors, list_ties, ties_among
from relmap.store.lock import only_build
from relmap.store.owning import choose_copies, count_owned, list_notices, list_owned
from relmap.store.parts import (
    ARTICLES_PER_PART,
    drop_parts,
    is_whole,
    name_part,
    part_file,
    read_part,
    read_sketches,
    write_part,
)
from relmap.store.schema import NO_ROW
from relmap.store.selecting import Selection, select
from relmap.store.unpacking import Sketch

__all__ = [
    "ARTICLES_PER_PART",
    "NO_ROW",
    "Catalogue",
    "Copy",
    "Index",
    "IndexDraft",
    "Indexed",
    "Owned",
    "Part",
    "Reading",
    "Selection",
    "Sketch",
    "StoreFolder",
    "add_generation",
    "add_part",
    "choose_copies",
    "complete_index",
    "count_language",
    "count_owned",
    "digest",
    "disk_errors",
    "drop_others",
    "drop_parts",
    "extractor_of",
    "find_pending",
    "forget_part",
    "generation_in_force",
    "is_usable",
    "is_whole",
    "keys_of",
    "list_actors",
    "list_languages",
    "list_notices",
    "list_owned",
    "list_ties",
    "make_store",
    "name_part",
    "names_in",
    "only_build",
    "open_current",
    "owned_by",
    "owned_by_none",
    "part_file",
    "parts_of",
    "prune",
    "read_articles",
    "read_part",
    "read_sketches",
    "select",
    "set_apart",
    "switch",
    "ties_among",
    "write_part",
]
