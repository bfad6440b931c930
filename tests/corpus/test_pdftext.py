"""Printed lines become paragraphs; no word is lost on the way."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus.pdfpages import Printed
from relmap.corpus.pdftext import running_text


def column(
    *lines: str, left: float = 72, top: float = 700, height: float = 12, gap: float = 14
) -> list[Printed]:
    """Lines below each other, six points a letter; "-" at an end divides a word."""
    return [
        Printed(
            line.rstrip("-"),
            left,
            left + 6 * len(line),
            top - place * gap,
            height,
            line[-1:] == "-",
        )
        for place, line in enumerate(lines)
    ]


def test_a_line_that_had_room_for_more_ends_its_paragraph() -> None:
    lines = column(
        "The envoy of Arland met Karl Roe on", "Tuesday.", "Borland said that nothing is new in"
    )
    assert running_text([lines]) == (
        "The envoy of Arland met Karl Roe on Tuesday.\n\nBorland said that nothing is new in"
    )


def test_an_indented_line_begins_a_paragraph() -> None:
    first, second = column(
        "The envoy of Arland met Karl Roe on", "Tuesday, and all of them signed it."
    )
    (third,) = column("Borland said nothing.", left=90, top=672)
    assert running_text([[first, second, third]]).count("\n\n") == 1


def test_larger_letters_are_a_paragraph_of_their_own() -> None:
    title = column("Envoys of Arland and Borland meet", "in Samar", height=20, gap=24, top=760)
    lines = column("The envoy of Arland met Karl Roe on", "Tuesday.")
    assert running_text([title + lines]) == (
        "Envoys of Arland and Borland meet in Samar\n\nThe envoy of Arland met Karl Roe on Tuesday."
    )


def test_a_sentence_runs_on_in_the_next_column_even_within_a_name() -> None:
    left = column("The envoy of Arland spoke of a plan", "that was made long ago by Karl Maria")
    right = column("Roe, the minister of the other side", "of the river.", left=320)
    assert running_text([left + right]) == (
        "The envoy of Arland spoke of a plan that was made long ago by Karl Maria Roe, the minister "
        "of the other side of the river."
    )


def test_a_sentence_that_ends_at_the_foot_of_a_column_is_not_glued_to_the_next() -> None:
    left = column("The envoy of Arland spoke of a plan", "that was made a long time ago here.")
    right = column("Borland was silent.", left=320)
    assert running_text([left + right]).endswith("ago here.\n\nBorland was silent.")


def test_cells_of_a_row_are_not_glued() -> None:
    row = [*column("Ann Poe"), *column("Karl Roe", left=320)]
    assert running_text([row]) == "Ann Poe\n\nKarl Roe"


def test_a_title_that_is_the_header_of_other_pages_stays_the_title() -> None:
    title = column("Envoys of Arland meet", height=20, top=760)
    body = column("The envoy of Arland met Karl Roe on", "Tuesday.")
    header = column("Envoys of Arland meet", height=8, top=770)
    text = running_text([title + body, header + body[:1], header + body[:1]])
    assert text.startswith("Envoys of Arland meet\n\nThe envoy")


def test_equal_lines_at_the_foot_of_pages_are_no_footers() -> None:
    pages = [column("Prayers were read.", "Then all rose.", "Amen, they said.") for _ in range(2)]
    assert running_text(pages).count("Amen, they said.") == 2


@given(
    st.lists(
        st.lists(
            st.builds(
                Printed,
                st.text("abcdeFGH. ", min_size=1, max_size=12).filter(str.strip).map(str.strip),
                st.floats(0, 500),
                st.floats(0, 600),
                st.floats(0, 800),
                st.floats(0, 30),
                st.just(False),
            ),
            max_size=12,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_word_is_lost(pages: list[list[Printed]]) -> None:
    found = set(running_text(pages).split())
    assert found == {word for page in pages for line in page for word in line.text.split()}


@given(
    st.lists(
        st.sampled_from(["Ann Poe met Karl-", "rov and others in Samar-", "kand."]), max_size=9
    )
)
def test_the_letters_of_divided_words_stay(lines: list[str]) -> None:
    pages = [column(*lines)]
    letters = Counter("".join(lines).replace("-", "").replace(" ", ""))
    assert (
        Counter(running_text(pages).replace("-", "").replace(" ", "").replace("\n", "")) == letters
    )
