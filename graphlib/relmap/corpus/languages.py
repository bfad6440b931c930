"""A text → the language it is written in, or "" where that is not beyond doubt.

A language that is wrongly called foreign silences an article, so everything has to agree: the
beginning, the middle and the end of the text, each far ahead of the second best language. Less is
asked where a page or a feed declares the language that the text looks like, and where the letters
themselves are such as English has not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Three pieces of this many characters tell as much as the whole article, in half a millisecond.
_PIECE = 600
# Fewer letters than in two sentences are a headline, a caption or a list.
_FEWEST_LETTERS = 100
# Where a language is declared one sentence will do: "Angela Merkel meets Macron in Berlin" is none.
_FEWEST_DECLARED = _FEWEST_LETTERS // 2
# The share of what all languages got, and how many times that of the next one.
_SURE, _AHEAD = 0.9, 20.0
# "Luis García, Kevin Álvarez, Raúl Jiménez": names are Spanish in English papers too.
_FEWEST_PLAIN_WORDS = 0.4
# "El País quoted “la libertad de los pueblos es la paz …” and called it the best of the day."
_MOST_ENGLISH_WORDS = 0.03
_ENGLISH = frozenset(
    re.findall("[a-z]+", "the and that with from said which were this would their they")
)
# German writes every noun with a capital, so that names cannot be told by theirs; but a list of
# names has few of these words, which English has not ("von" and "zum" stand in names).
_GERMAN = frozenset(
    re.findall(
        r"\w+",
        """
    der das und dem den mit ist nicht ein eine einen einem einer für sich dass werden wird sind bei
    nach auch es über aus wurde wurden haben hat sagte bis noch als wie war waren er sie seine
    """,
    )
)
# "Olaf Scholz warns over Ukraine war": a headline of few words may have one of these.
_ALSO_ENGLISH = frozenset(("war", "den"))
# Luxembourgish is what German with many names looks like next.
_CAPITAL_NOUNS = frozenset(("de", "lb"))
_FEWEST_GERMAN, _FEWEST_GERMAN_FORMS = 0.12, 5
# "empfängt", "nehmen" and "ukrainischen" among a quarter of words in small letters.
_FEWEST_PLAIN_GERMAN, _FEWEST_LONG, _LONG = 0.25, 3, 5
# Where one word in fourteen of so many is one of these, nothing else need be asked.
_SURELY_ENGLISH, _MANY_WORDS = 0.07, 60
# Letters of the Latin script, in all their shapes; other letters are of other scripts.
_LATIN = re.compile(
    "[A-Za-zªºÀ-ÖØ-öø-\u02ff\u1d00-\u1eff\u2071-\u209c\u212a-\u212b\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab64"
    "\ufb00-\ufb06\uff21-\uff5a\U0001d400-\U0001d7ff\U0001f130-\U0001f189]"
)
# "外交部长秦刚 (Qin Gang) 会见了…": so many of the letters are of another script.
_MOSTLY = 2 / 3
# Written alike: only together are they far ahead of every other language.
_KIN = ({"bs", "hr", "sr"}, {"id", "ms"}, {"nn", "no"})

#: The languages of ISO 639-1.
CODES = frozenset(
    re.findall(
        "[a-z]{2}",
        """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
    pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """,
    )
)


def code_of(name: str) -> str:
    """Return the code that a table's cell is: "en" for "en", "EN", "en-GB"; "" for other words."""
    code = name.strip().casefold().replace("_", "-").split("-")[0]
    return code if code in CODES else ""


def detect(text: str, declared: Collection[str] = ()) -> str:
    """Return the ISO 639-1 code of the language of `text`: "en"; "" if it is short, mixed or open.

    `declared` are codes that a page or a feed gives for it: often those of its template, so they
    count only where the text looks like one of them.
    """
    pieces = _pieces(text)
    return _sure(pieces) or _supported(pieces, declared) or _in_another_script(pieces)


def _sure(pieces: Sequence[str]) -> str:
    """Return the language that every piece is surely in, or ""."""
    found = [_sure_languages(piece) for piece in pieces]
    codes = {*found[0]}.union(*found[1:])
    if not all(found) or not any(codes <= kin for kin in ({min(codes)}, *_KIN)):
        return ""
    return max(sorted(codes), key=lambda code: sum(shares.get(code, 0.0) for shares in found))


def _supported(pieces: Sequence[str], declared: Collection[str]) -> str:
    """Return the declared language that every piece is more like than like any other, or ""."""
    codes = {code for code in declared if code in CODES}
    if any(_english_share(piece) > _MOST_ENGLISH_WORDS for piece in pieces):
        codes &= {"en"}
    if not codes:
        return ""
    kin = {code: next((kin for kin in _KIN if code in kin), {code}) for code in codes}
    best = [_best(piece) for piece in pieces]
    code = next((code for code in sorted(codes) if all(found in kin[code] for found in best)), "")
    return code if code == "en" or all(_can_tell(piece, code) for piece in pieces) else ""


