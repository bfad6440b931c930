"""What the tables say of single words and titles, kept in mind: every article asks the same again."""

from __future__ import annotations

from functools import lru_cache

from relmap.knowledge import spelling, titles

#: Titles and nouns are few: thousands in a million articles.
CACHED = 1 << 15

gender = lru_cache(CACHED)(titles.gender)
americanize = lru_cache(CACHED)(spelling.americanize)
