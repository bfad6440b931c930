"""Articles to mentions: the only rooms that know spaCy."""

from relmap.extract.extractor import Extractor
from relmap.extract.pipeline import DEFAULT_MODEL

__all__ = ["DEFAULT_MODEL", "Extractor"]
