"""How the same form is spelt in print: apostrophes, accents, "St." and "&"."""

from __future__ import annotations

import re
import unicodedata

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})


def straighten(form: str) -> str:
    """`form` with plain apostrophes, hyphens and single blanks: "Côte d’Ivoire" → "Côte d'Ivoire"."""
    return " ".join(unicodedata.normalize("NFC", form).translate(_STRAIGHT).split())


def strip_accents(form: str) -> str:
    """`form` as a keyboard without accents types it: "Türkiye" → "Turkiye"."""
    decomposed = unicodedata.normalize("NFD", form)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def spellings(form: str) -> tuple[str, ...]:
    """All spellings of `form`, itself first.

    "Saint Lucia" is also printed "St. Lucia" and "St Lucia", "Trinidad and Tobago" also
    "Trinidad & Tobago", "N'Djamena" also "N’Djamena", "São Tomé" also "Sao Tome".
    """
    found = [form]
    if form.startswith("Saint "):
        found += [f"{short} {form.removeprefix('Saint ')}" for short in ("St.", "St")]
    found += [re.sub(r"\band\b", "&", each) for each in found if " and " in each]
    found += [strip_accents(each) for each in found]
    found += [each.replace("'", "’") for each in found if "'" in each]
    return tuple(dict.fromkeys(found))
