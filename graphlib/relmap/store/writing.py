"""The write side of a store, which a build uses and no reader ever imports."""

from relmap.store.catalogue import Catalogue
from relmap.store.files import disk_errors
from relmap.store.folder import StoreFolder, make_store
from relmap.store.generations import (
    add_generation,
    drop_others,
    generation_in_force,
    is_usable,
    keys_of,
    open_current,
    switch,
)
from relmap.store.identity import Copy, Owned, Place, choose_copies, digest
from relmap.store.index import Index
from relmap.store.indexing import Content, Indexed, complete_index, make_index
from relmap.store.lock import only_build
from relmap.store.parts import (
    ARTICLES_PER_PART,
    drop_parts,
    is_whole,
    name_part,
    part_file,
    read_parts,
    write_part,
)
from relmap.store.selecting import Selection, list_actors, list_ties, select, ties_among

__all__ = [
    "ARTICLES_PER_PART",
    "Catalogue",
    "Content",
    "Copy",
    "Index",
    "Indexed",
    "Owned",
    "Place",
    "Selection",
    "StoreFolder",
    "add_generation",
    "choose_copies",
    "complete_index",
    "digest",
    "disk_errors",
    "drop_others",
    "drop_parts",
    "generation_in_force",
    "is_usable",
    "is_whole",
    "keys_of",
    "list_actors",
    "list_ties",
    "make_index",
    "make_store",
    "name_part",
    "only_build",
    "open_current",
    "part_file",
    "read_parts",
    "select",
    "switch",
    "ties_among",
    "write_part",
]
