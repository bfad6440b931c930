"""What the default pipeline's files must be: one hash over all of them."""

from __future__ import annotations

from hashlib import blake2b, file_digest
from pathlib import Path

#: blake2b (16 bytes) over the files of the package that carries spaCy's en_core_web_md 3.7.1, as `of_folder` takes it.
PINNED = "6421ea0c6d3a5b261e956cd47a90fbce"


def of_folder(folder: Path) -> str:
    """The hash over the relative path and content of every file below a folder, sorted by path."""
    whole = blake2b(digest_size=16)
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in sorted(files, key=lambda path: path.relative_to(folder).as_posix()):
        with path.open("rb") as stream:
            content = file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return whole.hexdigest()
