"""Every row of the tables of phrases finds its example, and no row takes a sentence of a story."""

from __future__ import annotations

import re

import pytest

from relmap.corpus import furniture, lines, roles
from relmap.corpus.phrases import (
    ANYWHERE,
    CREDITS,
    GLUED,
    NAVIGATION,
    NOTICES,
    SIGNUPS,
    TEASERS,
    Phrase,
)
from relmap.corpus.phrases.phrase import expand
from relmap.corpus.phrases.words import WORDS

WHOLE_LINES = (*NAVIGATION, *SIGNUPS, *NOTICES, *TEASERS, *CREDITS)
GLUED_LINES = (*GLUED, *ANYWHERE)
STORY = "The two ministers met in Moscow on Monday and agreed to widen cooperation in the region."


def marked(example: str) -> tuple[str, int, int]:
    """A glued phrase's example without ‹ and ›, and where the phrase begins and ends."""
    before, phrase, after = re.split("[‹›]", example)
    return before + phrase + after, len(before), len(before) + len(phrase)


def example_of(phrase: Phrase) -> str:
    return phrase.example


@pytest.mark.parametrize("phrase", WHOLE_LINES, ids=example_of)
def test_a_whole_line_is_found_by_its_row_and_gets_its_role(phrase: Phrase) -> None:
    assert re.fullmatch(phrase.expression, phrase.example, re.IGNORECASE)
    assert roles.by_shape(phrase.example) == phrase.role


@pytest.mark.parametrize("phrase", GLUED_LINES, ids=example_of)
def test_a_glued_phrase_is_found_by_its_row_and_cut_out_with_its_role(phrase: Phrase) -> None:
    line, start, end = marked(phrase.example)
    found = re.compile(phrase.expression, re.DOTALL).match(line, start)
    assert found is not None
    assert found.end() == end
    pieces = furniture.split(f"{STORY}\n{line}", len(STORY) + 1, len(STORY) + 1 + len(line))
    cut = [(first, last, role) for first, last, role in pieces if role is not None]
    assert cut == [(len(STORY) + 1 + start, len(STORY) + 1 + end, phrase.role)]


@pytest.mark.parametrize("phrase", GLUED, ids=example_of)
def test_a_glued_phrase_in_the_middle_of_a_sentence_stays(phrase: Phrase) -> None:
    line, start, end = marked(phrase.example)
    opening = "and he read out "
    inside = opening + line[start:end]
    cut = [first for first, _, role in furniture.split(inside, 0, len(inside)) if role is not None]
    assert not [first for first in cut if first <= len(opening)]


@pytest.mark.parametrize("phrase", ANYWHERE, ids=example_of)
def test_a_phrase_for_anywhere_is_cut_where_no_sentence_ends(phrase: Phrase) -> None:
    line, start, end = marked(phrase.example)
    opening = "and he read out "
    inside = opening + line[start:end]
    pieces = list(furniture.split(inside, 0, len(inside)))
    assert pieces == [
        (0, len(opening.rstrip()), None),
        (len(opening), len(inside), phrase.role),
    ]


@pytest.mark.parametrize("table", [WHOLE_LINES, GLUED_LINES])
def test_a_row_is_there_once(table: tuple[Phrase, ...]) -> None:
    assert len({phrase.pattern for phrase in table}) == len(table)
    assert len({phrase.example for phrase in table}) == len(table)


