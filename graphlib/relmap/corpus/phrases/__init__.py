"""The standing phrases of news pages that are no part of the story: one row, one phrase.

To add a phrase, add one row to one table. A test checks that its example is found by that row.

    a line of its own        teasers.py      "Also Read: Ministers meet in Astana"
                             navigation.py   "Share on Facebook", "3 min read"
                             signups.py      "Subscribe to our morning briefing"
                             notices.py      "Copyright Example Recorder, 2025"
                             credits.py      "Photo: Jane Doe"
    glued into a paragraph   glued.py        "… he said. Advertisement The two leaders …"
                             gluedcredits.py "… in Astana. Jane Doe/AFP/Getty Images The talks …"
    glued into a sentence    anywhere.py     "… in Astana Related article What the talks left out"

phrase.py explains how a pattern is written, words.py holds the word classes (`<site>`). Rules for
a phrase: it names no single outlet's people, it is bounded ({2,80}, never a bare `.*` between two
parts), and losing a real sentence is worse than keeping a share button: tests/corpus/
test_phrases.py has sentences that no row may take; add the one that yours comes closest to.
"""

from relmap.corpus.phrases.anywhere import ANYWHERE
from relmap.corpus.phrases.credits import CREDITS
from relmap.corpus.phrases.glued import GLUED
from relmap.corpus.phrases.navigation import NAVIGATION
from relmap.corpus.phrases.notices import NOTICES
from relmap.corpus.phrases.phrase import Phrase
from relmap.corpus.phrases.signups import SIGNUPS
from relmap.corpus.phrases.teasers import LABEL, TEASERS

__all__ = [
    "ANYWHERE",
    "CREDITS",
    "GLUED",
    "LABEL",
    "NAVIGATION",
    "NOTICES",
    "SIGNUPS",
    "TEASERS",
    "Phrase",
]
