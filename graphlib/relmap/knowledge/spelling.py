"""How the same form is spelt in print: apostrophes, accents, "St.", "&", British and American."""

from __future__ import annotations

import re
import unicodedata

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"})

#: British spellings inside the names of organizations, and how American papers write them.
_BRITISH = (
    # "Shanghai Cooperation Organisation", but not "Paris" and not "promise".
    (re.compile(r"(?<=[a-z]{3})is(ations?|ing|ed)\b"), r"iz\1"),
    (re.compile(r"\bco-operat"), "cooperat"),
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"\bcentre(s?)\b"), r"center\1"),
    (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"),
)


def americanize(form: str) -> str:
    """`form`, which is in small letters, in American spelling."""
    for british, american in _BRITISH:
        form = british.sub(american, form)
    return form


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