def _can_tell(piece: str, code: str) -> bool:
    """Tell whether a piece that looks like the declared language is no headline of English names.

    "Biden hosts Scholz" looks like German, and stands in a German paper's English feed.
    """
    if _is_in_another_script(piece):
        return True
    letters = sum(map(str.isalpha, piece))
    if _is_shouted(piece):  # names cannot be told by their capitals
        return letters >= _FEWEST_LETTERS
    if letters < _FEWEST_DECLARED or _english_share(piece) > _MOST_ENGLISH_WORDS:
        return False
    german = code in _CAPITAL_NOUNS and _has_german(piece.split())
    return german or not _could_be_english(piece, code)


def _in_another_script(pieces: Sequence[str]) -> str:
    """Return what every piece looks like if its letters are such as English has not, else ""."""
    for piece in pieces:
        if not _is_in_another_script(piece) or _english_share(piece) > _MOST_ENGLISH_WORDS:
            return ""
    found = {_best(piece) for piece in pieces}
    return found.pop() if len(found) == 1 and "en" not in found else ""


def _is_in_another_script(piece: str) -> bool:
    """Tell whether most letters of a piece are such as English has not."""
    letters = sum(map(str.isalpha, piece))
    return letters - len(_LATIN.findall(piece)) > _MOSTLY * letters


def _best(piece: str) -> str:
    """Return the language that a piece looks most like, "" where it has no letters."""
    if not any(map(str.isalpha, piece)):
        return ""
    code: str = _identifier().rank(piece.lower() if _is_shouted(piece) else piece)[0][0]
    return code


def _is_shouted(piece: str) -> bool:
    """Tell whether a piece is mostly capitals: languages are known by their small letters."""
    return 2 * sum(map(str.isupper, piece)) > sum(map(str.isalpha, piece))


def _pieces(text: str) -> list[str]:
    """Return beginning, middle and end of a long text, the whole of a short one."""
    if len(text) <= 3 * _PIECE:
        return [text]
    middle = (len(text) - _PIECE) // 2
    return [text[start : start + _PIECE] for start in (0, middle, len(text) - _PIECE)]


def _sure_languages(piece: str) -> Mapping[str, float]:
    """Return the share of the one language, or of languages written alike, that a piece is in."""
    letters = sum(map(str.isalpha, piece))
    if letters < _FEWEST_LETTERS:
        return {}
    if piece.count(" ") >= _MANY_WORDS and _english_share(piece) >= _SURELY_ENGLISH:
        return {"en": 1.0}
    shouted = _is_shouted(piece)  # "LEADERS MEET IN KYIV"
    ranked = _identifier().rank(piece.lower() if shouted else piece)
    best = ranked[0][0]
    kin = next((kin for kin in _KIN if best in kin), {best})
    shares = {code: share for code, share in ranked if code in kin}
    share = sum(shares.values())
    next_share = next(share for code, share in ranked if code not in kin)
    if share < _SURE or share < _AHEAD * next_share:
        return {}
    return shares if best == "en" or not (shouted or _could_be_english(piece, best)) else {}


def _could_be_english(piece: str, best: str) -> bool:
    """Tell whether a piece that looks like `best` is mostly names, or has English between them."""
    words = piece.split()
    plain = sum(not word[:1].isupper() for word in words)
    named = plain < _FEWEST_PLAIN_WORDS * len(words) and not (
        best in _CAPITAL_NOUNS and _is_german(words)
    )
    return named or _english_share(piece) > _MOST_ENGLISH_WORDS


def _is_german(words: Sequence[str]) -> bool:
    """Tell whether so many words are such as German sentences are made of, and different ones.

    Names have few of its small words between them, and none that is long: "von und zum im der".
    """
    found = [word for word in words if word in _GERMAN]
    if len(found) >= _FEWEST_GERMAN * len(words) and len(set(found)) >= _FEWEST_GERMAN_FORMS:
        return True
    plain = [word for word in words if word[:1].islower()]
    long = {word for word in plain if len(word) >= _LONG}
    return len(plain) >= _FEWEST_PLAIN_GERMAN * len(words) and len(long) >= _FEWEST_LONG


def _has_german(words: Sequence[str]) -> bool:
    """Tell whether a sentence has a quarter of plain words, and one that only German has.

    "Kanzler Olaf Scholz hat Präsident Emmanuel Macron am Dienstag in Paris getroffen."
    """
    plain = [word for word in words if word[:1].islower()]
    return len(plain) >= _FEWEST_PLAIN_GERMAN * len(words) and any(
        word in _GERMAN and word not in _ALSO_ENGLISH for word in plain
    )


def _english_share(piece: str) -> float:
    """Return which share of the words of a piece are such as no other language has."""
    words = piece.split()
    return sum(map(_ENGLISH.__contains__, words)) / max(1, len(words))


@cache
def _identifier() -> LanguageIdentifier:
    # Here, because the model takes half a second to load and a second build needs none.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Without the languages that ISO 639-1 has no code for: Nigerian Pidgin is next to English.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
