"""What only looks like an organization: offices, beliefs, classes, words of the day, headlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from spacy.tokens import Doc, Span

from relmap.extract.spans import text_of
from relmap.knowledge.bodies import BODY_HEADS, is_class, is_national
from relmap.knowledge.titles import is_title

#: Religions whose names do not end in -ism: they hold beliefs and do nothing themselves.
RELIGIONS = frozenset({"islam", "christianity", "shia", "sharia", "shariah"})

LOWER_WORD = re.compile(r"(?<![\w])[a-z\u00df-\u00ff]+(?![\w])")


def is_written_as_name(span: Span) -> bool:
    """Whether a span begins with a capital in Latin letters and says more than "Party" or "Council".

    A name in another script glosses the one before it: "Su Tseng-chang (蘇貞昌)".
    """
    is_bare = len(span) == 1 and is_class(span.text) and not is_national(span.text)
    is_capital = any(token.text[0].isupper() and token.text[0].isalpha() for token in span)
    return is_capital and not is_bare


def is_shouted_word(span: Span) -> bool:
    """Whether an acronym is a word of a headline in capitals: "WHO WILL FEED THE SWANS?"."""
    if len(span) > 1 or not span[0].is_stop or span.end >= len(span.doc):
        return False
    behind = span.doc[span.end]
    return behind.is_upper and len(behind) > 2


def is_belief(span: Span) -> bool:
    """Whether a span is a religion, a school of it or an idea: "Islam", "Wahhabism"."""
    last = span[-1].lower_
    return len(span) == 1 and (last in RELIGIONS or (last.endswith("ism") and span[0].is_title))


def is_office(span: Span) -> bool:
    """Whether the span is an office rather than a body: "Prime Minister", "Foreign Secretary"."""
    return is_title(span[-1].text) and not has_body_head(span.text)


def has_body_head(name: str) -> bool:
    """Whether a name ends in a word that only organizations end in, as "Council" does."""
    return name.rsplit(maxsplit=1)[-1].lower() in BODY_HEADS


def is_category(span: Span) -> bool:
    """Whether the span closes a list as its class: "and other Security Challenges"."""
    return span.start > 0 and span.doc[span.start - 1].lower_ == "other"


def is_everyday_word(span: Span, everyday: Set[str]) -> bool:
    """Whether a one-word name with one capital is a word that the article writes small as well.

    "increased Security cooperation" names nobody where "various security challenges" follow.
    """
    return len(span) == 1 and span[0].is_title and span[0].lower_ in everyday


def everyday_words(docs: Iterable[Doc]) -> frozenset[str]:
    """The words that an article writes in small letters."""
    return frozenset(word for doc in docs for word in LOWER_WORD.findall(text_of(doc)))
