"""Which copy is the article, and its id: as one loop over all copies would decide."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from relmap.models import Article, Unread
from relmap.store.catalogue import Catalogue
from relmap.store.identity import content_hash
from relmap.store.inputs import Reading
from relmap.store.owning import choose_copies, count_owned, list_notices, list_owned

IDS = ["1", "2", "1~c0ffee"]
copies = st.builds(
    Article,
    article_id=st.sampled_from(IDS),
    text=st.sampled_from(["Russia.", "India.", "SCO.", "Modi."]),
    path=st.sampled_from(["a.csv", "b.csv", "c/d.csv"]),
    row=st.integers(2, 5),
)


def choose_by_hand(found: Sequence[Article]) -> tuple[list[tuple[str, str, str]], list[Unread]]:
    """Go through all copies in order of file and row, with everything in memory."""
    first: dict[str, tuple[str, Article]] = {}
    copied, renamed = [], {}
    for one in sorted(found, key=lambda one: (str(Path(one.path).absolute()), one.row)):
        content = content_hash(one)
        if content in first:
            _, kept = first[content]
            name = first[content][0]
            reason = f'the same article as "{name}" ({kept.path}, row {kept.row}), read already'
            copied.append(Unread(one.path, one.row, reason))
            continue
        taken = {article_id for article_id, _ in first.values()}
        article_id = next(
            candidate
            for candidate in (
                one.article_id,
                f"{one.article_id}~{content[:6]}",
                f"{one.article_id}~{content}",
            )
            if candidate not in taken
        )
        first[content] = article_id, one
        if article_id != one.article_id:
            renamed.setdefault(one.path, (one.row, article_id))
    owned = sorted((name, one.path, content) for content, (name, one) in first.items())
    places = [(path, row) for path, (row, _) in renamed.items()]
    return owned, [*copied, *(Unread(path, row, "renamed") for path, row in places)]


@settings(max_examples=60)
@given(
    found=st.lists(copies, max_size=9, unique_by=lambda one: (one.path, one.row)), data=st.data()
)
def test_it_is_what_one_loop_decides_in_whatever_order_they_are_read(
    found: list[Article], data: st.DataObject
) -> None:
    by_file = [[one for one in found if one.path == path] for path in ("a.csv", "b.csv", "c/d.csv")]
    builds = data.draw(st.permutations([some for some in by_file if some]))
    with (
        tempfile.TemporaryDirectory() as folder,
        Catalogue(Path(folder, "catalogue.sqlite")) as catalogue,
    ):
        for some in builds:
            reading = Reading(catalogue, upload=False, code="1")
            reading.add(some)
            reading.end([], [])
            if data.draw(st.booleans()):
                choose_copies(catalogue)
        choose_copies(catalogue)
        owned = [(one.article_id, one.copy.path, one.copy.content) for one in list_owned(catalogue)]
        notices = [
            Unread(one.path, one.row, "renamed" if one.reason.startswith("the id") else one.reason)
            for one in list_notices(catalogue)
        ]
        assert (owned, notices) == choose_by_hand(found)
        assert count_owned(catalogue) == len(owned)
        revision = catalogue.revision
        choose_copies(catalogue)
        assert catalogue.revision == revision


def test_no_two_articles_have_one_id_even_where_somebody_wants_it(tmp_path: Path) -> None:
    """The longer ids can be reckoned from a text: a table may give them to others beforehand."""
    meant = Article("1", "Modi.", "a.csv", 9)
    content = content_hash(meant)
    taken = ["1", f"1~{content[:6]}", f"1~{content}", f"1~{content}~2"]
    found = [Article(own, f"Text {row}.", "a.csv", row) for row, own in enumerate(taken, start=2)]
    with Catalogue(tmp_path / "catalogue.sqlite") as catalogue:
        reading = Reading(catalogue, upload=False, code="1")
        reading.add([*found, meant])
        reading.end([], [])
        choose_copies(catalogue)
        ids = [one.article_id for one in list_owned(catalogue)]
    assert sorted(ids) == sorted([*taken, f"1~{content}~3"])
