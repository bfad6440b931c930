"""Lines that ask for an address: newsletters, alerts, and the small print beside them."""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must match the whole line; capitals do not count.
SIGNUPS = (
    Phrase(
        "navigation",
        "The best of our newsletters. By signing up you agree to our terms.",
        r".{0,60}newsletters?\b.{0,200}\bsign(ing)? up\b.{0,400}",
    ),
    Phrase(
        "navigation",
        "Subscribe to our morning briefing",
        r"\W*(subscribe|sign up) (to|for|now|today|here|and|with|our)\b.{0,300}",
    ),
    Phrase(
        "navigation",
        "Thank you for subscribing! A letter is on its way.",
        r"""
        \W*(by (signing up|entering your email|clicking|subscribing)|
        thank you for (subscribing|signing up|reading)|you[’']?ve successfully subscribed|
        please enter (a|your)|enter your email|invalid email|your email address)\b.{0,400}
        """,
    ),
    Phrase(
        "navigation",
        "Receive the week's stories straight to your inbox",
        r"""
        \W*(get|sign up for|receive) .{0,80}
        \b((delivered|sent|straight|right) .{0,20}inbox|newsletters?)\b.{0,300}
        """,
    ),
    Phrase(
        "navigation",
        "Editor's note: Sign up for our letter on Asia.",
        r"""
        \W*(editor[’']?s|editors[’']?|author[’']?s) note:? ?.{0,20}(sign up|subscribe)\b.{0,400}
        """,
    ),
    Phrase(
        "navigation",
        'Some Outlet\'s "Asia Explained" newsletter brings you stories from the region.',
        r".{0,60}\bnewsletters? brings you\b.{0,200}",
    ),
    # What a line above the small print promises.
    Phrase(
        "navigation",
        "Get the latest updates from the campaign trail, interviews and more politics content.",
        r"""
        \W*(get|see|find) (the|all the|our|a|your|this week[’']s) (latest|recap|best|top|daily|hottest)\b
        .{0,160}\b(content|coverage|hub|news|stories|headlines|the week|the world)\b.{0,60}
        """,
    ),
    Phrase(
        "navigation",
        "The hottest stories ripped from the headlines, from crime to courts.",
        r"the (hottest|best|top|latest|biggest) stories [^.!?]{0,80}\bheadlines\b[^.!?]{0,80}\.?",
    ),
)
