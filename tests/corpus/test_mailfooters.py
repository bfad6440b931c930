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
        "You are receiving this email because you opted in on our site.\nUnsubscribe",
        "This message was sent to bob@x.example\nHerald Media, 12 Mall Road, Lahore.\nUnsubscribe",
        "Unsubscribe\nIndus Herald Media Group Ltd, 12 Mall Road, Lahore, Pakistan.",
        "Sie erhalten diese Nachricht als Leser.\nNewsletter abbestellen",
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


@pytest.mark.parametrize(
    "end",
    [
        "On Friday, 10 March, Macron met Scholz in Paris.",
        "In Geneva, 12 ministers met, among them Lavrov and Scholz.",
        "“By 2030, in Paris, Macron and I will meet again.”",
        "You have received our full support, Macron told Scholz in Kyiv.",
        "This message was sent from Moscow in May, Scholz said later.",
        "Sie haben unsere Hilfe erhalten, sagte Scholz in Kiew.",
    ],
)
def test_the_last_sentence_above_small_print_stays(end: str) -> None:
    body = f"{STORY}\n\n{end}\n\nUnsubscribe: https://x.example/u\n"
    assert read_mail(body)[0].text == f"{STORY}\n\n{end}"
