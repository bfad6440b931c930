"""The project's own name component: the default pipeline's, trained further on own articles.

How it was trained, on what, and what it adds: benchmarks/names. The weights are for the default
pipeline alone, whose word vectors they build on.
"""

from __future__ import annotations

from hashlib import blake2b
from importlib.resources import files

from spacy.language import Language

FILE = "names.weights"

#: Where the pipeline's description keeps the hash of the weights that were put into it.
META_KEY = "relmap_names"


def put_into(nlp: Language) -> None:
    """Give the pipeline's name component the project's own weights, if the package carries any."""
    resource = files("relmap.extract").joinpath(FILE)
    if not resource.is_file():
        return
    content = resource.read_bytes()
    nlp.get_pipe("ner").model.from_bytes(content)  # type: ignore[attr-defined]
    nlp.meta[META_KEY] = blake2b(content, digest_size=4).hexdigest()
