"""A feed's title → the paper that publishes it, without the section that the feed is of.

"Indus Herald » World" and "BBC News - World" are one paper's feeds each, and no papers of their own.
Only words that no paper has for its whole name are taken for a section.
"""

from __future__ import annotations

import re

_BETWEEN = re.compile(r" [«›>|/·–—-] | ?(?:»|::? ) ?")
# One of these words, or several: "World News", "Politics and Business", "Top Stories RSS".
_SECTION = re.compile(
    r"(?:(?:the|and|&|in|of|from|all|our|top|latest|breaking|recent|new|most|read|full|online"
    r"|world|international|foreign|global|national|local|home|homepage|front|page|politics|political"
    r"|business|economy|economics|finance|markets?|money|technology|tech|science|health|culture|arts"
    r"|sports?|opinion|comment|commentary|editorials?|analysis|features|africa|americas?|asia"
    r"|pacific|asia-pacific|europe|middle|east|uk|us|u\.s\.|usa|news|stories|headlines|articles|posts"
    r"|entries|updates|rss|atom|xml|feeds?|category|archives?|section|channel)\b[\s,]*)+",
    re.IGNORECASE,
)
# What an engine calls the results of a search: '"Macron" - Google News'.
_SEARCH = re.compile(r"[\"“„'].{1,200}[\"”“']\s+-\s+\S.*")


def outlet_of(title: str | None) -> str | None:
    """Return the name of the paper in a feed's title; None where it is that of a search."""
    if title is None or _SEARCH.fullmatch(title):
        return None
    parts = [part for part in _BETWEEN.split(title) if part.strip()]
    named = [part for part in parts if not _SECTION.fullmatch(part.strip())]
    # "World - Europe" names nobody, "The Herald - The Letter" perhaps one: then it stays whole.
    return named[0].strip() if len(named) == 1 and len(parts) > 1 else title
