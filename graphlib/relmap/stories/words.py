"""The words of a text as copies share them, whatever their case, quotes and dashes."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

#: Signs that stand on or join letters and belong to the word: vowel signs of Hindi, points of
#: Hebrew and Arabic, tone marks of Thai. Python counts them as no part of a word.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0970-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece"
    "\u1000-\u1049\u1050-\u109f\u135d-\u135f\u1780-\u17d3\u200c\u200d"
)
_ASCII_WORD = re.compile(r"[a-z0-9]+")
WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}])+")

#: Scripts that set no blanks between words, and how many characters stand for a word there: three
#: of Chinese and Japanese, eight of Thai, Lao, Burmese and Khmer.
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SOUTHEAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED = re.compile(rf"(?P<han>[{_HAN}]+)|[{_SOUTHEAST}]+|[^{_HAN}{_SOUTHEAST}]+")
_ANY_UNSPACED = re.compile(rf"[{_HAN}{_SOUTHEAST}]")
_HAN_WIDTH = 3
_SOUTHEAST_WIDTH = 8


def split_words(text: str) -> list[str]:
    """Return the words in order, in small letters and without punctuation.

    Where a script sets no blanks, every few characters that follow each other stand for a word:
    "国务院总理" gives 国务院, 务院总, 院总理.
    """
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    # NFKC: one spelling of "é", and of the wide letters of East Asian print.
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\xad", "")
    words = WORD.findall(plain)
    if not _ANY_UNSPACED.search(plain):
        return words
    return list(chain.from_iterable(_parts(word) for word in words))


def _parts(word: str) -> list[str]:
    """Return a word of spaced scripts as it is, and runs of the others in pieces that overlap."""
    if not _ANY_UNSPACED.search(word):
        return [word]
    parts: list[str] = []
    for run in _UNSPACED.finditer(word):
        piece = run[0]
        if not _ANY_UNSPACED.match(piece):
            parts.append(piece)
            continue
        width = _HAN_WIDTH if run["han"] else _SOUTHEAST_WIDTH
        parts += [piece[at : at + width] for at in range(max(1, len(piece) - width + 1))]
    return parts
