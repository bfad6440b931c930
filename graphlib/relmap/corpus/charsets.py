"""Bytes of a page, a feed or a mail → text: by the encoding it declares, else the one it shows."""

from __future__ import annotations

import re

from relmap.corpus.decoding import Decoded, clean, decode, is_blank
from relmap.errors import EmptyError

# Where pages (their first kilobyte, as browsers look) and XML files name their encoding.
_LOOKED_AT = 2_048
_DECLARED = re.compile(
    rb"<meta\s[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})"
    rb"|^\s*<\?xml\s[^<>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Encodings of texts only: Python also knows "unicode_escape" and "punycode".
_TEXTS = re.compile(
    r"utf-?8|(us-)?ascii|latin-?1|(iso[-_]?8859|windows|cp)[-_]?\d{1,4}|koi8-[ru]|mac(intosh|roman)"
    r"|gb2312|gbk|gb18030|big5(-hkscs)?|shift[-_]jis|x-sjis|euc-(jp|kr)|iso-2022-jp|tis-620",
    re.IGNORECASE,
)
# What pages call by these names is in truth the superset that Windows made of it.
_SUPERSETS = {
    **dict.fromkeys(("us-ascii", "ascii", "latin1", "latin-1", "iso-8859-1"), "cp1252"),
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis"), "cp932"),
}


def decode_declared(content: bytes, told: str | None = None) -> Decoded:
    """Return the text; `told` is the encoding that stands beside the bytes, in a header.

    A declaration that does not fit the bytes is no better than none.

    Raises:
        InputError: the bytes are empty, blank or not a text.
    """
    if content.startswith(_MARKS):
        return decode(content)
    for name in (told, _declared(content)):
        text = _decoded(content, name) if name else None
        if text is not None:
            if is_blank(text):
                raise EmptyError("it is empty; leave it out")
            return Decoded(clean(text))
    return decode(content)


def _declared(content: bytes) -> str | None:
    match = _DECLARED.search(content[:_LOOKED_AT])
    return (match[1] or match[2]).decode("ascii", "ignore") if match else None


def _decoded(content: bytes, name: str) -> str | None:
    name = name.strip().strip("\"'").lower()
    if not _TEXTS.fullmatch(name):
        return None
    try:
        return content.decode(_SUPERSETS.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None
