"""The lines of a mail → what its sender wrote and the mails that it forwards or quotes below."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from relmap.corpus.forwardlabels import ATTRIBUTION, FORWARD_ENDS, LABELS, MARKER, RULE, Label
from relmap.corpus.quoting import QuotedLine

# "From: A", "*Sent:* B", "Betreff : C"; the longest label has four words.
_FIELD = re.compile(r"\s*\*?([^\W\d_][\w .’'-]{0,24}?)\s?\*?\s?[:\uff1a]\*?\s*(.*)")
_FEWEST, _MOST, _MOST_WRAPPED = 3, 60, 3
# No program breaks shorter lines: "From: Paris / Gare du Nord / To: London" is no mail's.
_WRAPPED_FROM = 50
# "10:00", "10.00", "10h00", but neither "6.05.2023" nor "@ZelenskyyUa".
_CLOCK = re.compile(r"(?<![\d.:])\d{1,2}[:.h]\d\d(?!\d|\.\d)")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@\w[\w.-]*")
_DATE = re.compile(r"(?<![\d:])(?:19|20|21)\d\d(?!\d)|(?<!\d)\d\d?([./-])\d\d?\1\d\d(?!\d)")
_ENDS = re.compile(r"[.!?…:;。][\"'”’)»\]]*\s*$")
# "in Paris. Then Scholz wrote:", but not "Am 6. Mai" nor "John F. Kerry".
_SENTENCE = re.compile(r"(?:[^\W\d_]{4,}|[A-Z]{2,})[.!?…][\"'”’)»\]]*\s+[\"'“‘(«]*[^\W\d_]|。.")
_TITLE = re.compile(r"[A-Z][^\W\d_]{1,6}\.")
# How the rest of a line begins where a program broke it: "<b@x.example> wrote:", "2023 um 17:10 …".
_REST = re.compile(r"<|(?:19|20|21)\d\d[\s,]")
# Marks that only turn the direction of writing: Hebrew and Arabic programs put them around names.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(slots=True)
class Part:
    """A mail inside another: its fields by label, None where nothing tells them, and its lines.

    `is_marked`: "---------- Forwarded message ---------" stands above it.
    """

    fields: dict[Label, str] | None = None
    lines: list[QuotedLine] = field(default_factory=list)
    is_marked: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether no letter stands in it."""
        return not any(line.text.strip() for line in self.lines)


def parted(lines: Sequence[QuotedLine], *, bare: bool = True) -> list[Part]:
    """Return what stands above the first mail inside, then each of these; a reply has no fields.

    `bare`: "Bob Miller wrote:" above a deeper quotation tells who wrote it, without day or address.
    """
    parts, place = [Part()], 0
    while place < len(lines):
        if FORWARD_ENDS.fullmatch(lines[place].text.strip()):
            place += 1
            continue
        end, fields = _header(lines, place, bare=bare)
        if end == place:
            parts[-1].lines.append(lines[place])
            place += 1
            continue
        is_marked = bool(fields) and _is_marked(parts[-1].lines)
        if fields:
            _drop_marker(parts[-1].lines)
        parts.append(Part(fields or None, is_marked=is_marked))
        place = end
    return parts


def _header(lines: Sequence[QuotedLine], start: int, *, bare: bool) -> tuple[int, dict[Label, str]]:
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
        elif count and place == end and _is_wrapped(lines, place, fields.keys() - {"other"}):
            fields[last], end = f"{fields[last]} {text.strip()}", place + 1
        elif not count or not _goes_on(lines, place, end):
            break
        elif text.strip():
            end = place + 1
        place += 1
    is_header = count >= _FEWEST and "from" in fields and {"date", "subject"} & set(fields)
    if is_header and (_is_mails(fields) or _is_marked(lines[max(0, start - _MOST) : start])):
        return end, fields
    return _attribution(lines, start, bare=bare), {}


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


