"""Digests of the code: what must change them, what must not, and that nothing is forgotten."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

from relmap import fingerprint

#: What a store's content does not depend on, though a build imports it: words for errors, the
#: digests themselves, and when memory is tidied.
APART = {"errors.py", "fingerprint.py", "garbage.py"}

#: What only carries, keeps or reads what workers found.
CARRIES = {
    "store/files.py",
    "store/unpacking.py",
    "workers/naming.py",
    "workers/order.py",
    "workers/places.py",
    "workers/unforeseen.py",
}


@pytest.fixture
def package(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package that the digests are taken of."""
    copy = tmp_path / "relmap"
    left = shutil.ignore_patterns("__pycache__", "*.weights", "*.js", "*.svg", "*.woff2")
    shutil.copytree(project / "graphlib" / "relmap", copy, ignore=left)
    monkeypatch.setattr(fingerprint, "__file__", str(copy / "fingerprint.py"))
    return copy


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"# a rule\n")


def test_a_changed_rule_changes_the_code_version(package: Path) -> None:
    version = fingerprint.code_version.__wrapped__
    before = version()
    assert before.startswith(f"relmap {metadata.version('relmap')} / code ")
    (package / "app" / "page_about_nothing.py").write_text("# how it looks")
    (package / "store" / "__pycache__").mkdir(exist_ok=True)
    (package / "store" / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"compiled")
    assert version() == before
    change(package / "actors" / "__init__.py")
    assert version() != before


@pytest.mark.parametrize(
    "module",
    [
        "extract/refusals.py",
        "extract/weights.py",
        "knowledge/titles.csv",
        "corpus/lines.py",
        "corpus/phrases/teasers.py",
        "stories/shingles.py",
        "stories/words.py",
        "store/packing.py",
        "workers/extraction.py",
    ],
)
def test_what_decides_a_part_changes_the_version_of_the_rules(package: Path, module: str) -> None:
    version = fingerprint.rules_version.__wrapped__
    before = version()
    change(package / module)
    assert version() != before


@pytest.mark.parametrize(
    "module",
    ["actors/merging.py", "corpus/mails.py", "stories/groups.py", "store/view.py", "app/page.py"],
)
def test_what_only_uses_a_part_leaves_the_version_of_the_rules(package: Path, module: str) -> None:
    version = fingerprint.rules_version.__wrapped__
    before = version()
    change(package / module)
    assert version() == before


def test_a_new_rule_and_a_renamed_one_change_the_version_of_the_rules(package: Path) -> None:
    seen = {fingerprint.rules_version.__wrapped__()}
    (package / "extract" / "more.py").write_text("")
    seen.add(fingerprint.rules_version.__wrapped__())
    (package / "extract" / "more.py").rename(package / "extract" / "other.py")
    seen.add(fingerprint.rules_version.__wrapped__())
    assert len(seen) == 3


def test_another_spacy_is_another_version_of_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint.rules_version.__wrapped__()
    monkeypatch.setattr("relmap.fingerprint._spacy_version", lambda: "4.0.0")
    assert fingerprint.rules_version.__wrapped__() != before


def test_the_ends_of_lines_on_another_system_change_nothing(package: Path) -> None:
    before = fingerprint.code_version.__wrapped__(), fingerprint.rules_version.__wrapped__()
    for path in package.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after = fingerprint.code_version.__wrapped__(), fingerprint.rules_version.__wrapped__()
    assert after == before


def test_every_room_and_module_exists(project: Path) -> None:
    package = project / "graphlib" / "relmap"
    rooms = (*fingerprint.ROOMS, *fingerprint.PART_ROOMS)
    modules = (*fingerprint.MODULES, *fingerprint.PART_MODULES, *APART, *CARRIES)
    assert all((package / room).is_dir() for room in rooms)
    assert all((package / module).is_file() for module in modules)


# Whether the lists are whole is told by the imports: what decides imports what it decides by.


def find(package: Path, dotted: str) -> str | None:
    """The file of a module of ours, by its path in the package."""
    place = package.parent / dotted.replace(".", "/")
    for path in (place.with_suffix(".py"), place / "__init__.py"):
        if path.is_file():
            return path.relative_to(package).as_posix()
    return None


def imported(package: Path, module: str) -> Iterator[str]:
    """The modules of ours that one imports; a name that a room passes on is followed to its own."""
    for node in ast.walk(ast.parse((package / module).read_text(encoding="utf-8"))):
        names = node.names if isinstance(node, ast.ImportFrom) else []
        for alias in names:
            yield from defining(package, str(node.module), alias.name)  # type: ignore[attr-defined]


def defining(package: Path, dotted: str, name: str) -> Iterator[str]:
    module = find(package, f"{dotted}.{name}") or find(package, dotted)
    if not dotted.startswith("relmap") or module is None:
        return
    if module.endswith("__init__.py") and not module.startswith("layout"):
        for node in ast.parse((package / module).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and name in {one.name for one in node.names}:
                yield from defining(package, str(node.module), name)
                return
    yield module


def reached(package: Path, roots: Iterable[str], beyond: set[str]) -> set[str]:
    """All modules that some import, directly or not; those in `beyond` are not followed."""
    found: set[str] = set()
    waiting = [*roots]
    while waiting:
        module = waiting.pop()
        if module not in found | beyond:
            found.add(module)
            waiting.extend(imported(package, module))
    return found


def covered(module: str, rooms: Iterable[str], modules: Iterable[str]) -> bool:
    return module in modules or any(module.startswith(f"{room}/") for room in rooms)


def test_all_that_a_part_is_decided_by_is_among_the_rules(project: Path) -> None:
    package = project / "graphlib" / "relmap"
    roots = [path.relative_to(package).as_posix() for path in package.glob("extract/*.py")]
    # The steps say which languages a model reads; what else they know is not for workers.
    beyond = APART | CARRIES | {"steps.py", "modelfiles.py"}
    found = reached(package, [*roots, "workers/extraction.py", "store/packing.py"], beyond)
    assert {"corpus/lines.py", "stories/words.py", "knowledge/packaged.py"} <= found
    missing = {
        module
        for module in found
        if not covered(module, fingerprint.PART_ROOMS, fingerprint.PART_MODULES)
    }
    assert not missing
    assert "steps.py" in fingerprint.PART_MODULES


def test_all_that_a_store_is_decided_by_is_among_the_code(project: Path) -> None:
    package = project / "graphlib" / "relmap"
    found = reached(package, ["build.py"], APART)
    assert {"stages.py", "extract/extractor.py", "actors/resolution.py", "graph.py"} <= found
    missing = {
        module for module in found if not covered(module, fingerprint.ROOMS, fingerprint.MODULES)
    }
    assert not missing
