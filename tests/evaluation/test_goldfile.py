"""The gold format: what is read, and what each error says."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from relmap.errors import InputError
from relmap.evaluation import read_gold
from relmap.evaluation.gold import GoldName


@pytest.fixture
def write(tmp_path):
    def write(content) -> Path:
        path = tmp_path / "gold.json"
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def spoilt(write, gold_json):
    """Write the gold with one value replaced; `where` is the path to it."""

    def spoilt(value, *where) -> Path:
        content = deepcopy(gold_json)
        inner = content
        for step in where[:-1]:
            inner = inner[step]
        inner[where[-1]] = value
        return write(content)

    return spoilt


def error_of(path, split=None) -> str:
    with pytest.raises(InputError) as caught:
        read_gold(path, split)
    return str(caught.value)


def test_sentences_are_found_in_the_text(write, gold_json):
    gold = read_gold(write(gold_json))
    [article] = gold.articles
    text = article.article.text
    assert (gold.name, article.name, article.article.title) == ("gold.json", "Talks", "Talks")
    assert [text[s.start : s.end] for s in article.sentences] == [
        "Amina Otieno left Kenya.",
        "Otieno came back.",
    ]
    assert [sorted(s.actors) for s in article.sentences] == [
        ["Amina Otieno", "Kenya"],
        ["Amina Otieno"],
    ]
    assert article.names is None
    assert not article.has_references


def test_a_country_gets_its_code_from_its_names(spoilt):
    actors = [{"name": "Britain", "kind": "country"}, {"name": "Ruritania", "kind": "country"}]
    path = spoilt([*actors, {"name": "Amina Otieno", "kind": "person"}], "actors")
    assert "Kenya" in error_of(path)
    content = json.loads(path.read_text())
    content["articles"][0]["sentences"] = []
    path.write_text(json.dumps(content))
    targets = read_gold(path).articles[0].targets
    assert {name: target.country_code for name, target in targets.items()} == {
        "Britain": "GB",
        "Ruritania": "",
        "Amina Otieno": "",
    }


def test_names_may_be_labelled_instead(spoilt):
    names = [
        {"start": 18, "end": 23, "kind": "country"},
        {"start": 0, "end": 12, "kind": "person"},
    ]
    path = spoilt({"text": "Amina Otieno left Kenya.", "title": "T", "names": names}, "articles", 0)
    [article] = read_gold(path).articles
    assert article.sentences is None
    assert article.names == (GoldName(0, 12, "person"), GoldName(18, 23, "country"))


def test_files_are_found_beside_the_gold_and_in_its_folder(write, gold_json, tmp_path):
    label = {"sentences": [{"text": "Kenya grew.", "actors": ["Kenya"]}]}
    (tmp_path / "beside.txt").write_text("Kenya grew.\n", encoding="utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "below.txt").write_text("Today Kenya grew.\n", encoding="utf-8")
    files = [{"file": "beside.txt", **label}, {"file": "below.txt", **label}]
    gold = read_gold(write({**gold_json, "folder": "texts", "articles": files}))
    assert [article.name for article in gold.articles] == ["beside.txt", "below.txt"]
    assert [article.sentences[0].start for article in gold.articles] == [0, 6]


def test_an_article_may_have_aliases_of_its_own(write, gold_json):
    sharifs = [
        {"name": "Nawaz Sharif", "kind": "person", "aliases": ["the former leader"]},
        {"name": "Shehbaz Sharif", "kind": "person"},
    ]
    article = {"text": "Sharif left.", "names": []}
    content = {
        "actors": sharifs,
        "articles": [
            {**article, "title": "one", "aliases": {"Nawaz Sharif": ["the PM"]}},
            {**article, "title": "two", "aliases": {"Shehbaz Sharif": ["the PM", "former leader"]}},
        ],
    }
    one, two = read_gold(write(content)).articles
    assert one.targets["Nawaz Sharif"].forms == {"nawaz sharif", "former leader", "pm"}
    assert one.targets["Shehbaz Sharif"].forms == {"shehbaz sharif"}
    # What an article says of a form goes before what the gold says.
    assert two.targets["Nawaz Sharif"].forms == {"nawaz sharif"}
    assert two.targets["Shehbaz Sharif"].forms == {"shehbaz sharif", "former leader", "pm"}


def test_a_split_keeps_its_articles(write, gold_json):
    [article] = gold_json["articles"]
    articles = [{**article, "split": "held out"}, {**article, "id": "second", "split": "seen"}]
    path = write({**gold_json, "articles": articles})
    assert [article.name for article in read_gold(path).articles] == ["Talks", "second"]
    assert [article.name for article in read_gold(path, "held out").articles] == ["Talks"]
    assert "it has held out, seen" in error_of(path, "nonsense")


SENTENCE = ("articles", 0, "sentences", 1)


@pytest.mark.parametrize(
    ("value", "where", "words"),
    [
        ([], ["articles"], ["gold.json", "at least one"]),
        ("Kenya", ["actors"], ["gold.json", '"actors" must be a list']),
        (["Kenya"], ["actors"], ["actor 1", "must be an object"]),
        ("ship", ["actors", 0, "kind"], ["actor 1", '"ship"', "person, organization, country"]),
        ("", ["actors", 0, "name"], ["actor 1", '"name"', "not empty"]),
        ("Amina Otieno", ["actors", 0, "name"], ["actor 2", "twice"]),
        (["Otieno"], ["actors", 0, "aliases"], ["actor 2", "Kenya", "aliases"]),
        ("Otieno", ["actors", 0, "aliases"], ["actor 1", "list of texts"]),
        ("XX", ["actors", 0, "country"], ["actor 1", '"XX"', "RU"]),
        ("KE", ["actors", 1, "country"], ["actor 2", "none"]),
        ("Kenia", ["articles", 0, "sentance"], ['article "Talks"', '"sentance"', '"sentences"']),
        ("soon", ["articles", 0, "date"], ["Talks", '"soon"', "2023-03-01"]),
        ("yes", ["articles", 0, "invented"], ["Talks", '"invented"', "true or false"]),
        ("", ["articles", 0, "text"], ["Talks", '"text"', "not empty"]),
        ({"title": "Talks", "text": "Kenya."}, ["articles", 0], ["Talks", "no labels"]),
        (
            {"file": "none.txt"},
            ["articles", 0],
            ['article "none.txt"', "there is no file", "folder"],
        ),
        ({"file": "gold.json"}, ["articles", 0], ['article "gold.json"', "exactly one article"]),
        ("Kenya", ["articles", 0, "aliases"], ["Talks", "object"]),
        ({"Uganda": ["U"]}, ["articles", 0, "aliases"], ['"Talks", aliases', '"Uganda"', "actors"]),
        (
            {"Kenya": ["it"], "Amina Otieno": ["it"]},
            ["articles", 0, "aliases"],
            ["Talks", '"it"', "Kenya and Amina Otieno"],
        ),
        ("Otieno came home.", [*SENTENCE, "text"], ["Talks", "sentence 2", "not in the text;"]),
        (
            "Amina Otieno left Kenya.",
            [*SENTENCE, "text"],
            ["Talks", "sentence 2", "not in the text after the sentence before it"],
        ),
        (["Otieno"], [*SENTENCE, "actors"], ["Talks", "sentence 2", '"Otieno"', "spelling"]),
        (["Uganda"], [*SENTENCE, "references"], ["sentence 2", '"Uganda"', "spelling"]),
        (["Uganda"], [*SENTENCE, "optional"], ["sentence 2", '"Uganda"', "neither"]),
        (["Amina Otieno"], [*SENTENCE, "references"], ["sentence 2", "one list"]),
        (False, [*SENTENCE, "evidence"], ["sentence 2", "names nobody"]),
        (0, [*SENTENCE, "evidence"], ["sentence 2", "true or false"]),
        ([{"start": 0, "end": 5}], ["articles", 0, "names"], ["Talks", "name 1", '"kind"']),
        (
            [{"start": 0, "end": 500, "kind": "person"}],
            ["articles", 0, "names"],
            ["name 1", "0–500", "42 characters"],
        ),
        (
            [{"start": -1, "end": 5, "kind": "person"}],
            ["articles", 0, "names"],
            ["name 1", '"start"', "counted from 0"],
        ),
        (
            [
                {"start": 6, "end": 12, "kind": "person"},
                {"start": 0, "end": 12, "kind": "person"},
            ],
            ["articles", 0, "names"],
            ["name 1", '"Otieno" overlaps "Amina Otieno"', "0–12"],
        ),
        ([{"start": 5, "end": 5}], ["articles", 0, "ignored"], ["ignored stretch 1", "5–5"]),
    ],
)
def test_an_error_says_where_it_is_and_what_to_do(spoilt, value, where, words):
    message = error_of(spoilt(value, *where))
    assert [word for word in words if word not in message] == []


def test_two_articles_need_two_names(write, gold_json):
    path = write({**gold_json, "articles": gold_json["articles"] * 2})
    assert 'article 2: another article is called "Talks"' in error_of(path)


def test_what_is_no_gold_file(write, tmp_path):
    assert "cannot be read" in error_of(tmp_path / "none.json")
    assert "line 2" in error_of(write("{\n,"))
    assert "must be an object" in error_of(write("[]"))
    (tmp_path / "latin.json").write_bytes(b'{"note": "\xe9"}')
    assert "UTF-8" in error_of(tmp_path / "latin.json")


def test_the_example_of_the_documents_is_a_gold(project, write):
    text = (project / "docs" / "gold.md").read_text(encoding="utf-8")
    [article] = read_gold(write(text.split("```json\n")[1].split("```")[0])).articles
    printed = article.article.text
    assert [printed[name.start : name.end] for name in article.names] == [
        "Amina Otieno",
        "Kenya",
        "Tanzania",
        "EAC",
    ]
    assert [printed[start:end] for start, end in article.ignored] == ["Tanzania's"]
    assert article.has_references
