"""Stories: which articles carry the same text, whole, cut short or with something around it."""

from relmap.stories.groups import group_stories
from relmap.stories.shingles import sketch

__all__ = ["group_stories", "sketch"]
