"""The project's own name component: put into a pipeline whole, or not at all."""

from __future__ import annotations

from hashlib import blake2b
from importlib.resources import files

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from relmap.errors import ModelError
from relmap.extract import weights
from relmap.extract.pipeline import describe_pipeline


def names_only(seed: int) -> Language:
    """A pipeline of one untrained name component."""
    spacy.util.fix_random_seed(seed)
    nlp = spacy.blank("en", meta={"name": "tiny", "version": "1.0"})
    nlp.add_pipe("ner")
    example = Example.from_dict(nlp.make_doc("Peru met"), {"entities": [(0, 4, "GPE")]})
    nlp.initialize(lambda: [example])
    return nlp


@pytest.fixture
def nlp() -> Language:
    return names_only(seed=1)


def ner_bytes(nlp: Language) -> bytes:
    return nlp.get_pipe("ner").model.to_bytes()


def carry(content: bytes, tmp_path, monkeypatch) -> None:
    """Let the package carry other weights, and know them."""
    (tmp_path / "names").write_bytes(content)
    monkeypatch.setattr(weights, "FILE", str(tmp_path / "names"))
    monkeypatch.setattr(weights, "PINNED", blake2b(content, digest_size=16).hexdigest())


def test_the_weights_replace_the_components_own(nlp, tmp_path, monkeypatch):
    own = ner_bytes(names_only(seed=2))
    assert ner_bytes(nlp) != own
    carry(own, tmp_path, monkeypatch)
    weights.put_into(nlp)
    assert ner_bytes(nlp) == own


def test_what_is_extracted_with_them_says_which(nlp, tmp_path, monkeypatch):
    said = set()
    for seed in (2, 3):
        carry(ner_bytes(names_only(seed)), tmp_path, monkeypatch)
        weights.put_into(nlp)
        said.add(describe_pipeline(nlp))
    assert len(said) == 2
    assert all(text.startswith("en_tiny 1.0 + names ") for text in said)


@pytest.mark.parametrize("content", [None, b"", b"changed"])
def test_weights_that_are_missing_or_changed_are_refused(nlp, tmp_path, monkeypatch, content):
    before = ner_bytes(nlp)
    if content is not None:
        (tmp_path / "names").write_bytes(content)
    monkeypatch.setattr(weights, "FILE", str(tmp_path / "names"))
    with pytest.raises(ModelError, match="Install relmap anew"):
        weights.put_into(nlp)
    assert ner_bytes(nlp) == before


#: What a download may cost for the names, in bytes.
LARGEST = 10_000_000


def test_the_package_carries_weights_of_a_bearable_size():
    content = files("relmap.extract").joinpath(weights.FILE).read_bytes()
    assert 0 < len(content) <= LARGEST


def test_the_default_pipeline_runs_with_the_weights_of_the_package(extractor):
    content = files("relmap.extract").joinpath(weights.FILE).read_bytes()
    assert ner_bytes(extractor._nlp) == content
    assert f" + names {blake2b(content, digest_size=16).hexdigest()[:8]} / " in extractor.version
