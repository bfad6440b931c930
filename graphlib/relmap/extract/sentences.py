"""Sentence starts that the parser misses because a name looks like an abbreviation."""

from __future__ import annotations

import re

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from relmap.extract.spans import text_of

COMPONENT = "relmap_sentence_starts"

#: Abbreviations that go with the name behind them and so never end a sentence.
BEFORE_NAMES = frozenset(
    {"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Col.", "Maj.", "Capt.", "Lt.", "Sgt.", "Adm."}
    | {"Sen.", "Rep.", "Gov.", "Rev.", "Hon.", "St.", "Mt.", "Fr.", "No.", "vs.", "v.", "Cmdr."}
)


#: A word, its full stop and the capitalised word behind: few enough to look at one by one.
STOP = re.compile(r"[^\W\d_]{2,}\.(?=\s+([A-Z][a-z]+)(?!\w))")


@Language.component(COMPONENT)
def mark_starts(doc: Doc) -> Doc:
    """Start a sentence after an abbreviation that a function word with a capital follows.

    The tokenizer keeps "Jun." whole because June is written so; in "… Minister Dong Jun. Both
    Singh and Asif are present" that hides the full stop from the parser.
    """
    for match in STOP.finditer(text_of(doc)):
        if match[1].lower() not in STOP_WORDS or match[0] in BEFORE_NAMES:
            continue
        span = doc.char_span(*match.span())
        if span is not None and len(span) == 1:
            doc[span.end].is_sent_start = True
    return doc
