"""The installed wheel: imports from anywhere, beside the standard library's own graphlib."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

#: Run outside the checkout, with the wheel's folder first on the path.
PROBE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from graphlib import TopologicalSorter
import graphlib, relmap, relmap.cli, relmap.serving
from relmap.knowledge import countries
print(json.dumps({
    "relmap": relmap.__file__,
    "graphlib": graphlib.__file__,
    "order": list(TopologicalSorter({"map": {"ties"}, "ties": {"articles"}}).static_order()),
    "page": str(relmap.serving.find_dashboard()),
}))
"""


@pytest.fixture(scope="module")
def installed(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel in it, built and installed without asking the network."""
    built = tmp_path_factory.mktemp("wheel")
    target = tmp_path_factory.mktemp("installed")
    run("hatchling", "build", "-t", "wheel", "-d", str(built), cwd=project)
    (wheel,) = built.glob("*.whl")
    install = (
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--disable-pip-version-check",
    )
    run(*install, "--target", str(target), str(wheel), cwd=built)
    return target


def run(*command: str, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_imports_from_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", PROBE, str(installed)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert Path(seen["relmap"]).is_relative_to(installed)
    assert not Path(seen["graphlib"]).is_relative_to(installed)
    assert seen["order"] == ["articles", "ties", "map"]
    assert Path(seen["page"]) == installed / "relmap" / "site" / "dashboard.py"


def test_the_folder_graphlib_is_not_installed(installed: Path) -> None:
    assert not (installed / "graphlib").exists()


def test_it_carries_its_data(installed: Path, project: Path) -> None:
    package = project / "graphlib" / "relmap"
    data = {
        path.relative_to(package)
        for path in package.rglob("*")
        if path.is_file()
        and path.suffix not in {".py", ".pyc"}
        and not any(part.startswith((".", "__")) for part in path.relative_to(package).parts)
    }
    assert Path("py.typed") in data
    assert Path("knowledge/countries.csv") in data
    assert Path("extract/names.weights") in data
    missing = sorted(str(path) for path in data if not (installed / "relmap" / path).is_file())
    assert not missing


@pytest.mark.parametrize("folder", ["assets", "seeds", ".streamlit"])
def test_it_carries_the_page_and_what_the_page_needs(
    installed: Path, project: Path, folder: str
) -> None:
    site = installed / "relmap" / "site"
    for path in (project / folder).rglob("*"):
        if path.is_file():
            copy = site / path.relative_to(project)
            assert copy.is_file(), f"{copy} is missing"
            assert copy.read_bytes() == path.read_bytes()
