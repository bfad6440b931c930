"""Mentions to actors: which names are one person, organization or country, and by which rule."""

from relmap.actors.resolution import Resolved, resolve, resolve_stream

__all__ = ["Resolved", "resolve", "resolve_stream"]
