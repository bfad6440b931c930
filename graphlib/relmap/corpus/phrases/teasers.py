"""Lines that lead to other stories: labels, and labels with a headline behind."""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: A label alone: links may follow below it.
LABEL = Phrase(
    "teaser",
    "More on this story:",
    r"[\W_]*<teaser label>[.…]*<label mark>?[\W_]*",
)

#: Each must match the whole line; capitals do not count.
TEASERS = (
    LABEL,
    # Too common before a colon to be a label alone: "Background: Russia signed the accord."
    Phrase(
        "teaser",
        "Related: Ministers meet in Astana",
        r"""
        [\W_]*(?!(background|explainer|photos?|video|latest|listen|more|popular|further)\s*[:–—-])
        <teaser label>\s*[:|»›>→][^.!?]{3,200}[.!?…]?\W*
        """,
    ),
    Phrase(
        "teaser",
        "Also read this: India deployed a ship. What comes next?",
        r"[\W_]*<also read><label mark>\s*\S.{2,300}",
    ),
    Phrase(
        "teaser",
        "See also – What the U.S. wants from the talks",
        r"[\W_]*(read|see|watch) (also|more|next)<label mark>\s*\S.{2,300}",
    ),
    Phrase(
        "teaser",
        "Read the full interview with the minister here.",
        r"""
        [\W_]*(read|see|view|watch)
        \ (more of|more about|more on|the full|our full|the complete|the rest of)
        \ [\w’' -]{2,60}[.!:]?( here\.?)?
        """,
    ),
    Phrase(
        "teaser",
        "[A reader responds: What the talks left out. And why.]",
        r"\[?(a reader responds|read|more|related|listen|watch|see)\s*:[^\]]{3,200}\]",
    ),
    Phrase(
        "teaser",
        "Visit our Middle East page for the latest on the talks",
        r"(go to|visit|read|see|click for) \S.{0,40}\bfor (more|the latest|full)\b.{0,80}",
    ),
    Phrase(
        "teaser",
        "Our live coverage of the summit has moved here.",
        r"our (live )?coverage .{0,60}(has )?moved here\.?",
    ),
    Phrase(
        "teaser",
        "Click for more from the summit",
        r"click (for|to read|to see|to watch) more\b.{0,80}",
    ),
    # Between two paragraphs; "Opinion: he said so." is a sentence.
    Phrase(
        "teaser",
        "Opinion: No such thing as a small war",
        r"""
        \W*(more|opinion|op-ed|editorial|column|special coverage|special report|timeline|
        interactive|quiz|poll|podcast|also on [\w .]{2,30})\s*:[^.!]{8,160}[^.!:,;]
        """,
    ),
    Phrase(
        "teaser",
        "Ministers meet in Astana Read more",
        r"[^.!?]{10,180}[^.!?\s] (?-i:Read more)",
    ),
    Phrase(
        "teaser",
        "More On This... Ministers meet in Astana",
        r"more on this( story| topic)?\s*(\.\.\.|…)\s*\S.{3,200}",
    ),
    Phrase(
        "teaser",
        "To read more about the talks, click here.",
        r"(to|for) (read|see|learn|find|get|watch|hear|more)\b[^.!?]{2,120},? click here\.?",
    ),
    Phrase(
        "teaser",
        "Read our comprehensive coverage of the summit.",
        r"(read|see|watch|follow) [^.!?,]{2,60}\bcoverage\b[^.!?,]{0,40}\.?",
    ),
    # Glued to its label, as only links are.
    Phrase(
        "teaser",
        "Trump-Kim summit:Everything to know about the talks in Astana",
        r"(?!contribut)(?-i:[A-Z][^.:“\"]{3,60}:[A-Z][^:]{12,160}[^.!:”\"])",
    ),
    Phrase(
        "teaser",
        "( PODCAST: What the talks left out)",
        r"\(\s?(?-i:[A-Z][A-Z ]{2,30}):\s?[^()]{5,160}\)",
    ),
)
