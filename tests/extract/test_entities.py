"""The entities of whole batches are those that spaCy's recognizer finds token by token."""

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from relmap.extract import entities
from relmap.extract.entities import EntityReader, Moves, can_read, read_at_once

LABELS = ("PERSON", "ORG", "GPE", "DATE")
WORDS = ["Ana", "met", "the", "Kurat", "Council", "in", "\n", " ", "2023", "and", "Oslo", "."]


def recognizer_with(scale, factory="ner"):
    """A recognizer with random weights; a scale of 0 makes all moves equally good."""
    nlp = spacy.blank("en")
    found = nlp.add_pipe(factory, name="ner")
    for label in LABELS:
        found.add_label(label)
    nlp.initialize()
    noise = np.random.default_rng(int(scale * 1000))
    for layer in found.model.walk():
        for name in layer.param_names:
            if layer.has_param(name):
                shape = layer.get_param(name).shape
                layer.set_param(name, (noise.normal(size=shape) * scale).astype("float32"))
    # What stands first would win wherever all are equal, and here that is "O".
    upper = found.model.get_ref("upper")
    names = [found.moves.get_class_name(column) for column in range(found.moves.n_moves)]
    upper.set_param("b", upper.get_param("b") - np.eye(len(names), dtype="f")[names.index("O")])
    return nlp, found


@pytest.fixture(scope="module", params=[0.0, 0.1, 0.5, 1.5])
def recognizer(request):
    return recognizer_with(request.param)


def entities_of(doc):
    return [(ent.start, ent.end, ent.label_) for ent in doc.ents], [t.ent_iob_ for t in doc]


def make_doc(nlp, words, starts):
    return Doc(
        nlp.vocab,
        words=words,
        sent_starts=[place in starts for place in range(len(words))]
        if starts is not None
        else None,
    )


docs = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), max_size=14),
        st.one_of(st.none(), st.sets(st.integers(0, 13))),
    ),
    min_size=1,
    max_size=5,
)


@given(written=docs)
@settings(max_examples=150, deadline=None)
def test_every_entity_is_spacys_own(recognizer, written):
    nlp, own = recognizer
    expected = [entities_of(own(make_doc(nlp, *each))) for each in written]
    read = EntityReader(own).pipe([make_doc(nlp, *each) for each in written], batch_size=3)
    assert [entities_of(doc) for doc in read] == expected


def test_random_weights_find_names_of_several_words():
    """Else the test above would compare nothing with nothing."""
    nlp, own = recognizer_with(0.5)
    doc = EntityReader(own)(make_doc(nlp, WORDS * 20, None))
    assert len(doc.ents) > 5
    assert max(len(ent) for ent in doc.ents) > 2


def test_a_pipeline_is_given_the_reader_in_place_of_the_walk():
    nlp, own = recognizer_with(0.5)
    text = " ".join(WORDS * 4)
    expected = entities_of(nlp(text))
    read_at_once(nlp)
    assert nlp.pipe_names == [entities.COMPONENT]
    assert entities_of(nlp(text)) == expected
    assert nlp.get_pipe("ner") is own


def test_another_kind_of_recognizer_keeps_its_own_walk():
    nlp, own = recognizer_with(0.5, "beam_ner")
    assert not can_read(own)
    read_at_once(nlp)
    assert nlp.pipe_names == ["ner"]


def test_the_columns_of_the_moves_count_the_one_that_is_not_named():
    _, own = recognizer_with(0.0)
    moves = own.moves
    names = [moves.get_class_name(column) for column in range(moves.n_moves)]
    found = Moves.of(names)
    assert len(own.move_names) < moves.n_moves
    assert [names[column] for column in found.begin] == [f"B-{label}" for label in found.labels]
    assert [names[column] for column in found.end] == [f"L-{label}" for label in found.labels]
    assert names[found.outside] == "O"
    assert set(found.labels) == set(LABELS)


def test_empty_docs_pass():
    nlp, own = recognizer_with(0.1)
    assert [len(doc) for doc in EntityReader(own).pipe([Doc(nlp.vocab), Doc(nlp.vocab)])] == [0, 0]
