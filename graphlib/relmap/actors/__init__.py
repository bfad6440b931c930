"""Mentions to actors: which names are one person, organization or country, and by which rule."""

from relmap.actors.resolution import resolve

__all__ = ["resolve"]
