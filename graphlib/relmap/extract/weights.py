"""The project's own name component: the default pipeline's, trained further on own articles.

How it was trained, on what, and what it adds: benchmarks/names. The weights are for the default
pipeline alone, whose word vectors they build on.
"""

from __future__ import annotations

from hashlib import blake2b
from importlib.resources import files

from spacy.language import Language

from relmap.errors import ModelError

FILE = "names.weights"

#: blake2b (16 bytes) over the file; to be changed with it, after a training.
PINNED = "b07911d294c8cbb3e50e54370dccd599"

#: Where the pipeline's description keeps the hash of the weights that were put into it.
META_KEY = "relmap_names"


def put_into(nlp: Language) -> None:
    """Give the pipeline's name component the project's own weights.

    Raises ModelError when the file that relmap carries them in is missing or not what it was.
    """
    resource = files("relmap.extract").joinpath(FILE)
    content = resource.read_bytes() if resource.is_file() else b""
    digest = blake2b(content, digest_size=16).hexdigest()
    if digest != PINNED:
        raise ModelError(
            f"relmap's own name weights ({FILE}) are missing or were changed. Install relmap anew, "
            "or, after a training of your own, put the new file's hash into relmap/extract/weights.py."
        )
    nlp.get_pipe("ner").model.from_bytes(content)  # type: ignore[attr-defined]
    nlp.meta[META_KEY] = digest[:8]
