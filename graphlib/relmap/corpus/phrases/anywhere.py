"""Phrases of pages that are cut wherever they stand, also where no sentence has ended.

Behind a caption there is often no full stop: "… a strike in Khan Younis. UNICEF Related article
What the talks left out The ministers …". So a phrase belongs here only if no sentence can hold it.
The example is a stretch of a page, with the phrase itself between ‹ and ›.
"""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must begin with a word, which is quick to look for. Capitals count; `\Z` is the end of the
#: whole line.
ANYWHERE = (
    # Where the headline cannot be told from the story behind it, only the label is cut.
    Phrase(
        "teaser",
        "in Astana. UNTV ‹Related article What the talks left out› The talks went on.",
        r"Related (article|video)(?=\s?[A-Z‘“])<other headline>?",
    ),
    Phrase(
        "navigation",
        "He said so ‹Video Ad Feedback Ministers meet in Astana 01:46 - Source: CNN› The talks.",
        r"Video Ad Feedback( .{3,160}? \d\d:\d\d - Source: <name>( Business| International)?)?",
    ),
    # The owner's name stands there twice.
    Phrase(
        "credit",
        "‹Enlarge this image toggle caption J. Roe/AP J. Roe/AP› The talks went on.",
        r"""
        Enlarge this image( toggle caption)?
        (\s(?P<owner>[A-Z].{4,80}?)\s(?P=owner)(?=\s|\Z))?
        """,
    ),
    Phrase(
        "credit",
        "President Putin ‹(Photo: Jane Doe, AP)›",
        r"""
        \((Photo|Image|Picture|Photograph|Credit|Courtesy|File [Pp]hoto|Screenshot)s?:
        ([^()]{2,120}(\([^()]{1,20}\)[^()]{0,60})?\)|\s*\Z)
        """,
    ),
)