def _is_wrapped(lines: Sequence[QuotedLine], place: int, fields: Collection[Label]) -> bool:
    """Tell whether a line is the rest of the field above it: below stands one not seen before.

    In a page without blank lines it may be all that a mail says, with the next header below it.
    """
    for count, (before, line) in enumerate(pairwise(lines[place - 1 : place + _MOST_WRAPPED])):
        is_field = _FIELD.fullmatch(line.text) is not None
        if count and is_field:
            named = _named(line.text)
            return named is not None and named[0] not in fields
        is_rest = bool(line.text.strip()) and line.depth == before.depth
        if is_field or not is_rest or len(before.text) < _WRAPPED_FROM:
            return False
    return False


def _attribution(lines: Sequence[QuotedLine], start: int, *, bare: bool) -> int:
    """Return where "On Saturday A wrote:" ends, in up to three lines; `start` where there is none."""
    for end in range(start + 1, min(start + _MOST_WRAPPED, len(lines)) + 1):
        if not _is_whole(lines[start:end]):
            break
        texts = [_DIRECTIONS.sub("", line.text).strip() for line in lines[start:end]]
        if not texts[-1].endswith((":", "\uff1a")):
            continue
        below = (lines[place] for place in range(end, len(lines)) if lines[place].text.strip())
        deeper = next(below, lines[start]).depth > lines[start].depth
        if _tells_who(texts, deeper=deeper, bare=bare) and not _begins_later(texts, deeper=deeper):
            return end
    return start


def _tells_who(texts: Sequence[str], *, deeper: bool, bare: bool) -> bool:
    """Tell whether lines say who wrote what stands below them, and nothing else.

    They do with a clock time, a day and an address; above a deeper quotation a verb and a day or
    an address are enough, and a verb alone where `bare`. In some languages there is no verb.
    """
    text = " ".join(texts)
    if _SENTENCE.search(_without_titles(text)):
        return False
    has_verb = ATTRIBUTION.fullmatch(text) is not None
    address, rest = _ADDRESS.search(text) is not None, _ADDRESS.sub(" ", text)
    if address and _is_stamp(rest):
        return deeper or has_verb
    is_told = bare or address or _DATE.search(rest) is not None
    return deeper and has_verb and is_told and len(texts) < _MOST_WRAPPED


def _begins_later(texts: Sequence[str], *, deeper: bool) -> bool:
    """Tell whether the first of several lines is a headline above "On 6 May 2023 A wrote:"."""
    return any(
        _DATE.search(" ".join(rest)) is not None and _tells_who(rest, deeper=deeper, bare=False)
        for rest in (texts[place:] for place in range(1, len(texts)))
        if not _REST.match(rest[0])
    )


def _without_titles(text: str) -> str:
    """Return a text without a name that holds full stops: "at 17:10, Brig. Gen. Doe <d@x> wrote:".

    It stands behind the clock, or in front of everything, and no sentence does.
    """
    clock, address = _CLOCK.search(text), _ADDRESS.search(text)
    start = clock.end() if clock else 0
    end = address.start() if address and address.start() > start else len(text)
    if not clock or (address and address.start() < start):
        start, end = 0, address.start() if address else 0
    words = [word for word in text[start:end].split() if word[:1].isalpha()]
    titles = [place for place, word in enumerate(words) if _TITLE.fullmatch(word)]
    # "at 17:10 schrieb Prof. von der Leyen" against "in Paris. Then he wrote:"
    small = sum(word[0].islower() for word in words)
    most = 0 if not start else 3 if address else 1
    if not titles or titles[0] > (2 if start else 0) or small > most:
        return text
    return f"{text[:start]} {text[end:]}"


def _is_whole(run: Sequence[QuotedLine]) -> bool:
    """Tell whether lines are of one paragraph and of one sentence."""
    first, last = run[0], run[-1]
    is_filled = bool(first.text.strip() and last.text.strip())
    is_ended = len(run) > 1 and _ENDS.search(run[-2].text) is not None
    return is_filled and first.depth == last.depth and not is_ended


def _drop_marker(lines: list[QuotedLine]) -> None:
    """Take "---------- Forwarded message ---------" away from the end of what stands above."""
    place = next((i for i in reversed(range(len(lines))) if lines[i].text.strip()), None)
    if place is None:
        return
    last = lines[place].text.strip()
    if MARKER.fullmatch(last) or RULE.fullmatch(last):
        del lines[place:]
