from __future__ import annotations

from relmap.knowledge.spelling import spellings, straighten, strip_accents


def test_straighten() -> None:
    assert straighten("Côte d’Ivoire") == "Côte d'Ivoire"
    assert straighten(" Guinea\u2011Bissau \u00a0x") == "Guinea-Bissau x"


def test_strip_accents() -> None:
    assert strip_accents("São Tomé, Türkiye, Élysée") == "Sao Tome, Turkiye, Elysee"


def test_spellings() -> None:
    assert spellings("Russia") == ("Russia",)
    assert set(spellings("Saint Kitts and Nevis")) == {
        "Saint Kitts and Nevis",
        "St. Kitts and Nevis",
        "St Kitts and Nevis",
        "Saint Kitts & Nevis",
        "St. Kitts & Nevis",
        "St Kitts & Nevis",
    }
    assert set(spellings("Côte d'Ivoire")) == {
        "Côte d'Ivoire",
        "Cote d'Ivoire",
        "Côte d’Ivoire",
        "Cote d’Ivoire",
    }
