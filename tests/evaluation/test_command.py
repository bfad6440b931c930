"""`relmap evaluate` as a user types it."""

from __future__ import annotations

import json

import pytest
from command_scenes import commands


@pytest.fixture
def relmap(capfdbinary):
    """Run a command in this process: how it ended, and what it printed."""
    run = commands(capfdbinary)

    def unpacked(*arguments):
        done = run(*arguments)
        return done.code, done.out, done.err

    return unpacked


@pytest.fixture
def gold(tmp_path, gold_json):
    """A gold with a mistake in it: the sentence names nobody called Jones."""
    hostile = "\x1b]0;owned\x07"
    article = {
        "title": f"More {hostile}talks",
        "text": "Peter Jones left Kenya.",
        "sentences": [{"text": "Peter Jones left Kenya.", "actors": ["Kenya"]}],
    }
    path = tmp_path / "gold.json"
    path.write_text(
        json.dumps({**gold_json, "articles": [*gold_json["articles"], article]}), encoding="utf-8"
    )
    return path


def test_a_gold_is_scored(relmap, gold):
    code, out, err = relmap("evaluate", gold)
    assert (code, err) == (0, "")
    assert "gold.json: 2 articles, 3 sentences, 0 placed names; en_core_web_md 3.7.1" in out
    assert "  wrong            1\n" in out
    assert "Peter Jones" not in out


def test_errors_are_listed_and_repaint_no_terminal(relmap, gold):
    code, out, _ = relmap("evaluate", gold, "--errors", "all")
    assert code == 0
    assert "Peter Jones: person Peter Jones [model > full name, PERSON]" in out
    assert "\x1b" not in out
    assert r"More \x1b]0;owned\x07talks:0" in out


def test_the_same_bytes_twice_in_every_format(relmap, gold):
    for form in ("text", "markdown", "json"):
        first = relmap("evaluate", gold, "--format", form, "--errors", "2")
        assert first == relmap("evaluate", gold, "--format", form, "--errors", "2")
        assert first[0] == 0


def test_json_is_json(relmap, gold):
    _, out, _ = relmap("evaluate", gold, "--format", "json", "--errors", "1")
    found = json.loads(out)
    assert found["mentions"]["all"]["right"] == 4
    assert found["mistakes"]["wrong"]["listed"][0]["name"] == "Peter Jones"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none.json"], ["none.json cannot be read"]),
        (["GOLD", "--model", "no_such_model"], ["no_such_model", "not installed"]),
        (["GOLD", "--errors", "many"], ["'many' is no count", '"all"']),
        (["GOLD", "--format", "pdf"], ["pdf", "markdown"]),
        (["GOLD", "--split", "held out"], ["no splits", "--split"]),
    ],
)
def test_what_cannot_be_done_is_one_line_and_no_traceback(relmap, gold, arguments, words):
    code, out, err = relmap("evaluate", *(gold if word == "GOLD" else word for word in arguments))
    assert code in {1, 2}
    assert out == ""
    said = " ".join(err.replace("│", " ").split())
    assert [word for word in words if word not in said] == []


def test_an_error_in_the_gold_names_its_place(relmap, gold):
    gold.write_text(gold.read_text().replace("Otieno came back.", "Otieno went.", 1))
    code, _, err = relmap("evaluate", gold)
    assert code == 1
    assert 'article "Talks", sentence 2: "Otieno came back." is not in the text' in err
