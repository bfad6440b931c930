"""Bytes → text, or the reason why they are none.

The order: byte order mark, UTF-8, UTF-16 without a mark, then one of the old eight-bit and East
Asian encodings. Text comes out as written, line ends included. Characters that no file may hold
as text (NUL, half a surrogate pair) become U+FFFD one for one, so that offsets hold.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from charset_normalizer import from_bytes

from relmap.errors import EmptyError, InputError

#: How much of a file is looked at to find its encoding.
SAMPLE = 1 << 18
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"%PDF-", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile("[\udc80-\udcff]")
# One stray control character in 200 is dirt in a text; more is not a text.
_DIRT = 200
# Latin letters with accents are a few bytes in a hundred; other scripts are nearly all of them.
_ACCENTS = 0.2
_LATIN_NULS, _FEW_BYTES = 4, 64
_OTHER_SCRIPTS = [
    *("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]


class Decoded(NamedTuple):
    """A text, and what had to be put right in it ("" when nothing)."""

    text: str
    notice: str = ""


def decode(content: bytes) -> Decoded:
    """Return the text that the bytes hold.

    Raises:
        InputError: they are empty, blank, or not a text; the message says which and what to do.
    """
    if not content:
        raise EmptyError("the file is empty; put the article's text into it or leave it out")
    codec = encoding_of(content[:SAMPLE])
    decoded = repair(content.decode(codec, errors_for(codec)))
    notice = decoded.notice or guess_of(codec)
    if _share(_CONTROL, decoded.text[:SAMPLE]):
        raise _binary()
    if is_blank(decoded.text):
        raise EmptyError(
            "the file holds only white space; put the article's text into it or leave it out"
        )
    return Decoded(decoded.text, notice)


def encoding_of(sample: bytes) -> str:
    """Return the codec for a file that starts with `sample` (at most `SAMPLE` bytes are needed).

    Raises:
        InputError: the sample is not text.
    """
    for start, kind in _KINDS:
        if sample.startswith(start):
            raise InputError(f"this is {kind}, not a text; save the article as plain text (UTF-8)")
    for mark, codec in _MARKS:
        if sample.startswith(mark) and (codec != "utf-32" or _fits(sample, codec)):
            return codec
    if _share(_CONTROL_BYTE, sample):
        return _wide_encoding(sample)
    if _fits(sample, "utf-8") or _is_damaged_utf8(sample):
        return "utf-8"
    return _old_encoding(sample)


def errors_for(codec: str) -> str:
    """Return the error handler to decode with: UTF-8 keeps stray bytes for `repair`."""
    return "surrogateescape" if codec.startswith("utf-8") else "replace"


def guess_of(codec: str) -> str:
    """Return the notice for a codec that nothing in the file proves, "" for one of Unicode's.

    A byte that is "é" in Windows-1252 is "ι" in the Greek edition: only the reader can tell.
    """
    if codec.startswith("utf"):
        return ""
    name = codec.replace("cp", "Windows-")
    return f"this is not UTF-8 and was read as {name}; if letters look wrong, save it as UTF-8"


def repair(text: str) -> Decoded:
    """Return the text with stray bytes read as Windows-1252, and clean.

    A file of UTF-8 into which a line of an older file was pasted holds such bytes.
    """
    stray = len(_ESCAPED.findall(text))
    if not stray:
        return Decoded(clean(text))
    text = _ESCAPED.sub(
        lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"), text
    )
    what = "1 byte is" if stray == 1 else f"{stray:,} bytes are"
    notice = f"{what} not UTF-8 and read as Windows-1252; save the file as UTF-8"
    return Decoded(clean(text), notice)


def clean(text: str) -> str:
    """Return the text with NUL and lone surrogates as U+FFFD, one for one."""
    return _UNSTORABLE.sub("\ufffd", text)


def is_blank(text: str) -> bool:
    """Tell whether nothing in the text can be read: white space, controls, marks without width."""
    return all(char.isspace() or unicodedata.category(char)[0] in "ZC" for char in text)


def _share(pattern: re.Pattern[str] | re.Pattern[bytes], content: str | bytes) -> bool:
    """Tell whether more than one character in `_DIRT` matches."""
    return len(pattern.findall(content)) * _DIRT > len(content)  # type: ignore[arg-type]


def _fits(sample: bytes, codec: str) -> bool:
    """Tell whether the sample, which may end in the middle of a character, decodes strictly."""
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "surrogateescape")
    stray = len(_ESCAPED.findall(text))
    return sum(not char.isascii() for char in text) - stray > 4 * stray


def _wide_encoding(sample: bytes) -> str:
    """Return the UTF-16 codec under which a sample full of NULs is a text.

    Every other byte of Latin letters is NUL. Other scripts have few, and a handful of bytes then
    proves nothing.
    """
    if sample.count(0) * _LATIN_NULS < len(sample) < _FEW_BYTES:
        raise _binary()
    scores = {}
    for codec in ("utf-16-le", "utf-16-be"):
        if _fits(sample, codec):
            text = codecs.getincrementaldecoder(codec)("strict").decode(sample)
            odd = sum(
                unicodedata.category(c) in {"Cc", "Cn", "Co"} for c in text if not c.isspace()
            )
            if odd * _DIRT <= len(text):
                scores[codec] = sum(c.isascii() for c in text)
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None or not scores[best]:
        raise _binary()
    return best


def _old_encoding(sample: bytes) -> str:
    """Return the codec of an eight-bit or East Asian text: Windows-1252 where letters allow it."""
    high = sum(byte >= 0x80 for byte in sample)
    if high <= _ACCENTS * len(sample):
        return "cp1252"
    best = from_bytes(sample[:20_000], cp_isolation=_OTHER_SCRIPTS).best()
    return best.encoding if best is not None else "cp1252"


def _binary() -> InputError:
    return InputError(
        "this is not a text (it holds control characters, as programs and pictures do); "
        "save the article as plain text (UTF-8)"
    )
