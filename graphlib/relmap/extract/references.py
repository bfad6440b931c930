"""Words that speak of somebody without a name: "she", "the minister", and who else is spoken of.

What they stand for is not decided here (see `relmap.actors.references`); the parse only says what
they are and where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from relmap.extract.names import Name
from relmap.extract.spans import PROPER_TAGS, text_of
from relmap.knowledge.descriptions import (
    BODIES,
    COUNTRIES,
    INDEFINITE,
    gender_of_noun,
    person_noun,
)
from relmap.models import Form, Reference

PRONOUNS: Mapping[str, Literal["m", "f"]] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})

# The numbers by which spaCy knows the tags of words that may speak of somebody, and other such words.
_SPEAKING = np.array([get_string_id(tag) for tag in sorted({"NN", "PRP", "PRP$", *PROPER_TAGS})])
_ANYBODY = np.array([get_string_id(word) for word in sorted(INDEFINITE)])

#: What says which one is meant, so that it need not be the one that the article named:
#: "the minister of Poland", "the president who lost".
SPECIFYING = frozenset({"prep", "relcl", "acl", "appos", "poss", "nummod", "conj"})

_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class ReadDoc:
    """A line as it was parsed: which token belongs to which name, and which are quoted."""

    doc: Doc
    names: Mapping[int, Name]
    quoted: Sequence[bool]


def find_references(doc: Doc, names: Sequence[Name]) -> Iterator[Reference]:
    """The references of one line, offsets into it; `sentence` is left at 0."""
    line = ReadDoc(doc, tokens_of(doc, names), mark_quotes(doc))
    for place in sorted({*line.names, *places_of_words(doc)}):
        token = doc[place]
        if place in line.names:
            yield from place_name(token, line)
            continue
        form = form_of(token, line)
        if form is not None:
            yield make_reference(token, form, line)


def places_of_words(doc: Doc) -> list[int]:
    """Where words stand that may speak of somebody, told without a look at each of the others."""
    attributes = doc.to_array(["TAG", "LOWER"])
    found = np.isin(attributes[:, 0], _SPEAKING) | np.isin(attributes[:, 1], _ANYBODY)
    return [int(place) for place in np.flatnonzero(found)]


def tokens_of(doc: Doc, names: Sequence[Name]) -> dict[int, Name]:
    """The names by the tokens that they and their titles cover."""
    found: dict[int, Name] = {}
    text = text_of(doc)
    for name in names:
        title = text.rfind(name.title, 0, name.start) if name.title else -1
        start = name.start if title < 0 else title
        span = doc.char_span(start, name.end, alignment_mode="expand")
        found.update((token.i, name) for token in span or ())
    return found


_SIGNS = re.compile(f'["‘’{"".join(sorted({*_OPENING, *_CLOSING}))}]')


def mark_quotes(doc: Doc) -> list[bool]:
    """For each token whether it stands inside a quotation; one never closed reaches to the end.

    Straight marks open and close in turn. Single marks count where no letter stands before an
    opening one and none behind a closing one: "the ministers’ meeting" closes what none opened.
    """
    marks = [False] * len(doc)
    signs = list(_SIGNS.finditer(text_of(doc)))
    if not signs:
        return marks
    starts = doc.to_array("IDX")
    places = np.searchsorted(starts, [sign.start() for sign in signs], side="right") - 1
    double = single = False
    for nth, (sign, place) in enumerate(zip(signs, places.tolist(), strict=True)):
        if sign[0] == '"':
            double = not double
        elif sign[0] == "‘":
            single = True
        elif sign[0] != "’":
            double = sign[0] in _OPENING
        elif len(doc[place]) == 1:
            single = False
        behind = int(places[nth + 1]) if nth + 1 < len(signs) else len(doc) - 1
        # The token of the next sign still stands under what was open before it.
        marks[place + 1 : behind + 1] = [double or single] * (behind - place)
    return marks


def form_of(token: Token, line: ReadDoc) -> Form | None:
    """What a word is to us, or None where it speaks of nobody."""
    if token.lower_ in PRONOUNS and token.tag_ in {"PRP", "PRP$"}:
        return "pronoun"
    if token.tag_ == "NN" and is_described(token.lower_):
        return form_of_noun(token, line)
    return "other" if is_somebody(token) else None


def form_of_noun(token: Token, line: ReadDoc) -> Form | None:
    """What a noun that can stand for an actor does here; nothing in "party politics"."""
    if described_by(token, line) is not None:
        return "role"
    if token.dep_ == "compound":
        before_name = token.i + 1 < len(line.doc) and token.nbor().tag_ in PROPER_TAGS
        return "other" if before_name else None
    return "definite" if is_definite(token, line) else "other"


def is_described(noun: str) -> bool:
    """Whether a noun can stand for an actor."""
    return person_noun(noun) or noun in BODIES or noun in COUNTRIES


def is_somebody(token: Token) -> bool:
    """Whether a word speaks of a person whom no finder named: "anyone", a surname that was missed."""
    if token.tag_ in PROPER_TAGS:
        return token.ent_type_ == "PERSON" or token.dep_ in SUBJECTS
    return token.lower_ in INDEFINITE and token.dep_ in SUBJECTS


def described_by(token: Token, line: ReadDoc) -> Name | None:
    """The name that a noun describes: "Lavrov, the foreign minister", "the editor Maria Lansang"."""
    near = [token.head] if token.dep_ == "appos" else []
    near += [child for child in token.children if child.dep_ == "appos"]
    if token.i + 1 < len(line.doc):
        near.append(line.doc[token.i + 1])
    if token.dep_ == "attr" and token.head.lower_ in {"is", "was"}:
        near += [child for child in token.head.children if child.dep_ in SUBJECTS]
    found = (line.names.get(other.i) for other in near)
    kind = "person" if person_noun(token.lower_) else "organization"
    return next((name for name in found if name is not None and name.kind == kind), None)


def is_definite(token: Token, line: ReadDoc) -> bool:
    """Whether a noun says "the one we spoke of": "the minister", not "the minister of Poland"."""
    if token.dep_ in {"appos", "attr", "compound"}:
        return False
    children = list(token.children)
    if not any(child.lower_ == "the" and child.dep_ == "det" for child in children):
        return False
    if any(child.dep_ in SPECIFYING or child.i in line.names for child in children):
        return False
    first = line.doc[token.left_edge.i]
    return first.lower_ == "the" and all(
        i not in line.names and not line.doc[i].text[0].isupper()
        for i in range(first.i + 1, token.i)
    )


def make_reference(token: Token, form: Form, line: ReadDoc) -> Reference:
    """The reference at a token; a definite one begins at its "the"."""
    first = line.doc[first_word(token, form, line)]
    name = described_by(token, line) if form == "role" else None
    gender = PRONOUNS[token.lower_] if form == "pronoun" else gender_of_noun(token.lower_)
    return Reference(
        start=first.idx,
        end=token.idx + len(token),
        sentence=0,
        surface=line.doc[first.i : token.i + 1].text,
        form=form,
        head=token.lower_,
        gender=gender,
        quoted=line.quoted[token.i],
        subject=token.dep_ in SUBJECTS,
        fronted=is_fronted(token),
        described=name.start if name else -1,
        apart=subject_apart(token, line) if form == "pronoun" else -1,
    )


def subject_apart(token: Token, line: ReadDoc) -> int:
    """Where the subject stands that an object cannot be: in "Dahl thanked her" it is not Dahl."""
    if token.dep_ not in {"dobj", "dative", "pobj"}:
        return -1
    verb = token.head.head if token.dep_ == "pobj" else token.head
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return -1
    return line.names[subject.i].start if subject.i in line.names else int(subject.idx)


def first_word(token: Token, form: Form, line: ReadDoc) -> int:
    """Where a reference begins: "the minister", and beside a name "foreign minister"."""
    if form == "definite":
        return int(token.left_edge.i)
    start = int(token.i)
    while form == "role" and start and is_modifier(line.doc[start - 1], token):
        if start - 1 in line.names:
            break
        start -= 1
    return start


def is_modifier(before: Token, noun: Token) -> bool:
    """Whether a word narrows a noun: "foreign" in "foreign minister"."""
    return before.head == noun and before.dep_ in {"amod", "compound"}


def place_name(token: Token, line: ReadDoc) -> Iterator[Reference]:
    """What the grammar says of a name at its token: a subject, or part of another thing's name.

    In "the Navalny representatives" somebody else is spoken of than Navalny.
    """
    name, is_outer = line.names[token.i], line.names.get(token.head.i) is not line.names[token.i]
    place = Reference(name.start, name.end, 0, name.text, "name", "", described=name.start)
    if token.dep_ in SUBJECTS and not line.quoted[token.i]:
        yield replace(place, subject=True)
    elif token.dep_ == "compound" and is_outer and name.kind == "person":
        yield replace(place, form="other", described=-1)


def is_fronted(token: Token) -> bool:
    """Whether a word stands before the subject of its sentence and outside of it."""
    root = token.sent.root
    subject = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return token.dep_ not in SUBJECTS
    if token.i >= subject.i:
        return False
    return not (subject.left_edge.i <= token.i <= subject.right_edge.i)
