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
# What may stand above it: "© 2023 Herald", a row of links, a rule.
_ABOVE = re.compile(
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,80}"
    r"|(?:our|postal|mailing) (?:mailing |postal )?address\b.{0,200}|follow us\b.{0,120}"
    r"|(?:contact|privacy|terms|advertise|help|view)\b[^.!?]{0,120}\|.{0,160}|[-_=*–—\s]{2,}",
    re.IGNORECASE,
)
# "You receive this because …" tells of a subscription; "You have received our full support, Macron
# told Zelenskyy." does not.
_RECEIVED = re.compile(
    r"(you|this(?: message|(?= e-?mail| newsletter))|sie|vous|usted)\b.{0,40}\b(?:receiv|subscribed|"
    r"signed up|was sent|is sent|erhalten|recevez|recibe).{0,200}",
    re.IGNORECASE,
)
_SUBSCRIBED = re.compile(
    r"https?://|www\.|\w@\w|\bsubscri|\bsign(?:ed)?[ -]up\b|newsletter|\bmailing|\babonn|"
    r"\b(?:e-?mail|newsletter) (?:was|is) sent\b|\binscri|\bsuscri|\bangemeldet\b|\banmeld|\bto you\b|"
    r"\bthis (?:because|since|as a)\b|\b(?:th(?:is|ese)|our|diese[nrs]?|unseren?|cet?|cette|nos|notre|"
    r"est[ea]|nuestr[oa]) (?:\w+ )?(?:e-?mails?|mails?|messages?|alerts?|nachricht|courriels?|"
    r"lettre|correo|mensaje|bolet[ií]n)\b",
    re.IGNORECASE,
)
# "Indus Herald Media Ltd, 12 Mall Road, Lahore"
_ADDRESS = re.compile(r"(?=[^\d]{0,80}\d)[^.!?,]{2,60},[^.!?]{2,60},[^!?]{2,60}")


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
        if len(line) > _LONGEST or not _is_above(line):
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
    said = _SPOKEN.search(line) or _is_above(line) or _UNSUBSCRIBE.search(line)
    return _is_sentence(line) and not said


def _is_sentence(line: str) -> bool:
    return line.rstrip("\"'”’)»").endswith((".", "!", "?")) and len(line.split()) > _FEW_WORDS


def _is_above(line: str) -> bool:
    """Tell whether a line could be the small print's above its unsubscribing."""
    if _ABOVE.fullmatch(line):
        return True
    received = _RECEIVED.fullmatch(line)
    if received:
        return _SUBSCRIBED.search(line, received.end(1)) is not None
    # "On Friday, 10 March, Macron met Sunak in Paris." has the form of an address too.
    is_told = _is_sentence(line) and any(word[0].islower() for word in line.split())
    return _ADDRESS.fullmatch(line) is not None and not is_told
