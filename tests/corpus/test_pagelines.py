"""What a page shows as several lines is several lines, however it was found."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from relmap.corpus.pagelines import unglued

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
