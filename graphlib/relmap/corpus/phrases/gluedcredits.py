"""Credits glued into a paragraph: who took the picture above it, who helped with the story.

The example is a stretch of a page, with the phrase itself between ‹ and ›.
"""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must begin where a sentence could; capitals count.
GLUED_CREDITS = (
    # "China contributed to the fund." is a sentence.
    Phrase(
        "credit",
        "He said so. ‹S.A. Miller in McLean, Va. contributed to this report.› The talks went on.",
        r"""
        [A-Z](?>[^.!?;]|<inner stop>){2,300}?
        \ contributed (to this (report|story|article)|reporting)\b( from [^.!?]{2,80})?\.?
        """,
    ),
    Phrase(
        "credit",
        "He said so. ‹(Reporting by Jane Doe; Editing by John Roe)›",
        r"\((Additional r|R)eporting by [^()]{2,300}\)",
    ),
    # Names alone, up to a full stop: "Additional reporting by the Post showed …" is a sentence.
    Phrase(
        "credit",
        "He said so. ‹Additional reporting by Jane Doe and John Roe, BBC News›",
        r"(With a|A)dditional reporting (by|from) <credited names>",
    ),
    Phrase(
        "credit",
        "He said so. ‹With inputs from Jane Doe from BBC Tamil and John Roe›",
        r"(Reporting by|With (inputs|reporting) (by|from)) <credited names>",
    ),
    Phrase(
        "credit",
        "He said so. ‹(With inputs from agencies)›",
        r"\(\s*(?i:with (additional )?(inputs?|reporting)) (?i:from|by) [^()]{2,80}\)",
    ),
    Phrase(
        "credit",
        "Ministers shake hands in Astana. ‹(Photo by Jane Doe)› The talks went on.",
        r"""
        \(((File )?(Photo|Image|Photograph|Screenshot|Video) (by|via|from|credit|courtesy)\b
        [^()]{0,120}|(AP|File|Reuters) Photo[^()]{0,60})\)
        """,
    ),
    Phrase(
        "credit",
        "Ministers shake hands in Astana.‹(Ministry of Defence via AP, File)› The talks went on.",
        r"\(([^()]{0,60}(/|via |\| ?))?<agency>([/, ][^()]{0,40})?\)",
    ),
    Phrase(
        "credit",
        "Ministers shake hands in Astana. ‹Jane Doe/AFP via Getty Images› The talks went on.",
        r"<names>(/<names>){0,2}/<agency>((/| via )<agency>)*(?=\s+[A-Z“‘\"(]|\Z)",
    ),
    # Behind a caption; the stroke in front allows owners that no list has, in capitals.
    Phrase(
        "credit",
        "Ministers shake hands in Astana. ‹| Jane Doe/AP Photo› Talks on trade go on",
        r"\| <names>(/<names>){0,2}/(<agency>|[A-Z]{3,20}\b)( Photo)?(?=\s|\Z)",
    ),
    Phrase(
        "credit",
        "Ministers shake hands in Astana. ‹| AP Photos› Talks on trade go on",
        r"\| (<agency>|[A-Z]{3,20}\b)( Photos?)?(?=\s|\Z)",
    ),
    Phrase(
        "credit",
        "Ministers shake hands in Astana. ‹Photograph: Jane Doe/EPA›",
        r"(Photograph|Photographer):([^.!?]{2,80})?\Z",
    ),
    Phrase(
        "credit",
        "‹FILE PHOTO:› Ministers shake hands in Astana.",
        r"FILE( PHOTO)?\s*[–—:-](?=\s)",
    ),
)
