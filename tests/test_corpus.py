"""benchmarks/corpus.py: the generated press is true to what it says of itself."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from math import ceil
from pathlib import Path

import pytest

from relmap.corpus import lines, read
from relmap.models import Filters
from relmap.store import Store

pytestmark = pytest.mark.usefixtures("benchmarks")

ARTICLES = 150


def stream(seed: int = 1):
    from generated.stream import Stream

    return Stream(ARTICLES, seed)


@pytest.fixture(scope="module")
def store(benchmarks: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    from generated.fastpath import build_store

    folder = tmp_path_factory.mktemp("generated")
    report = build_store(stream(), folder / "articles.jsonl", folder / "store")
    assert (report.articles, report.unread) == (ARTICLES, ())
    return Store.open(folder / "store")


def count_ties(filters: Filters) -> Counter[tuple[str, str]]:
    """Sentences of each pair, counted from what the generator says of its own texts."""
    ties: Counter[tuple[str, str]] = Counter()
    for written in stream():
        if filters.first and (written.day is None or written.day < filters.first):
            continue
        named: dict[int, set[str]] = {}
        for name in written.story.names:
            named.setdefault(name.sentence, set()).add(name.figure.actor_id)
        for actors in named.values():
            ties.update(combinations(sorted(actors), 2))
    return ties


@pytest.mark.parametrize("dated", [False, True])
def test_a_store_has_the_ties_that_the_generator_knows(store: Store, dated: bool) -> None:
    days = sorted(written.day for written in stream() if written.day)
    filters = Filters(first=days[len(days) // 2], undated=False) if dated else Filters()
    ties = {(tie.source, tie.target): tie.sentences for tie in store.view(filters).ties}
    assert ties == count_ties(filters)
    assert len(ties) > ARTICLES


def test_the_parts_lie_ready_when_the_build_looks_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generated import fastpath

    def refuse(_self, articles):
        raise AssertionError(f"extracted anew: {len(list(articles))} articles")

    monkeypatch.setattr(fastpath.Known, "extract", refuse)
    report = fastpath.build_store(stream(), tmp_path / "articles.jsonl", tmp_path / "store")
    assert report.articles == ARTICLES


def test_names_stand_where_they_are_said_to(store: Store) -> None:
    for written in stream():
        story = written.story
        for name in story.names:
            start, end, role = story.sentences[name.sentence]
            assert story.text[name.start : name.end] == name.form.surface
            assert start <= name.start < name.end <= end
            assert role == "story"
        assert store.article(written.article_id).text == story.text
        found = store.mentions(written.article_id)
        assert [(mention.start, mention.end, mention.actor_id) for mention in found] == [
            (name.start, name.end, name.figure.actor_id) for name in story.names
        ]


def test_sentences_are_disjoint_and_miss_no_word() -> None:
    for written in stream():
        text, last = written.story.text, 0
        for start, end, _ in written.story.sentences:
            assert text[last:start].strip() == ""
            assert text[start:end] == text[start:end].strip() != ""
            last = end
        assert last == len(text)


def test_datelines_are_what_a_reader_of_files_finds() -> None:
    found = 0
    for written in stream():
        story = written.story
        datelines = [(start, end) for start, end, role in story.sentences if role == "dateline"]
        assert datelines == [
            (line.start, line.end) for line in lines(story.text) if line.role == "dateline"
        ]
        found += len(datelines)
    assert found


def test_the_table_reads_back_as_what_the_fast_path_is_given(tmp_path: Path) -> None:
    from corpus import write_table
    from generated.fastpath import article_of

    table = tmp_path / "articles.jsonl"
    write_table(stream(), table)
    assert list(read([table])) == [article_of(written, table) for written in stream()]


def test_same_seed_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    from corpus import record, write_table

    for name in ("one", "two"):
        (tmp_path / f"{name}s").mkdir()
        write_table(stream(), tmp_path / name)
        (tmp_path / "stories.jsonl").rename(tmp_path / f"{name}s" / "stories.jsonl")
    stories = [(tmp_path / f"{name}s" / "stories.jsonl").read_bytes() for name in ("one", "two")]
    assert stories[0] == stories[1]
    told = {row["id"]: row["copy_of"] for row in map(json.loads, stories[0].splitlines())}
    assert told == {
        written.article_id: f"g{written.copy_of:07d}"
        for written in stream()
        if written.copy_of is not None
    }
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    other = "".join(json.dumps(record(written), ensure_ascii=False) + "\n" for written in stream(2))
    assert (tmp_path / "one").read_text("utf-8") != other


def test_some_are_undated_some_of_no_outlet_and_some_copied() -> None:
    articles = list(stream())
    assert 0 < sum(written.day is None for written in articles) < ARTICLES / 5
    assert 0 < sum(written.outlet is None for written in articles) < ARTICLES / 5
    copies = [written for written in articles if written.copy_of is not None]
    assert 0 < len(copies) < ARTICLES / 3
    assert {written.changes for written in copies} == {"", "words", "cut", "words, cut"}
    assert {written.frame for written in copies} == {True, False}
    for copy in copies:
        assert articles[copy.copy_of].copy_of is None
        assert copy.url != articles[copy.copy_of].url
        assert copy.number > copy.copy_of
        original, copied = bare(articles[copy.copy_of]), bare(copy)
        if copy.changes == "":
            assert copied == original
        kept = [word == was for word, was in zip(words(copied), words(original), strict=False)]
        if "cut" in copy.changes:
            assert 0.4 <= told_in(copy) / told_in(articles[copy.copy_of]) < 0.9
            assert len(copied) < len(original)
        else:
            assert len(words(copied)) == len(words(original))
        told = told_in(copy)
        # A sentence of names and little else keeps its words.
        most = ceil(told / 3) if "words" in copy.changes else 0
        assert most * 2 / 3 <= kept.count(False) <= most


def bare(written) -> str:
    """The text without the paper's lines: one paragraph above, one below."""
    text = written.story.text
    return text.partition("\n\n")[2].rpartition("\n\n")[0] if written.frame else text


def told_in(written) -> int:
    """The sentences of the story itself: a frame has four."""
    return len(written.story.sentences) - 4 * written.frame


def words(text: str) -> list[str]:
    return text.split()


def test_papers_put_the_same_lines_around_all_they_print() -> None:
    lines_of: dict[str, set[tuple[str, str]]] = {}
    for written in stream():
        if written.frame and written.outlet:
            text = written.story.text
            around = text.partition("\n\n")[0], text.rpartition("\n\n")[2]
            lines_of.setdefault(written.outlet, set()).add(around)
    assert len(lines_of) > 1
    assert all(len(around) == 1 for around in lines_of.values())
    assert len(set().union(*lines_of.values())) > 1


def test_an_article_is_the_same_however_it_is_asked_for() -> None:
    whole = list(stream())
    alone = stream().article(ARTICLES - 1)
    assert alone == whole[-1]
