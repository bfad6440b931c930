"""The lines of a mail → what its sender wrote and the mails that it forwards or quotes below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from relmap.corpus.forwardlabels import ATTRIBUTION, LABELS, MARKER, RULE, Label
from relmap.corpus.quoting import QuotedLine

# "From: A", "*Sent:* B", "Betreff : C"; the longest label has four words.
_FIELD = re.compile(r"\s*\*?([^\W\d_][\w .’'-]{0,24}?)\s?\*?\s?[:\uff1a]\*?\s*(.*)")
_FEWEST, _MOST = 3, 60
# "10:00", "10.00", "10h00", but neither "6.05.2023" nor "@ZelenskyyUa".
_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}[:.h]\d\d(?!\d|\.\d)")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@\w[\w.-]*")
_DATE = re.compile(r"(?<![\d:])(?:19|20|21)\d\d(?!\d)|(?<!\d)\d\d?([./-])\d\d?\1\d\d(?!\d)")
_ENDS = re.compile(r"[.!?…:;。][\"'”’)»\]]*\s*$")
# "in Paris. Then Scholz wrote:", but not "Am 6. Mai" nor "John F. Kerry".
_SENTENCE = re.compile(r"(?:[^\W\d_]{4,}|[A-Z]{2,})[.!?…][\"'”’)»\]]*\s+[\"'“‘(«]*[^\W\d_]|。.")


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
    is_header = count >= _FEWEST and "from" in fields and {"date", "subject"} & set(fields)
    if is_header and (_is_mails(fields) or _is_marked(lines[max(0, start - _MOST) : start])):
        return end, fields
    return _attribution(lines, start), {}


def _is_mails(fields: dict[Label, str]) -> bool:
    """Tell whether fields are a mail's: "From: Paris / To: Berlin / Date: Monday" are a story's."""
    people = f"{fields.get('from', '')} {fields.get('to', '')}"
    return _ADDRESS.search(people) is not None or _is_stamp(fields.get("date", ""))


def _is_stamp(text: str) -> bool:
    """Tell whether a text holds both a date and a clock time, in any language."""
    return _DATE.search(text) is not None and _CLOCK.search(text) is not None


def _is_marked(above: Sequence[QuotedLine]) -> bool:
    """Tell whether the last line above says that a mail follows."""
    last = next((line.text.strip() for line in reversed(above) if line.text.strip()), "")
    return MARKER.fullmatch(last) is not None


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
    return (
        place == end
        and bool(_ADDRESS.search(text))
        and (text[:1].isspace() or before.endswith((",", ";")))
    )


def _attribution(lines: Sequence[QuotedLine], start: int) -> int:
    """Return where "On Saturday A wrote:" ends, in one line or two; `start` where there is none."""
    for end in (start + 1, start + 2):
        if end > len(lines) or not _is_whole(lines[start:end]):
            break
        text = " ".join(line.text.strip() for line in lines[start:end])
        if not ATTRIBUTION.fullmatch(text) or _SENTENCE.search(text):
            continue
        below = next((line for line in lines[end:] if line.text.strip()), None)
        deeper = below is not None and below.depth > lines[start].depth
        if deeper or (_ADDRESS.search(text) and _is_stamp(_ADDRESS.sub(" ", text))):
            return end
    return start


def _is_whole(run: Sequence[QuotedLine]) -> bool:
    """Tell whether lines are of one paragraph and of one sentence."""
    first, last = run[0], run[-1]
    is_filled = bool(first.text.strip() and last.text.strip())
    is_ended = len(run) > 1 and _ENDS.search(first.text) is not None
    return is_filled and first.depth == last.depth and not is_ended


def _drop_marker(lines: list[QuotedLine]) -> None:
    """Take "---------- Forwarded message ---------" away from the end of what stands above."""
    place = next((i for i in reversed(range(len(lines))) if lines[i].text.strip()), None)
    if place is None:
        return
    last = lines[place].text.strip()
    if MARKER.fullmatch(last) or RULE.fullmatch(last):
        del lines[place:]
