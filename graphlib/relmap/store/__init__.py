"""What has been read and extracted, on disk; filters → evidence → ties."""

from relmap.store.reading import Store
from relmap.store.view import View

__all__ = ["Store", "View"]
