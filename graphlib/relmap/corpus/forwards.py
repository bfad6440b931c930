"""The lines of a mail → what its sender wrote and the mails that it forwards or quotes below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from relmap.corpus.forwardlabels import ATTRIBUTION, LABELS, MARKER, Label
from relmap.corpus.quoting import QuotedLine

# "From: A", "*Sent:* B", "Betreff : C"; the longest label has four words.
_FIELD = re.compile(r"\s*\*?([^\W\d_][\w .’'-]{0,24}?)\s?\*?\s?[:\uff1a]\*?\s*(.*)")
_FEWEST, _MOST = 3, 60
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\S@\S")


@dataclass(slots=True)
class Part:
    """A mail inside another: its fields by label, None where nothing tells them, and its lines."""

    fields: dict[Label, str] | None = None
    lines: list[QuotedLine] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether no letter stands in it."""
        return not any(line.text.strip() for line in self.lines)


def parted(lines: Sequence[QuotedLine]) -> list[Part]:
    """Return what stands above the first mail inside, then each of these; a reply has no fields."""
    parts, place = [Part()], 0
    while place < len(lines):
        end, fields = _header(lines, place)
        if end == place:
            parts[-1].lines.append(lines[place])
            place += 1
            continue
        if fields:
            _drop_marker(parts[-1].lines)
        parts.append(Part(fields or None))
        place = end
    return parts


def _header(lines: Sequence[QuotedLine], start: int) -> tuple[int, dict[Label, str]]:
    """Return where the header that begins here ends, and its fields; `start` where there is none."""
    fields: dict[Label, str] = {}
    count, end, place, waits = 0, start, start, False
    while place < min(len(lines), start + _MOST):
        text = lines[place].text
        named = _named(text)
        if named:
            label, value = named
            fields.setdefault(label, value)
            # In a table the value stands below its label, which is seen at the first of them.
            waits = not value and (not count or waits)
            last, count, end = label, count + 1, place + 1
        elif waits and count and text.strip():
            fields[last] = fields[last] or text.strip()
            waits, end = _is_table(lines, place + 1), place + 1
        elif not count or not _goes_on(lines, place, end):
            break
        elif text.strip():
            end = place + 1
        place += 1
    if count >= _FEWEST and "from" in fields and {"date", "subject"} & set(fields):
        return end, fields
    return _attribution(lines, start), {}


def _named(line: str) -> tuple[Label, str] | None:
    match = _FIELD.fullmatch(line) if len(line) < 2_000 else None
    label = LABELS.get(match[1].strip().casefold()) if match else None
    return (label, match[2].strip().strip("*").strip()) if match and label else None


def _is_table(lines: Sequence[QuotedLine], place: int) -> bool:
    """Tell whether a label without a value comes next."""
    named = _named(lines[place].text) if place < len(lines) else None
    return named is not None and not named[1]


def _goes_on(lines: Sequence[QuotedLine], place: int, end: int) -> bool:
    """Tell whether a line without a label is a header's: recipients, or a blank between fields."""
    text = lines[place].text
    if not text.strip():
        return place == end and place + 1 < len(lines) and _named(lines[place + 1].text) is not None
    before = lines[place - 1].text.rstrip()
    return place == end and "@" in text and (text[:1].isspace() or before.endswith((",", ";")))


def _attribution(lines: Sequence[QuotedLine], start: int) -> int:
    """Return where "On Saturday A wrote:" ends, in one line or two; `start` where there is none."""
    for end in (start + 1, start + 2):
        text = " ".join(line.text.strip() for line in lines[start:end])
        if not lines[start].text.strip() or not ATTRIBUTION.fullmatch(text):
            continue
        below = next((line for line in lines[end:] if line.text.strip()), None)
        deeper = below is not None and below.depth > lines[start].depth
        if deeper or (_CLOCK.search(text) and "@" in text):
            return end
    return start


def _drop_marker(lines: list[QuotedLine]) -> None:
    """Take "---------- Forwarded message ---------" away from the end of what stands above."""
    place = next((i for i in reversed(range(len(lines))) if lines[i].text.strip()), None)
    if place is not None and MARKER.fullmatch(lines[place].text.strip()):
        del lines[place:]