@pytest.mark.parametrize(
    "sentence",
    [
        # teasers
        "Background: Russia and Pakistan signed the accord in 2014.",
        "More than 40 ministers read the full text of the accord before they signed it.",
        "See how far Moscow and Beijing agree, the minister said.",
        "Must-read books on Iran were handed out to the delegates in Geneva.",
        "Opinion in Moscow was divided, and Beijing said nothing.",
        "Our correspondents moved to Kyiv when the war began.",
        # navigation
        "Share prices in Moscow fell after Russia and China signed the deal.",
        "Two minutes of silence were kept in Warsaw and in Kyiv.",
        "The story continued in Geneva, where Iran and the United States met.",
        "Copyright law divides China and the United States.",
        "Follow-up meetings between Iran and Russia are planned.",
        "Twitter and Facebook were fined by the European Union.",
        "Comments by Lavrov angered Poland and Lithuania.",
        "This report was presented to the United Nations by Norway.",
        "The post of envoy appeared first on Russian lists when Putin met Xi.",
        "The post of minister appeared first on the list that Lavrov gave to Putin.",
        "The post Putin had promised to Xi appeared first on lists in Moscow, then in Beijing.",
        "Market data from China worried investors in Tokyo.",
        "Copyright law divided China and the United States in 2019.",
        "Updated maps of 3 May 2025 show Russian troops in Kupiansk.",
        "Get the latest tanks to Kyiv by May, Zelensky told the West.",
        "This story has been told in Moscow and in Beijing for years.",
        "An earlier version of this treaty was signed by Iran and Iraq.",
        "Home to Russia and China, Asia met in Astana.",
        # credits
        "Editor: I asked Putin what he thought of Xi, and he laughed.",
        "Additional reporting by the Guardian showed that Russia had paid Serbia.",
        "With help from China, Pakistan built the port of Gwadar.",
        "Additional reporting by the U.S. Senate showed that Russia had paid Serbia.",
        "With reporting from Kyiv, Putin was told that Ukraine would not yield.",
        "With reporters from China in the hall, Putin spoke of Taiwan.",
        "Editing the text took Iran and Russia three more days.",
        "Images of the meeting between Xi and Putin were shown on television.",
        "Sources in Delhi say that China has agreed.",
        "Israel/Palestine talks bring Egypt and Qatar together again.",
        "China contributed to the fund that Russia and India had set up.",
        "Iran (photo below) and Iraq signed the deal in Basra.",
        # anywhere
        "A Related article of the treaty binds Russia and Belarus.",
        "Enlarge this alliance, Poland told NATO, and Russia will stop.",
        # glued
        "Close friends of Putin met Xi in Harbin.",
        "The story highlights how Russia and Iran trade in arms.",
        "This video cannot be played in Russia and in Belarus.",
        "Sign up hereafter, Turkey told Sweden.",
        "Advertisements in Moscow praised Russia and China as partners.",
        "Follow the money from Moscow to Budapest, Navalny told Reuters.",
        "Listen to your people, Kerry told Assad, and stop the war.",
        "Send your troops home, Zelensky told Putin.",
        "Sign up or stay out, Turkey told Sweden.",
        "Iran and Iraq signed the deal (related to oil) in Basra.",
        "You can send Iran a message, Blinken said in Doha.",
        "Get out of Syria, Erdogan told Russia.",
        "The views of China and Russia were expressed in this letter to the council.",
        "The ministers (Lavrov and Wang) met in Moscow. (Iran was absent.)",
        "Xi met Putin. | China and Russia agreed on gas.",
    ],
)
def test_a_sentence_of_a_story_stays_whole(sentence: str) -> None:
    text = f"{STORY}\n\n{STORY} {sentence}\n\n{sentence}\n\n{STORY}"
    assert [line.role for line in lines(text)] == ["story"] * 4


@pytest.mark.parametrize("phrase", [*WHOLE_LINES, *GLUED_LINES], ids=example_of)
def test_a_hostile_line_takes_no_exponential_time(phrase: Phrase) -> None:
    words = re.sub("[‹›]", "", phrase.example)[:60].split()
    for scrap in (" ".join(words), " ".join(words[:-1]) + ". ", words[0] + " ", words[-1] + "/"):
        assert lines((scrap * 900)[:890])
        assert lines((scrap * 9_000)[:9_000])


def test_a_pattern_is_laid_out_for_the_eye() -> None:
    laid_out = r"""
        (join|find) <who>
        \ on [()\]]<site>?
    """
    words = {"who": "us", "site": "<letter>|(Y)", "letter": "X"}
    assert expand(laid_out, words) == r"(?:join|find) (?:us)\ on [()\]](?:(?:X)|(?:Y))?"
    assert expand(r"\((?i:a)(?=b)(?P<names>c)", {}) == r"\((?i:a)(?=b)(?P<names>c)"
    with pytest.raises(KeyError):
        expand("<nobody>", words)


def test_every_word_class_is_used_and_can_be_read() -> None:
    patterns = [phrase.pattern for phrase in (*WHOLE_LINES, *GLUED_LINES)]
    written = " ".join([*patterns, *WORDS.values()])
    assert not [name for name in WORDS if f"<{name}>" not in written]
    assert all(re.compile(expand(f"<{name}>")) for name in WORDS)
