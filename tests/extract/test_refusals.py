"""What only looks like an organization: offices, plans, beliefs, classes, words of every day."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Defence Minister Boris Pistorius arrived.",
        "The Prime Minister arrived.",
        "The Belt and Road Initiative (BRI) grows, and the BRI pays for it.",
        "Delegates of the national security adviser (NSA) came, and the NSA met them.",
        "Increased Security cooperation answers various security challenges.",
    ],
)
def test_offices_plans_and_everyday_words_are_not(names, text):
    assert names(text, "organization") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Party met on Monday, and the Council agreed.",
        "Scholars of Wahhabism and Islam met in Cairo.",
        "The office of Su Tseng-chang (蘇貞昌) was closed.",
    ],
)
def test_class_words_beliefs_and_glosses_are_not(names, text):
    assert names(text, "organization") == []
