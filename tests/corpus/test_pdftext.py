"""Printed lines become paragraphs; no word is lost on the way."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from relmap.corpus.pdfpages import Printed, with_initials
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


WIDE = "The envoy of Arland spoke of a plan that was made long ago, he said."


def test_short_lines_of_like_length_are_no_sentence() -> None:
    items = column("Ann Poe, Arland", "Karl Roe, Borland", top=672)
    last = column("He declined to say when they would meet anew or where all that was.", top=640)
    assert running_text([column(WIDE) + items + last]).split("\n\n") == [
        WIDE,
        "Ann Poe, Arland",
        "Karl Roe, Borland",
        last[0].text,
    ]


def test_a_list_on_a_page_of_its_own_is_no_sentence() -> None:
    items = ["Poe calls Roe in Samar", "Roe visits Borland", "Lee wins in Arland vote"]
    assert running_text([column(*items)]).split("\n\n") == items


def test_a_column_under_a_wide_line_goes_on_within_a_name() -> None:
    left = column("The envoy of Arland met Karl Maria", "Roe of Borland and left.", top=672)
    right = column("Nobody else had come to the place", "that day.", left=320, top=672)
    assert running_text([column(WIDE) + left + right]).split("\n\n")[1:] == [
        "The envoy of Arland met Karl Maria Roe of Borland and left.",
        "Nobody else had come to the place that day.",
    ]


def test_bullets_begin_paragraphs() -> None:
    items = ["\u2022 Ann Poe spoke of the plan of all", "\u2022 Karl Roe was silent on the plan"]
    assert running_text([column(*items)]).split("\n\n") == items


def test_two_subheads_are_not_one() -> None:
    heads = column("What Ann Poe wants", "What Karl Roe wants", height=17, gap=31, top=760)
    text = column(WIDE, "and so on, for many lines of it,", "until the end of it all.")
    assert running_text([heads + text]).startswith("What Ann Poe wants\n\nWhat Karl Roe wants\n\n")


def test_a_large_initial_belongs_to_its_word_wherever_the_file_has_it() -> None:
    initial = Printed("E", 72, 94, 672, 40)
    title = column("Envoys meet in Samar", height=20, top=740)
    text = column("mma Poe of Arland met Karl Roe on", "Tuesday.", left=94)
    assert running_text([with_initials([initial, *title, *text])]) == (
        "Envoys meet in Samar\n\nEmma Poe of Arland met Karl Roe on Tuesday."
    )
    alone = initial._replace(text="A")
    assert running_text([with_initials([alone, *title, *text])]).startswith("A\n\nEnvoys")


def test_lines_that_end_together_are_full_though_another_line_is_wider() -> None:
    """A wide line of another part of the page is no edge of a justified column."""
    text = column(
        "Anna Maria Poe of Arland met Karl", "Maria Roe on Tuesday, and they all", top=600
    )
    text = [line._replace(right=280) for line in text]
    more = column("spoke of it for two hours or more,", "so it was said.", top=572)
    text += [more[0]._replace(right=280), more[1]]
    assert running_text([column(WIDE) + text]).split("\n\n")[1] == (
        "Anna Maria Poe of Arland met Karl Maria Roe on Tuesday, and they all spoke of it for two "
        "hours or more, so it was said."
    )


def test_paragraphs_that_end_alike_are_still_paragraphs() -> None:
    """A sentence said three times ends three times at the same place."""
    said = column(WIDE, "and no more.", WIDE, "and no more.", WIDE, "and no more.", "So it was.")
    assert running_text([said]).split("\n\n") == [f"{WIDE} and no more."] * 3 + ["So it was."]
