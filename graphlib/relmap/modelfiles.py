"""What an installed language model is, told from its files without loading it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from relmap.fingerprint import rules_version
from relmap.models import DEFAULT_MODEL

_META = "meta.json"

#: The project's own weights, which the default pipeline takes.
_NAMES = Path(__file__).parent / "extract" / "names.weights"

#: What a pipeline's description must say.
_SAID = ("lang", "name", "version")

#: Hex digits of a digest in a version: few, since people read them.
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Facts:
    """What a model is known by without loading it: the extractor's version, and its language."""

    version: str
    language: str


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline on the disk: the folder that holds its parts, and what it says of itself."""

    folder: Path
    language: str
    name: str
    version: str


def describe(model: str, digest: Callable[[Path], str] | None = None) -> Facts | None:
    """Return what an extractor on this model says of itself once it is loaded.

    None where the model is missing, or a package of another kind than spaCy makes: loading it is
    then what tells. `digest` stands in for `digest_folder`, where digests are remembered.
    """
    found = find_pipeline(model)
    if found is None:
        return None
    own = f"{found.language}_{found.name} {found.version}"
    # The default's files are held to one digest that is part of the rules; its version is enough.
    text = (
        tell_names(own, digest_names())
        if model == DEFAULT_MODEL
        else tell_files(own, (digest or digest_folder)(found.folder))
    )
    return Facts(with_rules(text), found.language)


def tell_names(own: str, names: str) -> str:
    """Return what stands for a pipeline that has taken the names component of this digest."""
    return f"{own} + names {names[:_DIGITS]}"


def tell_files(own: str, files: str) -> str:
    """Return what stands for a pipeline whose files have this digest.

    Every training of spaCy's calls its result "en_pipeline 0.0.0".
    """
    return f"{own} ({files[:_DIGITS]})"


def with_rules(pipeline: str) -> str:
    """Return the extractor's version: its pipeline, and the rules over it."""
    return f"{pipeline} / rules {rules_version()}"


def find_pipeline(model: str) -> Pipeline | None:
    """Return the pipeline that spaCy loads under this name, None where that cannot be told.

    As spaCy does it: an installed package of that name, else a folder.
    """
    package = _find_package(model)
    if package is None:
        return None if is_package(model) or not model else _read_meta(Path(model))
    said = _read_meta(package)
    if said is None:
        return None
    return _read_meta(package / f"{said.language}_{said.name}-{said.version}")


def name_for_good(model: str) -> str:
    """Return the name under which a model is found from any folder: a path is made absolute."""
    is_path = bool(model) and not is_package(model) and Path(model).exists()
    return str(Path(model).absolute()) if is_path else model


def is_package(model: str) -> bool:
    """Tell whether a distribution of that name is installed."""
    try:
        metadata.distribution(model)
    except (metadata.PackageNotFoundError, ValueError):
        return False
    return True


def digest_folder(folder: Path) -> str:
    """Return a hash over the relative path and content of every file below a folder."""
    whole = blake2b(digest_size=16)
    for path in _files(folder):
        with path.open("rb") as stream:
            content = file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return whole.hexdigest()


def state_of(folder: Path) -> str:
    """Return a hash that changes whenever a file below the folder is written, without reading any."""
    whole = blake2b(str(folder).encode("utf-8", "backslashreplace"), digest_size=16)
    for path in _files(folder):
        found = path.stat()
        # A copy may bring its times along; when and where it came into being it cannot.
        marks = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        whole.update(f"{path.relative_to(folder).as_posix()} {marks}\n".encode())
    return whole.hexdigest()


def digest_names() -> str:
    """Return the hash of the weights that the package carries; "" where they are missing."""
    try:
        return blake2b(_NAMES.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def _find_package(model: str) -> Path | None:
    """Return the folder of an installed package; nothing of it is run."""
    if not is_package(model):
        return None
    try:
        spec = find_spec(model)
    except (ImportError, ValueError):
        return None
    return None if spec is None or spec.origin is None else Path(spec.origin).parent


def _read_meta(folder: Path) -> Pipeline | None:
    try:
        said = json.loads((folder / _META).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(said, dict) or not all(said.get(name) for name in _SAID):
        return None
    return Pipeline(folder, *(str(said[name]) for name in _SAID))


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in order, but for what Python compiles."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return iter(sorted(found, key=lambda path: path.relative_to(folder).as_posix()))
