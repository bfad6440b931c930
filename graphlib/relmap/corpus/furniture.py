"""Page furniture glued into running text, cut out as stretches of its own.

Scraped articles are often one long line: "… he said. Advertisement The two leaders …", "… on
Tuesday. Jane Doe/AFP/Getty Images Earlier, …". Only phrases that no reporter writes into a story
are cut, and only where a sentence begins, so that a story that reports on advertisements or
newsletters keeps every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from relmap.models import Role

Piece = tuple[int, int, Role | None]

# Behind the end of a sentence, with or without a space, or at the start of the line.
_START = r"(?:\A|(?<=[.!?…:;”\"’')\]])|(?<=[.!?…:;”\"’')\]—-]\s))"
_END = r"(?:[.!]+(?=\s|\Z|[A-Z“\"‘])|\Z)"
_SITES = (
    r"(?:Facebook|Twitter|Instagram|X|YouTube|WhatsApp|TikTok|LinkedIn|Telegram|BBC Sounds|Threads)"
)
_AGENCIES = (
    r"(?:Getty(?: Images)?|Reuters|AFP|AP|EPA(?:-EFE)?|Shutterstock|Anadolu|Sputnik|Xinhua|Bloomberg|"
    r"ZUMA(?: Press)?|NurPhoto|SIPA(?: USA)?|Alamy|iStock|Landov|TASS|File|Pool)"
)
# Bounded, so that a hostile line of a million capitals takes no longer than any other.
_NAME = r"[A-Z][\w.’'-]{0,30}"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,3}}"
_STARTING: tuple[tuple[Role, str], ...] = (
    # "Advertisement", in capitals or with what follows it on the page.
    ("navigation", r"(?:ADVERTISEMENT|AD)(?=\s|\Z)"),
    ("navigation", r"(?:Advertisement\s+)?(?:Continue reading the main story|Story Continued Below)"),
    ("navigation", r"Advertisement(?=\s+[A-Z“\"‘]|\Z)"),
    ("navigation", r"Article continues (?:after|below) this (?:ad|advertisement)\b\.?"),
    ("navigation", r"CLICK (?:HERE )?(?:TO|FOR) [A-Z0-9 ,.'’]{5,60}(?![a-z])"),
    # "© 2024 Some Network. A Parent Company. All Rights Reserved. Font ™ & © 2016 Some Network."
    ("navigation", r"(?:Copyright )?© ?(?:19|20)\d\d\b.{0,300}\Z"),
    ("navigation", r"(?:Copyright )?© ?(?:19|20)\d\d\b[^.]{2,80}\.(?: [^.©]{2,60}\.)? All [Rr]ights [Rr]eserved\.?"),
    ("navigation", r"Most stock quote data provided by\b.{0,2000}\Z"),
    # "Follow us on Twitter @BBCAfrica, on Facebook at …", "Follow Essex news on Facebook and X."
    ("navigation", rf"Follow (?:[\w@&’'().-]+ ){{1,6}}(?:on|at) [^!?]{{0,40}}?\b{_SITES}\b[^!?]{{0,160}}?{_END}"),
    ("navigation", rf"(?:Join|Find|Like) us on {_SITES}(?:(?: and | or |, ){_SITES})*{_END}?"),
    ("navigation", rf"For more [^.!?]{{2,80}}, follow us on [^.!?]{{2,80}}{_END}"),
    ("navigation", rf"Send (?:us )?(?:your )?(?:story ideas|stories|comments|tips|photos)\b[^!?]{{0,200}}?{_END}"),
    ("navigation", rf"Sign up (?:for|to|here)\b[^.!?]{{0,160}}\b(?:newsletters?|inbox|emails?|alerts|here)\b[^.!?]{{0,80}}{_END}"),
    ("navigation", rf"Get [^.!?]{{2,120}}\byour inbox\b[^.!?]{{0,60}}(?:{_END}|(?= The ))"),
    ("navigation", rf"(?:Readers|Those) (?:in|outside) [^.!?]{{2,40}} can sign up here{_END}"),
    ("navigation", rf"To get it in your inbox, sign up[^.!?]{{0,40}}{_END}"),
    ("navigation", rf"A version of this (?:story|article) (?:first )?appeared in [^.!?]{{2,80}}newsletter{_END}"),
    ("navigation", rf"(?:For the best|By) (?:of|entering your email|signing up)\b[^.!?]{{0,200}}(?:you agree|newsletter)[^.!?]{{0,250}}{_END}"),
    ("navigation", rf"You (?:understand that you )?can (?:opt-out|unsubscribe)\s[^.!?]{{0,40}}{_END}"),
    ("navigation", r"(?:Subscribed)?\s?You['’]ve successfully subscribed to [^.!?]{3,40}!"),
    ("navigation", rf"Go to \S+\.\S+ for more [^.!?]{{2,80}}{_END}"),
    ("navigation", rf"The (?:views|opinions) expressed in this (?:commentary|article|column|piece)\b[^.!?]{{0,120}}{_END}"),
    ("navigation", rf"(?:View|Read) more opinions?\b[^.!?]{{0,60}}{_END}"),
    ("navigation", r"Hide [Cc]aption(?: \d+ of \d+)?"),
    ("navigation", r"JUST WATCHED .{3,120}? MUST WATCH"),
    ("navigation", r"Replay More Videos \.\.\. MUST WATCH"),
    ("navigation", r"\AStory highlights\b"),
    ("teaser", r"Read more here\b\.?"),
    ("teaser", r"\[(?:A reader responds|Read(?: more)?|Related|More|Sign up|Listen|Watch)\s*:[^\]]{3,200}\]"),
    # "CNN’s Jane Doe and John Roe contributed to this report."
    ("credit", r"[A-Z](?>[^.!?;]|(?<=[A-Z])\.|(?<= [A-Z][a-z])\.){2,300}? contributed (?:to this (?:report|story|article)|reporting)\b(?: from [^.!?]{2,80})?\.?"),
    ("credit", r"\((?:Additional r|R)eporting by [^()]{2,300}\)"),
    ("credit", r"\(\s*(?i:with (?:additional )?(?:inputs?|reporting)) (?i:from|by) [^()]{2,80}\)"),
    ("credit", r"\((?:(?:File )?(?:Photo|Image|Photograph|Screenshot|Video) (?:by|via|from|credit|courtesy)\b[^()]{0,120}|(?:AP|File|Reuters) Photo[^()]{0,60})\)"),
    ("credit", rf"\((?:[^()]{{0,60}}(?:/|via |\| ?))?{_AGENCIES}(?:[/, ][^()]{{0,40}})?\)"),
    ("credit", rf"{_NAMES}(?:/{_NAMES}){{0,2}}/{_AGENCIES}(?:(?:/| via ){_AGENCIES})*(?=\s+[A-Z“‘\"(]|\Z)"),
    ("credit", r"FILE(?: PHOTO)?\s*[–—:-](?=\s)"),
)  # fmt: skip
# One expression for all: a text has many sentences, and each start is tried once.
_FURNITURE = re.compile(
    _START
    + "(?:"
    + "|".join(f"(?P<{role}{at}>{pattern})" for at, (role, pattern) in enumerate(_STARTING))
    + ")",
    re.DOTALL,
)
# One look decides for most lines that there is nothing to cut.
_HINT = re.compile(
    r"ADVERTISEMENT|Advertisement|\bAD\b|Continue|continues|CLICK|©|stock quote|Follow |Join us|Find us|"
    r"Like us|follow us|Send |[Ss]ign up|inbox|newsletter|signing up|your email|unsubscribe|opt-out|"
    r"subscribed|for more|expressed in this|more opinion|Hide [Cc]aption|MUST WATCH|Story highlights|"
    r"Read more|contributed|eporting by|\((?i:with)|\[|/(?:[A-Z])|FILE|\((?:AP|AFP|Reuters|EPA|File|Photo|Image|Getty)|Getty"
)


def split(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of `text[start:end]` in order: (start, end, role), None for running text.

    The pieces are without the white space around them and cover everything else.
    """
    line = text[start:end]
    position = 0
    for first, last, role in _found(line) if _HINT.search(line) else ():
        yield from _piece(line, position, first, None, start)
        yield from _piece(line, first, last, role, start)
        position = last
    yield from _piece(line, position, len(line), None, start)


def _found(line: str) -> Iterator[tuple[int, int, Role]]:
    for match in _FURNITURE.finditer(line):
        role, _ = _STARTING[int((match.lastgroup or "").lstrip("abcdefghijklmnopqrstuvwxyz"))]
        yield match.start(), match.end(), role


def _piece(line: str, first: int, last: int, role: Role | None, start: int) -> Iterator[Piece]:
    piece = line[first:last]
    begin = first + len(piece) - len(piece.lstrip())
    end = first + len(piece.rstrip())
    if begin < end:
        yield start + begin, start + end, role
