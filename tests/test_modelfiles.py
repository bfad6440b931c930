"""What a model is, told from its files: the very same that the loaded one says of itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from relmap.errors import ModelError
from relmap.fingerprint import rules_version
from relmap.modelfiles import (
    Facts,
    describe,
    digest_folder,
    find_pipeline,
    name_for_good,
    state_of,
)
from relmap.models import DEFAULT_MODEL

#: What spaCy writes into a package of a pipeline.
INSTALLED = """
from pathlib import Path
from spacy.util import load_model_from_init_py

def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def tiny(seed: int = 0) -> Any:
    """A small full pipeline that has learnt nothing, as `spacy train` names all of its own."""
    import spacy
    from spacy.training import Example

    spacy.util.fix_random_seed(seed)
    nlp = spacy.blank("en")
    for part in ("tagger", "parser", "ner"):
        nlp.add_pipe(part)
    learnt = {"heads": [1, 1], "deps": ["nsubj", "ROOT"], "tags": ["NNP", "VBD"]}
    example = Example.from_dict(nlp.make_doc("Peru met"), {**learnt, "entities": [(0, 4, "GPE")]})
    nlp.initialize(lambda: [example])
    return nlp


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two trainings of one pipeline."""
    folders = (
        tmp_path_factory.mktemp("first") / "model",
        tmp_path_factory.mktemp("second") / "model",
    )
    for seed, folder in enumerate(folders):
        tiny(seed).to_disk(folder)
    return folders


def install(folder: Path, site: Path, name: str = "en_tiny_installed") -> str:
    """Lay a pipeline into a folder as spaCy packages and pip installs it."""
    said = json.loads((folder / "meta.json").read_text())
    data = f"{said['lang']}_{said['name']}-{said['version']}"
    shutil.copytree(folder, site / name / data)
    shutil.copy(folder / "meta.json", site / name)
    (site / name / "__init__.py").write_text(INSTALLED)
    (site / f"{name}-1.0.dist-info").mkdir()
    (site / f"{name}-1.0.dist-info" / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    )
    return name


def told_by_loading(model: str) -> Facts:
    from relmap.extract import Extractor

    extractor = Extractor.load(model)
    return Facts(extractor.version, extractor.language)


def test_a_folder_says_the_same_unloaded(trained: tuple[Path, Path]) -> None:
    told = describe(str(trained[0]))
    assert told == told_by_loading(str(trained[0]))
    assert told is not None
    assert told.version == (
        f"en_pipeline 0.0.0 ({digest_folder(trained[0])[:8]}) / rules {rules_version()}"
    )


def test_an_installed_package_says_the_same_unloaded(
    trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = install(trained[0], tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert describe(name) == describe(str(trained[0])) == told_by_loading(name)


def test_a_saved_pipeline_says_the_same_whatever_it_was_saved_from(
    trained: tuple[Path, Path], tmp_path: Path
) -> None:
    said = json.loads((trained[0] / "meta.json").read_text())
    shutil.copytree(trained[0], tmp_path / "saved")
    said |= {"relmap_names": "0123456789", "relmap_files": "0123456789"}
    (tmp_path / "saved" / "meta.json").write_text(json.dumps(said))
    assert describe(str(tmp_path / "saved")) == told_by_loading(str(tmp_path / "saved"))


def test_a_model_trained_anew_is_another_one(trained: tuple[Path, Path]) -> None:
    first, second = (describe(str(folder)) for folder in trained)
    assert first is not None
    assert second is not None
    assert first.version != second.version
    assert first.version.split("(")[0] == second.version.split("(")[0], "by its name it is the same"


@pytest.mark.parametrize("name", ["", " ", "no_such_model", "spacy", "os", "./no/folder", "a\0b"])
def test_of_what_is_no_pipeline_nothing_is_told(name: str) -> None:
    assert describe(name) is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"lang": "en", "name": "x"}', "\xff"])
def test_of_a_folder_that_does_not_say_what_it_is_nothing_is_told(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "meta.json").write_text(content, encoding="latin-1")
    assert describe(str(tmp_path)) is None
    with pytest.raises(ModelError, match="not installed"):
        told_by_loading(str(tmp_path))


def test_a_package_is_described_without_being_run(
    trained: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = install(trained[0], tmp_path, "en_tiny_that_ends_everything")
    (tmp_path / name / "__init__.py").write_text("raise SystemExit\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find_pipeline(name) is not None


def test_a_model_keeps_its_name_unless_it_is_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / DEFAULT_MODEL).mkdir()
    monkeypatch.chdir(tmp_path)
    assert name_for_good("model") == str(tmp_path / "model")
    assert name_for_good(DEFAULT_MODEL) == DEFAULT_MODEL, "packages come first, as spaCy has it"
    assert name_for_good("no_such_model") == "no_such_model"
    assert name_for_good("") == ""


def test_the_state_changes_with_every_file_that_is_written(tmp_path: Path) -> None:
    file = tmp_path / "model" / "ner" / "model"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"1")
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    seen = [state_of(tmp_path / "model")]
    assert state_of(tmp_path / "model") == seen[0]
    # As long as before, and with its old times, which a copying tool may give it.
    file.with_suffix(".new").write_bytes(b"2")
    os.utime(file.with_suffix(".new"), ns=times)
    file.with_suffix(".new").replace(file)
    seen.append(state_of(tmp_path / "model"))
    file.rename(file.with_name("other"))
    seen.append(state_of(tmp_path / "model"))
    assert len(set(seen)) == 3


_BUILD = """
import sys
from pathlib import Path
from relmap.build import build

if __name__ == "__main__":
    build([Path(sys.argv[1])], Path(sys.argv[2]), workers=2)
    print(sorted({"spacy", "thinc"} & set(sys.modules)))
"""


def test_who_lets_others_extract_never_loads_the_model(tmp_path: Path) -> None:
    from relmap.store import Store

    (tmp_path / "a.txt").write_text("Russia and Pakistan signed an agreement on Monday.")
    (tmp_path / "build.py").write_text(_BUILD)
    command = [sys.executable, "build.py", "a.txt", "store"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
    told = describe(DEFAULT_MODEL)
    assert told is not None
    assert Store.open(tmp_path / "store").model == told.version
