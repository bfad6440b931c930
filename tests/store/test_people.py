"""The actors of a store: a mapping like any other that makes each when it is asked for."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.errors import StoreError
from relmap.models import Actor, Alias
from relmap.store import Store, people, tables
from relmap.store.mapped import Blocks
from relmap.store.people import Actors
from relmap.store.tables import actor_table

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=3)


def lazy(actors: list[Actor], folder: Path) -> Actors:
    """As it is on the disk: packed in blocks."""
    table = actor_table(actors)
    rows = table.drop_columns(["actor_id"])
    with pa.ipc.new_file(str(folder / "actors.arrow"), rows.schema) as file:
        file.write_table(rows)
    return Actors(table["actor_id"].combine_chunks(), Blocks(folder, "actors"))


@pytest.mark.parametrize("block", [1, 3, 256])
@given(ids=st.lists(names, max_size=20, unique=True), asked=names)
def test_it_is_the_mapping_that_it_was_made_from(block: int, ids: list[str], asked: str) -> None:
    actors = {
        one: Actor(
            one,
            one.upper(),
            "person",
            country_code="RU",
            aliases=tuple(Alias(one, place, "a rule") for place in range(len(one))),
            titles=tuple(one),
            ambiguous=not one,
        )
        for one in sorted(ids)
    }
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        for module in (people, tables):
            patch.setattr(module, "ACTORS_PER_BLOCK", block)
        check(lazy(list(actors.values()), Path(folder)), actors, asked)


def check(found: Actors, actors: dict[str, Actor], asked: str) -> None:
    assert (len(found), list(found), found) == (len(actors), list(actors), actors)
    assert list(found.items()) == list(actors.items())
    assert list(found.values()) == list(actors.values())
    assert {one: found[one] for one in actors} == actors
    assert (asked in found, found.get(asked)) == (asked in actors, actors.get(asked))
    assert [found.ids.find(one) for one in actors] == list(range(len(actors)))
    assert found.ids[1:3] == list(actors)[1:3]


def test_who_is_not_there(seeds_store) -> None:

    actors = Store.open(seeds_store).actors()
    with pytest.raises(KeyError, match="nobody"):
        actors["nobody"]
    assert 7 not in actors
    assert "nobody" not in actors
    assert repr(actors) == f"<Actors: {len(actors)}>"


def test_damaged_actors_are_said(press, article, tmp_path: Path) -> None:
    press.build(tmp_path / "s", [article("Russia met Pakistan.")])
    (path,) = tmp_path.glob("s/index/*/actors.arrow")
    content = path.read_bytes()
    for start in range(8, len(content) - 200, 64):
        path.write_bytes(content[:start] + b"\xff" * 64 + content[start + 64 :])
        # Where what is damaged is not what is looked at, all is well; else that is said.
        with suppress(StoreError):
            assert len(list(Store.open(tmp_path / "s").actors().values())) == 2
