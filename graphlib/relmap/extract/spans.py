"""Stretches of tokens that name something: how their edges and their shape are judged."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

#: Penn Treebank tags of proper nouns.
PROPER_TAGS = frozenset({"NNP", "NNPS"})

#: Acronyms are hardly ever longer: "UNICEF".
MAX_ACRONYM = 4

#: What binds two names into one word: "Israel-Hamas".
HYPHENS = ("-", "–", "/")

#: Behind two sides that a hyphen binds: "the Israel-Hamas war". "Amnesty International-Israel" is a
#: branch, "the Jordan-Nike deal" a player's.
BETWEEN_SIDES = frozenset(
    {
        "war",
        "conflict",
        "fighting",
        "hostilities",
        "clashes",
        "ceasefire",
        "truce",
        "talks",
        "summit",
        "agreement",
        "accord",
        "pact",
        "crisis",
        "standoff",
        "tensions",
        "dispute",
        "border",
        "rivalry",
        "relations",
        "negotiations",
        "confrontation",
        "battle",
        "violence",
        "escalation",
        "feud",
        "exchange",
        "peace",
        "hostage",
        "prisoner",
    }
)

#: Function words that cling to the edge of a span and are not part of the name.
LOOSE_FRONT = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "both"}
)


#: What pages print behind a name to lead on: "Donald Trump MORE".
PAGE_WORDS = frozenset({"MORE", "READ", "WATCH", "PHOTO", "VIDEO", "PHOTOS"})


def text_of(doc: Doc) -> str:
    """The text of a line; spaCy puts it together anew at every look, and the rules look often."""
    text = doc.user_data.get("relmap_text")
    if text is None:
        text = doc.user_data["relmap_text"] = doc.text
    return str(text)


def trim(span: Span) -> Span | None:
    """Cut articles, possessives, punctuation and line breaks off both ends; None if all goes.

    "the Shanghai Cooperation Organization’s" becomes "Shanghai Cooperation Organization".
    """
    doc, start, end = span.doc, span.start, span.end
    while start < end and is_loose_front(doc[start]):
        start += 1
    while start < end and is_loose_back(doc[end - 1]):
        end -= 1
    return doc[start:end] if start < end else None


def is_loose_front(token: Token) -> bool:
    """Whether a token at the front of a span is no part of the name."""
    return token.is_space or token.is_punct or token.lower_ in LOOSE_FRONT


def is_loose_back(token: Token) -> bool:
    """Whether a token at the back of a span is no part of the name."""
    if token.text in PAGE_WORDS or token.text in {"'s", "’s", "'", "’"} or token.tag_ == "POS":
        return True
    return token.is_space or token.is_punct or token.lower_ in {"the", "and", "of"}


def char_end(span: Span) -> int:
    """The end of a span in characters, without the full stop of a sentence.

    The tokenizer takes "Jun." for June; the name is "Dong Jun". Initials and "Jr." keep theirs.
    """
    last: Token = span[-1]
    keeps = len(last) <= 2 or last.text in {"Jr.", "Sr.", "Inc.", "Ltd.", "Co.", "Corp."}
    dotted = last.text.endswith(".") and "." not in last.text[:-1]
    return int(span.end_char) - (1 if dotted and not keeps else 0)


def has_proper_noun(span: Span) -> bool:
    """Whether the tagger saw a proper noun in the span."""
    return any(token.tag_ in PROPER_TAGS for token in span)


def is_shouted(span: Span) -> bool:
    """Whether a span is part of a headline in capitals, where the model sees names in all words."""
    words = [token for token in span if token.is_alpha]
    return len(words) > 2 and all(token.is_upper for token in words)


def is_place_line(span: Span) -> bool:
    """Whether a span opens a line as the place of a story does: "DHAKA: …", "KINSHASA, Congo —"."""
    behind = span.doc[span.end : span.end + 1]
    opens = span.start == 0 and len(span) == 1 and span[0].is_upper and len(span[0]) > MAX_ACRONYM
    return opens and behind.text in {",", ":", "(", "—", "–", "-", "--"}


def is_quoted(span: Span) -> bool:
    """Whether the span stands between quotation marks of its own: “Druzbha”, a drill's name."""
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else ""
    return before in {'"', "“", "‘", "«"} and after in {'"', "”", "’", "»"}


def stands_between_sides(doc: Doc, end: int) -> bool:
    """Whether a word for what two sides have with each other begins at character `end` or behind it."""
    behind = text_of(doc)[end:].split(maxsplit=1)
    return bool(behind) and behind[0].rstrip(".,;:!?").lower() in BETWEEN_SIDES
