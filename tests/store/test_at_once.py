"""However often a folder was built while its files changed: it gives what building it once gives."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.build import Inputs, run
from relmap.corpus import read_anew
from relmap.errors import InputError
from relmap.models import Filters
from relmap.store import Store

texts = st.sampled_from(
    ["Russia met Pakistan.", "India met Modi.\nRussia met Modi.", "SCO met Asif.", "Asif.", ""]
)
rows = st.lists(texts, max_size=3)
# A file without so much as an object is taken for one that is being written: it keeps its articles.
objects = st.lists(texts, min_size=1, max_size=3)
members = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.jsonl"]), texts, max_size=3)


def text_of(text: str) -> bytes:
    return text.encode()


def table_of(found: Sequence[str]) -> bytes:
    return "\n".join(
        ["text,id", *(f'"{text}",{row % 2}' for row, text in enumerate(found))]
    ).encode()


def lines_of(found: Sequence[str]) -> bytes:
    return "\n".join(json.dumps({"text": text}) for text in found).encode()


def archive_of(found: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in found.items():
            archive.writestr(name, lines_of([text]) if name == "c.jsonl" else text)
    return held.getvalue()


def listing_of(found: Sequence[str]) -> bytes:
    return "\n".join(["file,date", *(f"a.txt,{day}" for day in found)]).encode()


contents = {
    "a.txt": texts.map(text_of),
    "b.csv": rows.map(table_of),
    "c.jsonl": objects.map(lines_of),
    "d.zip": members.map(archive_of),
    "e.zip": members.map(archive_of),
    "list.csv": st.lists(st.sampled_from(["2024-05-01", "2023-01-31"]), max_size=1).map(listing_of),
}
changes = st.one_of(
    *(st.tuples(st.just(name), content, st.booleans()) for name, content in contents.items())
)
builds = st.lists(
    st.tuples(st.lists(changes, max_size=3), st.sets(st.sampled_from(sorted(contents))))
)


def put(folder: Path, name: str, content: bytes, *, broken: bool) -> None:
    """Write a file; a broken one was copied in half."""
    (folder / name).write_bytes(content[: len(content) // 2] if broken else content)


def build(press: Any, paths: Sequence[Path], store: Path) -> None:
    inputs = Inputs(lambda known: read_anew(paths, known), tuple(map(str, paths)), upload=False)
    run(inputs, store, model="fake", steps=press.steps)


def shown_by(path: Path) -> Mapping[str, object]:
    store = Store.open(path)
    view = store.view(Filters(references=True))
    articles = store.articles().to_dict("records")
    return {
        "generation": store.generation,
        "articles": articles,
        "texts": [one.text for one in store.read_articles([one["article_id"] for one in articles])],
        "actors": dict(store.actors()),
        "evidence": {tie: view.evidence(tie.source, tie.target) for tie in view.ties},
        "positions": dict(store.positions()),
        "unread": store.unread(),
    }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(builds=builds)
def test_what_changed_on_the_way_does_not_show(
    builds: Sequence[tuple[Sequence[tuple[str, bytes, bool]], frozenset[str]]],
    new_press: Callable[[], Any],
) -> None:
    """Tables that are emptied, files that are cut for a while, files given one by one."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "inbox")
        folder.mkdir()
        (folder / "other.txt").write_text("Moscow met Modi.")
        press, whole = new_press(), {}
        for changed, named in builds:
            for name, content, broken in changed:
                whole[name] = content
                put(folder, name, content, broken=broken)
            paths = [folder / name for name in sorted(named) if name in whole] or [folder]
            try:
                build(press, paths, Path(place, "often"))
            except InputError as error:  # nothing was in these files
                assert "nothing could be read" in str(error)  # noqa: PT017
        for name, content in whole.items():
            put(folder, name, content, broken=False)
        build(press, [folder], Path(place, "often"))
        build(new_press(), [folder], Path(place, "once"))
        assert shown_by(Path(place, "often")) == shown_by(Path(place, "once"))
