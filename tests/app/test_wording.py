from __future__ import annotations

from datetime import date

import pytest

from relmap.app.wording import caveats, count, day, escape, headline, number, origin, span
from relmap.models import Article, Counts


@pytest.mark.parametrize(
    "hostile",
    ["**bold**", "![x](http://evil/x.png)", ":red[alarm]", "$x^2$", "<script>", "# title", "`a`"],
)
def test_escaped_text_keeps_no_mark_of_markdown_bare(hostile: str) -> None:
    escaped = escape(hostile)
    assert escaped.replace("\\", "") == hostile
    bare = [
        char
        for place, char in enumerate(escaped)
        if char in "*_[]()!:$<>#`" and escaped[place - 1] != "\\"
    ]
    assert bare == []


def test_escaped_text_stays_on_one_line() -> None:
    assert escape("a\n\n# b") == r"a \# b"


def test_numbers_and_nouns() -> None:
    assert number(4210) == "4,210"
    assert count(1, "tie") == "1 tie"
    assert count(1200, "tie") == "1,200 ties"
    assert count(2, "country", "countries") == "2 countries"


def test_days() -> None:
    assert day(date(2023, 7, 5)) == "5 July 2023"
    assert day(None) == "undated"
    assert span(date(2023, 3, 30), date(2023, 7, 5)) == "30 March 2023 to 5 July 2023"
    assert span(date(2023, 7, 5), date(2023, 7, 5)) == "5 July 2023"
    assert span(None, None) == ""


def test_caveats_name_only_what_there_is() -> None:
    counts = Counts(1, 2, 3, 4, 5, 6, undated=2, unknown_outlet=1)
    assert caveats(counts) == "2 undated, 1 of unknown outlet"
    assert caveats(Counts(1, 2, 3, 4, 5, 6, undated=0, unknown_outlet=0)) == ""


def test_an_untitled_article_goes_by_its_beginning() -> None:
    text = "Islamabad, 5 July 2023(TDI):\nToday " + "very " * 40 + "long."
    opening = headline(Article("a", text, "a.txt"))
    assert opening.startswith("Islamabad, 5 July 2023(TDI): Today very")
    assert opening.endswith("very …")
    assert len(opening) < 100
    assert headline(Article("a", "Short.", "a.txt")) == "Short."
    assert headline(Article("a", "Text.", "a.txt", title="Title")) == "Title"


def test_origin_is_silent_about_what_is_unknown() -> None:
    assert origin("dateline") == "from dateline"
    assert origin("unknown") == ""
