"""The small print at the end of a mail is no story."""

from __future__ import annotations

import pytest
from mail_scenes import STORY, read_mail


@pytest.mark.parametrize(
    "footer",
    [
        "Unsubscribe | Manage preferences\nIndus Herald Media Ltd, 12 Mall Road, Lahore",
        "© 2023 Indus Herald\nIndus Herald Media Ltd, 12 Mall Road, Lahore\n\nUnsubscribe\nHelp",
        "--\nYou receive this because you signed up. Unsubscribe: https://x.example/u",
        "Newsletter abbestellen",
    ],
)
def test_small_print_is_no_story(footer: str) -> None:
    assert read_mail(f"{STORY}\n\n{footer}\n")[0].text == STORY


@pytest.mark.parametrize(
    "end",
    [
        "Readers who unsubscribe from the paper, Macron told Scholz, will not come back soon.",
        "View in browser | Unsubscribe\n\nMacron met Scholz, and Putin called Xi from Moscow later.",
        "Macron met Scholz, Sunak and 12 others.",
    ],
)
def test_a_story_that_only_sounds_like_it_stays(end: str) -> None:
    assert read_mail(f"{STORY}\n\n{end}\n")[0].text == f"{STORY}\n\n{end}\n"
