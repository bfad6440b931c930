"""Articles to mentions: the only rooms that know spaCy."""

from relmap.extract.extractor import Extractor

__all__ = ["Extractor"]
