"""Sentence starts that the parser misses because a name looks like an abbreviation."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

COMPONENT = "relmap_sentence_starts"

#: Abbreviations that go with the name behind them and so never end a sentence.
BEFORE_NAMES = frozenset(
    {"Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Col.", "Maj.", "Capt.", "Lt.", "Sgt.", "Adm."}
    | {"Sen.", "Rep.", "Gov.", "Rev.", "Hon.", "St.", "Mt.", "Fr.", "No.", "vs.", "v.", "Cmdr."}
)


@Language.component(COMPONENT)
def mark_starts(doc: Doc) -> Doc:
    """Start a sentence after an abbreviation that a function word with a capital follows.

    The tokenizer keeps "Jun." whole because June is written so; in "… Minister Dong Jun. Both
    Singh and Asif are present" that hides the full stop from the parser.
    """
    for token in doc[1:]:
        if ends_like_abbreviation(token.nbor(-1)) and opens_sentence(token):
            token.is_sent_start = True
    return doc


def ends_like_abbreviation(token: Token) -> bool:
    """Whether a token carries its own full stop and can end a sentence."""
    return len(token) > 2 and token.text.endswith(".") and token.text not in BEFORE_NAMES


def opens_sentence(token: Token) -> bool:
    """Whether a token is a function word that is capitalised, as "Both" or "The" are."""
    return token.is_title and token.is_stop and token.text != "I"
