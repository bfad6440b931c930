"""Lines that the editors say about the page: copyright, dates of posting, corrections."""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must match the whole line; capitals do not count.
NOTICES = (
    # "Copyright law divides China and the United States." is a sentence.
    Phrase(
        "navigation",
        "Copyright 2024 Some Network, a company of Some Group",
        r"\W*(©|\(c\) ?<year>|copyright( ?©| \(c\)| <year>)).{0,300}",
    ),
    Phrase(
        "navigation",
        "Some Network. All rights reserved.",
        r".{0,120}\ball rights reserved\b.{0,200}",
    ),
    Phrase(
        "navigation",
        "Last updated at: 14:05, 3 May 2024",
        r"""
        \W*(posted|published|filed|tagged|updated|last updated|first published|last modified|
        categor(y|ies)|tags?|topics?|section|comments?|views?|likes?)
        ( (on|in|under|at|with|by))?\s*[:|].{0,150}
        """,
    ),
    Phrase(
        "navigation",
        "This article has been updated to add the minister's reply.",
        r"""
        \W*(this article|this story|this post|this report|this page)
        \ (has been|was) (updated|corrected|amended|originally published|first published)
        \b.{0,160}
        """,
    ),
    Phrase(
        "navigation",
        "This article is more than 2 years old",
        r"\W*this article is more than .{1,20} old\W*",
    ),
    Phrase(
        "navigation",
        "Market data provided by Some Exchange. Delayed by 15 minutes.",
        r"\W*(market data|most stock quote data) provided by\b.{0,600}",
    ),
    # With a year at the end: "Copyright law divides China and the United States" is a headline.
    Phrase(
        "navigation",
        "Copyright Example Recorder, 2025",
        r"""
        \W*(copyright|©)( (by|of))? (?!laws?\b|rules?\b|reforms?\b|acts?\b|bills?\b)
        (?-i:<names>( (of|and|&|for) <names>){0,2})(, ?| )<year>([-–]<year>)?\W*
        """,
    ),
    Phrase(
        "navigation",
        "Updated 14:20, 3 May 2025",
        r"""
        \W*(last |first )?(updated|published|posted|filed|modified)
        ([\s,|·•–—-]+<date word>){1,14}\W*
        """,
    ),
    Phrase(
        "navigation",
        "This story and its headline have been updated.",
        r"""
        \W*((update|correction|clarification|note|editor[’']s note)\s*:\s*)?
        (this|the) (story|article|post|report|headline|page)( and (its |the )?(headline|story))?
        \ (has|have|was|were) (since )?(been )?(updated|corrected|amended|revised|clarified)\b.{0,300}
        """,
    ),
    Phrase(
        "navigation",
        "Correction: An earlier version of this article misstated the day of the talks.",
        r"""
        \W*((update|correction|clarification|note|editor[’']s note)\s*:\s*)?
        (due to an (editing )?error, )?(an?|the) (earlier|previous|original|prior) version of
        \ (this|the) (story|article|post|report|headline|page)\b.{0,400}
        """,
    ),
    Phrase(
        "navigation",
        "Update: Story updated with the minister's reply.",
        r"\W*(update\s*:\s*)?(story|article|post) (updated|corrected) (with|to|at|on)\b.{0,200}",
    ),
    Phrase(
        "navigation",
        "This is a developing story and will be updated.",
        r"\W*this is a (developing|breaking)( news)? story\b.{0,120}",
    ),
    Phrase(
        "navigation",
        "(Refiles to fix the attribution in paragraph 24.)",
        r"""
        \((refiles|corrects|adds|updates|repeats|recasts|removes|rewrites|this story (was|has))
        \b[^()]{5,200}\)
        """,
    ),
    # What WordPress puts below each entry of a feed; "The post of minister appeared first on …" is
    # a sentence.
    Phrase(
        "navigation",
        "The post Ministers meet in Astana appeared first on Some Outlet.",
        r"""
        the post (?-i:[A-Z\d“”‘’\"'«\[(…#$@]).{1,300}
        \ (first appeared|appeared first) on (the )?(?-i:[A-Z\d]|[a-z\d-]+\.[a-z])[^,;:?]{0,80}
        """,
    ),
    Phrase(
        "navigation",
        "This article is based in part on wire service reports.",
        r"""
        \W*this (article|story|report) (is|was) based (in part )?on\b
        [^.!?]{0,60}\b(wires?|agency|agencies|reports)\b[^.!?]{0,40}\.?
        """,
    ),
    Phrase(
        "navigation",
        "The opinions expressed by columnists are their own.",
        r"the (opinions|views) expressed (here|by|in this)\b.{0,60}\b(own|author|writer)\b.{0,200}",
    ),
)
