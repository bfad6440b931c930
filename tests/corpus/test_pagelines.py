"""What a page shows as several lines is several lines, however it was found."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from relmap.corpus.pagelines import in_order, unglued

PAGE = load_html(
    "<html><body><div><h1>Macron meets Sunak</h1><p>Emmanuel <b>Macron</b> met Rishi Sunak.</p>"
    "<ul><li>Olaf Scholz<li>Xi Jinping</ul>He left.<br>They too.</div><p>42</p></body></html>"
)


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        (
            "Macron meets Sunak Emmanuel Macron met Rishi Sunak.",
            ["Macron meets Sunak", "Emmanuel Macron met Rishi Sunak."],
        ),
        ("Olaf ScholzXi JinpingHe left.", ["Olaf Scholz", "Xi Jinping", "He left."]),
        ("He left. They too. 42", ["He left.", "They too.", "42"]),
        # Whole blocks as they were found, and what is no whole blocks, stay.
        ("Emmanuel Macron met Rishi Sunak.\n- Olaf Scholz", None),
        ("Sunak Emmanuel Macron met Rishi Sunak.", None),
        ("Macron meets Sunak Emmanuel Macron", None),
        ("Elsewhere.", None),
        ("", None),
    ],
)
def test_glued_blocks_are_parted(found: str, lines: list[str] | None) -> None:
    assert unglued(PAGE, found) == ("\n".join(lines) if lines else found)


BESIDE = load_html(
    "<html><body><div><h1>Macron meets Sunak</h1><p>Macron met Sunak.</p><p>Both left.</p>"
    "<article><h3>Ann Lee</h3><p>She writes of Asia.</p></article><p>Xi stayed.</p></div>"
    "<p>Ann Lee</p></body></html>"
)


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        (
            "Ann Lee|She writes of Asia.|Macron met Sunak.|Both left.|Xi stayed.",
            "Macron met Sunak.|Both left.|Ann Lee|She writes of Asia.|Xi stayed.",
        ),
        ("She writes of Asia.|Both left.", "Both left.|She writes of Asia."),
        # What is in order, has other lines above it or is not all found stays.
        ("Macron met Sunak.|Ann Lee|She writes of Asia.|Xi stayed.", None),
        ("Ann Lee|She writes of Asia.|Xi stayed.", None),
        ("Xi stayed.|Macron met Sunak.", None),
        ("She writes of Asia.|Elsewhere.", None),
        ("", None),
    ],
)
def test_a_box_put_above_a_story_stands_where_it_does_on_the_page(
    found: str, lines: str | None
) -> None:
    assert in_order(BESIDE, found.replace("|", "\n")) == (lines or found).replace("|", "\n")
