"""Lines that a mail program broke are joined; lists are not; signatures are no story."""

from __future__ import annotations

from time import process_time

import pytest
from mail_scenes import STORY, lines_of, mail_of, read_mail

from relmap.corpus import read_upload
from relmap.models import Article


def test_quoted_lines_go_on_and_lists_do_not() -> None:
    wrapped = (
        "> Emmanuel Macron, the president of France, told the British prime\n"
        "> minister Rishi Sunak in Paris on Monday that the treaty between London\n"
        "> and the European Union would be signed by all. He left.\n>\n"
        "> The chancellor of Germany, Olaf Scholz, and that of Austria, Karl\n"
        "> Nehammer, agreed to come.\n"
    )
    assert lines_of(read_mail("He said this:\n" + wrapped)[0])[1:] == [
        "Emmanuel Macron, the president of France, told the British prime minister Rishi Sunak in "
        "Paris on Monday that the treaty between London and the European Union would be signed by "
        "all. He left.",
        "The chancellor of Germany, Olaf Scholz, and that of Austria, Karl Nehammer, agreed to come.",
    ]
    listed = "> Macron calls Putin\n> Biden in Riyadh\n> Erdogan wins\n> Xi in Moscow\n"
    assert lines_of(read_mail(listed)[0]) == [line[2:] for line in listed.splitlines()]


def _flowed(text: str, more: str = "") -> str:
    head = f"Subject: S\nContent-Type: text/plain; charset=utf-8; format=flowed{more}\n\n"
    (article,) = read_upload("mail.eml", (head + text).encode())
    assert isinstance(article, Article)
    return article.text


def test_flowed_lines_are_joined_where_the_mail_says_so() -> None:
    text = "Pedro Sánchez met Andrés Manuel López \nObrador.\n> Xi met \n> Li.\n-- \nBob\n"
    assert _flowed(text) == "Pedro Sánchez met Andrés Manuel López Obrador.\nXi met Li."
    assert _flowed("习近平 \n会见", "; delsp=yes") == "习近平会见"
    assert _flowed("He said \n> Xi met Li.\n") == "He said \nXi met Li."
    assert _flowed(" From Kyiv he called \n >Xi.\n") == "From Kyiv he called >Xi."


@pytest.mark.parametrize("line", ["To: a\n", "A wrote:\n\n", ">> a\n> b\n", "> a \n", "-- \n"])
def test_hostile_lines_cost_only_a_second_or_two(line: str) -> None:
    text = line * 10_000
    head = "Subject: S\nContent-Type: text/plain; format=flowed\n\n"
    before = process_time()
    list(read_upload("mail.eml", (head + text).encode()))
    list(read_upload("mail.eml", mail_of(text.replace(">", "<div style='display:none'>"), "html")))
    assert process_time() - before < 10


def test_a_signature_is_no_story() -> None:
    assert read_mail(f"{STORY}\n-- \nBob Miller\nIndus Herald\n")[0].text == STORY
    long = "\n".join(f"Line {n}." for n in range(20))
    assert long in read_mail(f"{STORY}\n-- \n{long}\n")[0].text


@pytest.mark.parametrize(
    "below",
    [
        "Second: China and India met in Delhi on Friday and agreed on a treaty that both had wanted.",
        "\n".join(["A line of a second story, which is not a line of a postal address."] * 7),
    ],
)
def test_what_is_too_long_for_a_signature_is_kept(below: str) -> None:
    assert below in read_mail(f"{STORY}\n\n-- \n{below}\n")[0].text
