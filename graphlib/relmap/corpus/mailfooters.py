"""The small print at the end of a mail, which is no story: how to unsubscribe, who sent it."""

from __future__ import annotations

import re

_LAST, _LONGEST = 15, 300
_UNSUBSCRIBE = re.compile(
    r"\bunsubscrib|\bopt[ -]out\b|\b(?:manage|update|change) (?:your |my )?"
    r"(?:e?-?mail )?(?:preferences|subscriptions?)\b|\babbestellen\b|\babmelden\b|"
    r"\babzumelden\b|\bdésabonner|\bdésinscri|\bdesabon|darse de baja|anular (?:la|su|tu) suscripci|"
    r"cancelar (?:la|su|tu|a|sua|o) (?:suscripci|inscri|subscri|recebim)|annulla l[’']iscrizione|"
    r"\bdisiscri|\bcancellati\b|\bafmelden\b|\buitschrijven\b|\bavprenumerera|\bavregistrera|"
    r"\bafmeld|\bavmeld|\bperuuta tilaus|\bwypisz|\bzrezygnuj|\bodhlásit|отписаться|відписатися|"
    r"\babonelikten|退订|配信停止",
    re.IGNORECASE,
)
# A story may say that readers unsubscribe; small print speaks to its reader, or is made of links.
_SPOKEN = re.compile(
    r"https?://|www\.|\||·|•|\b(?:you|your|click|here|this (?:e-?mail|message|newsletter|list)|"
    r"sie|ihre?|hier|vous|votre|ici|usted|aquí|qui|hier|aqui)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 6
# What may stand above it: "© 2023 Herald", "You receive this because", an address, a rule.
_ABOVE = re.compile(
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,80}"
    r"|(?:you|this (?:e-?mail|message|newsletter)|sie|vous|usted)\b.{0,40}\b(?:receiv|subscribed|"
    r"signed up|was sent|is sent|erhalten|recevez|recibe).{0,200}"
    r"|(?:our|postal|mailing) (?:mailing |postal )?address\b.{0,200}|follow us\b.{0,120}"
    r"|(?:contact|privacy|terms|advertise|help|view)\b[^.!?]{0,120}\|.{0,160}|[-_=*–—\s]{2,}"
    # "Indus Herald Media Ltd, 12 Mall Road, Lahore"
    r"|(?=[^\d]{0,80}\d)[^.!?,]{2,60},[^.!?]{2,60},[^!?]{2,60}",
    re.IGNORECASE,
)


def without_footer(text: str) -> str:
    """Return a mail's text without the small print at its end."""
    lines = text.split("\n")
    filled = [place for place, line in enumerate(lines) if line.strip()]
    last = filled[-_LAST:]
    begin = max((place + 1 for place in last if _is_story(lines[place])), default=0)
    start = next((p for p in last if p >= begin and _is_small_print(lines[p])), None)
    if start is None:
        return text
    for place in reversed([place for place in filled if place < start]):
        line = lines[place].strip()
        if len(line) > _LONGEST or not _ABOVE.fullmatch(line):
            break
        start = place
    return "\n".join(lines[:start]).rstrip()


def _is_small_print(line: str) -> bool:
    line = line.strip()
    if len(line) > _LONGEST or not _UNSUBSCRIBE.search(line):
        return False
    return len(line.split()) <= _FEW_WORDS or _SPOKEN.search(line) is not None


def _is_story(line: str) -> bool:
    """Tell whether a line could be a sentence of the story: no small print begins above it."""
    line = line.strip()
    if len(line) > _LONGEST:
        return True
    ends = line.rstrip("\"'”’)»").endswith((".", "!", "?"))
    said = _SPOKEN.search(line) or _ABOVE.fullmatch(line) or _UNSUBSCRIBE.search(line)
    return ends and len(line.split()) > _FEW_WORDS and not said
