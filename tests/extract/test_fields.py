"""The fields of a ministry: how far its name goes on behind a comma, and where the next name begins."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The Ministry of Gender, Labour and Social Development published a plan.",
            ["Ministry of Gender, Labour and Social Development"],
        ),
        (
            "Officials of the Ministry of Trade, Industry and Energy met on Tuesday.",
            ["Ministry of Trade, Industry and Energy"],
        ),
        (
            "The House Committee on Education and the Workforce heard three witnesses.",
            ["House Committee on Education and the Workforce"],
        ),
        (
            "The Ministry of Education, Youth and Sports, and NATO were named.",
            ["Ministry of Education, Youth and Sports", "NATO"],
        ),
        ("The Ministry of Defence and President Emmanuel Macron agreed.", ["Ministry of Defence"]),
        ("The Ministry of Agriculture, Poland and France agreed.", ["Ministry of Agriculture"]),
        (
            "The Ministry of Finance and the Ministry of Health disagreed.",
            ["Ministry of Finance", "Ministry of Health"],
        ),
    ],
)
def test_the_fields_of_a_ministry_are_part_of_its_name(names, text, bodies):
    assert names(text, "organization") == bodies
