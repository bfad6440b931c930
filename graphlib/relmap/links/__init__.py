"""A view as a readable query string, and back: what a link says is checked, never trusted."""

from relmap.links.link import LONGEST, MOST_DRAWN, PARAMETERS, Link
from relmap.links.reading import read_link, read_parameters
from relmap.links.writing import link_parameters, write_link

__all__ = [
    "LONGEST",
    "MOST_DRAWN",
    "PARAMETERS",
    "Link",
    "link_parameters",
    "read_link",
    "read_parameters",
    "write_link",
]
