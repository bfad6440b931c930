"""Lines that say who took the picture, helped with the story, or edited it."""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must match the whole line; capitals do not count.
CREDITS = (
    Phrase(
        "credit",
        "(With inputs from agencies)",
        r"""
        \(\s*with (additional |further )?
        (inputs?|reporting|reports?|information|agenc(y|ies)|files?)\b.{0,100}\)?\W*
        """,
    ),
    Phrase(
        "credit",
        "With additional reporting by Jane Doe",
        r"""
        \W*with (additional |further )?(inputs?|reporting|reports|information) (from|by)
        \ (?-i:<credited names>)\W*
        """,
    ),
    Phrase(
        "credit",
        "Reporting by Jane Doe in Moscow; Editing by John Roe",
        r"""
        \W*(additional |further )?
        (reporting|writing|editing|edited|compiled|translated|translation|graphics?|production|
        research) (for [\w ]{2,30} )?by:? (?-i:<credited names>)\W*
        """,
    ),
    Phrase(
        "credit",
        "Photo courtesy of: Ministry of Defence",
        r"""
        \W*(photos?|images?|pictures?|pics?|videos?|file photos?|file|illustration|graphic|
        photographer|photograph|photography|screengrab|screenshot)
        ( (credits?|courtesy( of)?|source|by|via))?\s*[:/©]\s*.{1,150}
        """,
    ),
    Phrase(
        "credit",
        "Photograph by Jane Doe.",
        r"""
        \W*(photo|image|picture|video|photograph|illustration)s?
        \ (credits?|courtesy( of)?|by|via|from)\b[^.]{1,120}\.?\W*
        """,
    ),
    Phrase(
        "credit",
        "Source: Ministry of Finance",
        r"\W*(source|credits?|courtesy)( (of|by))?\s*[:/].{1,100}",
    ),
    Phrase(
        "credit",
        "Contributors: Jane Doe, John Roe",
        r"\W*(this story|this article|contains?|contributing|contributors?)\s*:\s?.{2,120}",
    ),
    # "China contributed to the fund." is a sentence.
    Phrase(
        "credit",
        "S.A. Miller and John Roe in McLean, Va. contributed to this report.",
        r"""
        (?-i:(?>[^.!?]|<inner stop>)){2,250}\bcontributed
        \ ((reporting|to this (report|story|article|piece))\b[^.!?]{0,60}|
        to the (report|story|article))\.?
        """,
    ),
    Phrase(
        "credit",
        "With assistance by Jane Doe. Edited in Delhi.",
        r"""
        \W*with (assistance|help|reporting) (by|from) (?-i:<credited names>)
        ( (edited|written|translated|compiled)\b.{2,120})?\W*
        """,
    ),
    # "Israel/Palestine talks" have no agency behind the stroke.
    Phrase(
        "credit",
        "Jane Doe/AFP/Getty Images",
        r"(<names>( ?/ ?<names>){0,3})? ?(/|\|| via ) ?<source>\W*",
    ),
    Phrase(
        "credit",
        "Reuters/Jane Doe",
        r"<source>( ?/ ?<names>){1,3}\W*",
    ),
    Phrase(
        "credit",
        "Enlarge this image toggle caption Jane Doe",
        r".{0,30}\btoggle caption\b(?-i:(?>[^.!?]|<inner stop>){0,160})",
    ),
    Phrase(
        "credit",
        "Editor: night desk",
        r"""
        \W*((copy|night|news|managing|photo|picture|web|online|deputy|day|desk|sub)[ -]?)?
        (editors?|producers?|translators?|photographers?|illustrators?|reporters?|writers?)
        \s*:\s*[\w.’'&-]+(,? [\w.’'&-]+){0,7}\W*
        """,
    ),
    Phrase(
        "credit",
        "Getty Images",
        r"(the )?(getty( images)?|(ap|afp|reuters|epa|file|pool) photos?|getty images/\w+)",
    ),
    Phrase(
        "credit",
        "With wires",
        r"\W*with (\w+ )?(wires|wire services|agencies|wire reports)\.?",
    ),
)
