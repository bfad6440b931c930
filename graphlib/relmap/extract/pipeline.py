"""The language model: loaded by name, cut down to the components that extraction reads."""

from __future__ import annotations

import warnings

import spacy
from spacy.language import Language

from relmap.errors import ModelError
from relmap.extract import sentences
from relmap.models import DEFAULT_MODEL

#: Components whose output nobody reads: names are compared as written, tags come from the tagger.
UNUSED = ("lemmatizer", "attribute_ruler")

#: What the rules need: sentences and roles in them, tags, and the model's own names.
NEEDED = ("parser", "tagger", "ner")


def load_pipeline(name: str = DEFAULT_MODEL) -> Language:
    """Load the installed pipeline `name` and let short words end a sentence (see `sentences`).

    Raises ModelError when no such pipeline is installed or when it lacks a needed component.
    """
    try:
        with warnings.catch_warnings():
            # W095: the model was trained with an earlier 3.x; its files are checked by our tests.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name, exclude=list(UNUSED))
    except (OSError, ImportError) as error:
        raise ModelError(
            f'The language model "{name}" is not installed. Install it with '
            f'"pip install {name.replace("_", "-")}", or leave out --model to use the default '
            f'("{DEFAULT_MODEL}").'
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f'The language model "{name}" has no {", ".join(missing)}, which relmap needs. '
            f'Use the default model ("{DEFAULT_MODEL}") or another full English pipeline.'
        )
    nlp.add_pipe(sentences.COMPONENT, before="parser")
    return nlp


def describe_pipeline(nlp: Language) -> str:
    """Name and version of a pipeline as they stand with everything extracted by it."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
