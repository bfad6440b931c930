"""Lines cover every character that is not white space, once, in order, each with its role."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus import lines
from relmap.corpus.lines import LONGEST
from relmap.models import Role

SEEDS = Path(__file__).parents[2] / "seeds"
STORY = "The two ministers met in Moscow on Monday and agreed to widen cooperation in the region."

_scraps = st.sampled_from(
    [
        "\n", "\r\n", "\r", "\u2028", " ", "\u00a0", STORY, "Also Read: More", "Similar Posts", ". ",
        "Paris (AFP) – ", "Advertisement", "© 2024 X. All Rights Reserved.", "A", "By Jane Doe",
        "Jane Doe/AFP/Getty Images ", "(AP Photo)", "About the author", "HELLO WORLD " * 6,
        "Related article ", "Related video", " The ", "(Photo: ", "Enlarge this image toggle caption ",
    ]
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(_scraps, st.text(max_size=8)), max_size=25).map("".join),
)


@given(texts)
def test_lines_are_disjoint_ordered_and_cover_the_text(text: str) -> None:
    covered, position = [False] * len(text), 0
    for line in lines(text):
        assert position <= line.start < line.end <= len(text)
        stretch = text[line.start : line.end]
        assert stretch == stretch.strip()
        covered[line.start : line.end] = [True] * len(stretch)
        position = line.end
    assert all(done or char.isspace() for done, char in zip(covered, text, strict=True))


def _roles(text: str) -> list[tuple[str, Role]]:
    return [(text[line.start : line.end], line.role) for line in lines(text)]


def _role_of(line: str) -> Role:
    """The role of a line between two paragraphs."""
    text = f"{STORY}\n\n{line}\n\n{STORY} Again.\n\n{STORY}"
    return dict(_roles(text))[line]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Also Read: Iran, Russia hold talks on a strategic agreement", "teaser"),
        ("Also Read:\u00a0Russian President holds Press Conference", "teaser"),
        ("Also read this:India deployed INS Tarkash, third naval ship: FS Kwatra", "teaser"),
        ("Read more: How a war could really hurt trade", "teaser"),
        ("READ ALSO: Ministers meet", "teaser"),
        ("Related: Ministers meet in Astana", "teaser"),
        ("See also", "teaser"),
        ("More on this story", "teaser"),
        ("Recommended", "teaser"),
        ("Similar Posts", "teaser"),
        ("IRAN AND RUSSIA SIGN NEW TRADE PACT", "teaser"),
        ("1 minute, 48 seconds Read", "navigation"),
        ("3 min read", "navigation"),
        ("Share this", "navigation"),
        ("Share on Facebook", "navigation"),
        ("Advertisement", "navigation"),
        ("Subscribe to our newsletter", "navigation"),
        ("Follow us on Twitter", "navigation"),
        ("Click here to read more", "navigation"),
        ("© 2024 Some Network. All Rights Reserved.", "navigation"),
        ("All rights reserved", "navigation"),
        ("___", "navigation"),
        ("Copyright Example Recorder, 2025", "navigation"),
        ("Share this story: Facebook Twitter WhatsApp", "navigation"),
        ("Home > World > Asia", "navigation"),
        ("Updated 14:20, 3 May 2025", "navigation"),
        ("Read or Share this story: http://example.org/x1", "navigation"),
        ("More On This... Ministers meet", "teaser"),
        ("Editor: night desk", "credit"),
        ("By our Jakarta correspondent", "byline"),
        ("(WITH INPUT FROM XINHUA)", "credit"),
        ("Photo: Jane Doe", "credit"),
        ("Image credit: Ministry of Defence", "credit"),
        ("Reuters/Yoruk Isik", "credit"),
        ("Jane Doe/AFP/Getty Images", "credit"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "credit"),
        ("Reporting by Jane Doe in Moscow; Editing by John Roe", "credit"),
        ("S.A. Miller contributed to this report.", "credit"),
        ("Written by The Frontier Post", "byline"),
        ("By Jane Doe", "byline"),
        ("Russia’s Commitment", "heading"),
        ("Meeting of Narendra Modi and Nikolai Patrushev", "heading"),
        ("What comes next?", "heading"),
        (STORY.replace("two", "three"), "story"),
    ],
)
def test_roles_by_shape(line: str, role: Role) -> None:
    assert _role_of(line) == role


@pytest.mark.parametrize(
    "sentence",
    [
        "Read together, the two texts show how far Moscow and Beijing agree.",
        "Share prices in Moscow fell after Russia and China signed the deal.",
        "Related talks between India and China will follow in May.",
        "Follow-up meetings between Iran and Russia are planned.",
        "By working hand in hand, Russia and Pakistan aspire to do more.",
        "Russia subscribed to the loan that China offered to Pakistan.",
        "Background: Russia and Pakistan signed the accord in 2014.",
        "Photos of the meeting between Xi and Putin were shown on television.",
        "More talks between India and Pakistan are needed, Singh said.",
        "China contributed to the fund that Russia and India had set up.",
        "Advertisements in Moscow praised Russia and China as partners.",
        "Watching from Delhi, India said China and Russia had gone too far.",
        "Topics on the table: Syria, Iran and the war in Ukraine.",
        "The company advertises in Russia and China (Reuters).",
        "Copyright law divides China and the United States.",
        "Israel/Palestine talks bring Egypt and Qatar together again.",
    ],
)
def test_real_sentences_stay_evidence(sentence: str) -> None:
    text = f"{STORY}\n\n{sentence}\n\n{STORY}"
    roles = {role for stretch, role in _roles(text) if sentence.startswith(stretch)}
    assert roles == {"story"}


def test_a_dateline_is_a_line_of_its_own_and_the_story_begins_behind_it() -> None:
    assert _roles(f"KYIV, Ukraine (AP) — {STORY}") == [
        ("KYIV, Ukraine (AP) —", "dateline"),
        (STORY, "story"),
    ]


def test_the_first_line_is_a_heading_when_it_is_short_and_more_follows() -> None:
    assert _roles(f"SCO brings ministers together\n\n{STORY}")[0][1] == "heading"
    assert _roles("SCO brings ministers together")[0][1] == "story"


def test_links_behind_a_label_at_the_end_are_navigation() -> None:
    text = f"{STORY}\n\nRelated Posts\n\nIndia and China meet\n\nIran signs pact"
    assert [role for _, role in _roles(text)] == ["story", "teaser", "navigation", "navigation"]


def test_one_headline_behind_a_label_inside_is_a_teaser() -> None:
    text = f"{STORY}\n\nRelated article\n\nIndia and China meet over border\n\n{STORY}\n\n{STORY}"
    assert [role for _, role in _roles(text)] == ["story", "teaser", "teaser", "story", "story"]


def test_about_the_author_covers_the_next_line() -> None:
    text = f"{STORY}\n\nAbout the author\n\nThe Frontier Post"
    assert [role for _, role in _roles(text)] == ["story", "byline", "byline"]


def test_furniture_glued_into_a_paragraph_is_cut_out() -> None:
    text = f"{STORY} Jane Doe/AFP/Getty Images {STORY} CNN’s Jane Doe contributed to this report. © 2024 Some Network."
    assert [(role, stretch[:8]) for stretch, role in _roles(text)] == [
        ("story", "The two "),
        ("credit", "Jane Doe"),
        ("story", "The two "),
        ("credit", "CNN’s Ja"),
        ("navigation", "© 2024 S"),
    ]


def test_a_caption_keeps_its_sentence_and_loses_its_credit() -> None:
    caption = "Xi Jinping greets Vladimir Putin in Beijing, May 16, 2024.(AP Photo/Jane Doe)"
    assert [role for _, role in _roles(f"{STORY}\n\n{caption}\n\n{STORY}")] == [
        "story",
        "story",
        "credit",
        "story",
    ]


def test_a_headline_glued_between_caption_and_story_is_cut_out() -> None:
    text = (
        "Putin meets Modi in Moscow. Jane Doe/AFP/Getty Images Related articleXi and Trump talk "
        f"of Taiwan {STORY}"
    )
    assert _roles(text) == [
        ("Putin meets Modi in Moscow.", "story"),
        ("Jane Doe/AFP/Getty Images", "credit"),
        ("Related articleXi and Trump talk of Taiwan", "teaser"),
        (STORY, "story"),
    ]


def test_only_the_label_is_cut_where_the_headline_has_no_clear_end() -> None:
    text = "Obtained by CNN Related article Xi meets Trump Zelensky said that Ukraine agreed."
    assert _roles(text) == [
        ("Obtained by CNN", "story"),
        ("Related article", "teaser"),
        ("Xi meets Trump Zelensky said that Ukraine agreed.", "story"),
    ]


def test_a_headline_is_not_cut_past_a_sentence_that_quotes() -> None:
    text = "He left. Related video How data speak of Gaza Mansour told us that “Sinwar stays”."
    assert _roles(text)[1] == ("Related video", "teaser")


def test_below_the_author_stands_for_whom_he_writes() -> None:
    text = f"Jane Doe and John Roe\n\nUSA TODAY\n\n{STORY}\n\n{STORY}"
    assert [role for _, role in _roles(text)] == ["byline", "byline", "story", "story"]
    assert _roles(f"Jane Doe\n\nA new war\n\n{STORY}")[1][1] == "heading"


def test_hard_wrapped_text_is_joined_to_paragraphs() -> None:
    wrapped = (
        "The two ministers met in Moscow on Monday and agreed to widen their\n"
        "cooperation in the region, which both called a success after talks\n"
        "that had lasted for three days and had nearly failed over the text.\n"
        "They will meet again in May.\n\n"
        "Observers from Pakistan and from Kazakhstan took part in the meeting\n"
        "without a vote and left before the end of it.\n"
    )
    assert [role for _, role in _roles(wrapped)] == ["story", "story"]
    unix = [stretch.split() for stretch, _ in _roles(wrapped)]
    windows = [stretch.split() for stretch, _ in _roles(wrapped.replace("\n", "\r\n"))]
    assert unix == windows


def test_one_paragraph_a_line_is_not_joined() -> None:
    text = "\n".join([STORY, STORY + " And so on.", "A third one says more.", STORY])
    assert len(_roles(text)) == 4


def test_a_long_line_is_cut_so_that_the_model_stays_bounded() -> None:
    text = (STORY + " ") * 1_000
    found = lines(text)
    assert len(found) > 1
    assert all(line.end - line.start <= LONGEST for line in found)
    assert all(text[line.start : line.end].endswith(".") for line in found)
    assert all(line.end - line.start <= LONGEST for line in lines("x" * 100_000))


def test_hostile_lines_take_no_exponential_time() -> None:
    for scrap in ("A. A", "’A", "[Read: ", "share ", "By A ", "A/", "(", "contributed ", "A b\n"):
        assert lines((scrap * 300)[:850])
        assert lines((scrap * 20_000)[:60_000])


def test_no_evidence_from_what_stands_beside_the_story_in_the_seeds() -> None:
    beside = [
        (stretch[:20], role)
        for path in sorted(SEEDS.glob("*.txt"))
        for stretch, role in _roles(path.read_text(encoding="utf-8"))
        if role not in ("story", "heading")
    ]
    assert beside == [
        ("Islamabad, 5 July 20", "dateline"),
        ("Also Read:\u00a0Russian P", "teaser"),
        ("Also read this:India", "teaser"),
        ("New Delhi, 30 March ", "dateline"),
        ("Also Read:\u00a0Iran, Rus", "teaser"),
        ("Written by The Front", "byline"),
        ("About the author", "byline"),
        ("The Frontier Post", "byline"),
        ("1 minute, 48 seconds", "navigation"),
        ("(WITH INPUT FROM XIN", "credit"),
        ("Similar Posts", "teaser"),
    ]
