"""Phrases glued into a paragraph, between two sentences that scraping has joined.

The example is a stretch of a page, with the phrase itself between ‹ and ›.
"""

from __future__ import annotations

from relmap.corpus.phrases.gluedcredits import GLUED_CREDITS
from relmap.corpus.phrases.phrase import Phrase

# A notice at a line's end may run on; one with a whole story behind it must not.
_MUCH_MORE = "The talks went on. " * 20

#: Each must begin where a sentence could; capitals count. Of two that begin at the same place the
#: one further up is taken. `\A` and `\Z` are the ends of the whole line.
GLUED = (
    # In capitals, or with what follows it on the page: "Advertisements in Moscow praised …" stays.
    Phrase(
        "navigation",
        "He said so. ‹ADVERTISEMENT› the talks went on.",
        r"(ADVERTISEMENT|AD)(?=\s|\Z)",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Advertisement Continue reading the main story› The talks went on.",
        r"(Advertisement\s+)?(Continue reading the main story|Story Continued Below)",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Advertisement› The talks went on.",
        r"Advertisement(?=\s+[A-Z“\"‘]|\Z)",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Article continues after this ad› The talks went on.",
        r"Article continues (after|below) this (ad|advertisement)\b\.?",
    ),
    Phrase(
        "navigation",
        "He said so. ‹CLICK HERE TO GET THE APP›",
        r"CLICK (HERE )?(TO|FOR) [A-Z0-9 ,.'’]{5,60}(?![a-z])",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Copyright © 2024 Some Network, a company of Some Group›",
        r"(Copyright )?© ?<year>\b.{0,300}\Z",
    ),
    Phrase(
        "navigation",
        f"‹© 2024 Some Network. A Group Company. All Rights Reserved.› {_MUCH_MORE}",
        r"(Copyright )?© ?<year>\b[^.]{2,80}\.( [^.©]{2,60}\.)? All [Rr]ights [Rr]eserved\.?",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Most stock quote data provided by Some Exchange. Delayed.›",
        r"Most stock quote data provided by\b.{0,2000}\Z",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Follow Essex news on BBC Sounds, Facebook and X.› The talks went on.",
        r"""
        (Read more here )?Follow ([\w@&’'(),.-]+ ){1,6}(on|at)
        \ [^!?]{0,40}?\b<site>\b[^!?]{0,160}?<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹Listen to the best of Radio Kent on Sounds and follow us on X.› The talks.",
        r"Listen to [^.!?]{2,80} on (BBC )?Sounds\b[^.!?]{0,160}<end>",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Join us on Facebook and X.› The talks went on.",
        r"(Join|Find|Like) us on <site>(( and | or |, )<site>)*<end>?",
    ),
    Phrase(
        "navigation",
        "He said so. ‹For more news from Asia, follow us on Facebook.› The talks went on.",
        r"For more [^.!?]{2,80}, follow us on [^.!?]{2,80}<end>",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Send your story ideas to desk@example.org.› The talks went on.",
        r"""
        (You can also send|Send) (us )?(your )?(story ideas|stories|comments|tips|photos)\b
        [^!?]{0,200}?<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹Sign up for our daily newsletter on Asia.› The talks went on.",
        r"""
        Sign up (for|to|here)\b[^.!?]{0,160}\b(newsletters?|inbox|emails?|alerts|here)\b
        [^.!?]{0,80}<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹Get the week’s best stories in your inbox every Friday.› The talks went on.",
        r"Get [^.!?]{2,120}\byour inbox\b[^.!?]{0,60}(<end>|(?= The ))",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Readers outside the United States can sign up here.› The talks went on.",
        r"(Readers|Those) (in|outside) [^.!?]{2,40} can sign up here<end>",
    ),
    Phrase(
        "navigation",
        "He said so. ‹To get it in your inbox, sign up for free.› The talks went on.",
        r"To get it in your inbox, sign up[^.!?]{0,40}<end>",
    ),
    Phrase(
        "navigation",
        "‹A version of this story first appeared in the Asia newsletter, a look inside.› The talks.",
        r"""
        (Editor[’']s [Nn]ote: )?A version of this (story|article) (first )?appear(ed|s) in
        \ [^.!?]{2,80}newsletter(, [^.!?]{3,160})?<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹Sign up for free here.› The talks went on.",
        r"Sign up (for free )?here<end>",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Live scores and order of play Get tennis news sent straight to your phone›",
        r"""
        (Live scores, [^.!?]{2,60} |Live scores and [^.!?]{2,60} |Listen to the latest [^.!?]{2,60} )?
        (Get|Sign up for) [^.!?]{2,60} (sent )?(straight|direct) to your (phone|inbox)<end>?
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹Listen to the talk live at 12:45 on weekdays - or listen back here.› The talks.",
        r"Listen to [^.!?]{2,80} live at \d[^.!?]{2,80} here<end>",
    ),
    Phrase(
        "navigation",
        "‹BBC InDepth is the new home on the website for analysis. Click on the button below.›",
        r"BBC InDepth is the (new )?home\b.{0,700}?\bbutton below\.",
    ),
    Phrase(
        "navigation",
        "He said so. ‹This story has been updated with the minister’s reply.› The talks went on.",
        r"""
        This (story|article|post)( and (its )?headline)? (has|have) been updated
        ( (with|to|on|since) [^.!?]{3,160})?<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹This video can not be played What the talks left out› The talks went on.",
        r"This video can not be played(?=\s[A-Z‘“'\"]|\Z)<other headline>?",
    ),
    Phrase(
        "navigation",
        "He said so. ‹By signing up, you agree to our terms.› The talks went on.",
        r"""
        (For the best|By) (of|entering your email|signing up)\b[^.!?]{0,200}
        (you agree|newsletter)[^.!?]{0,250}<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹You understand that you can opt-out at any time.› The talks went on.",
        r"You (understand that you )?can (opt-out|unsubscribe)\s[^.!?]{0,40}<end>",
    ),
    Phrase(
        "navigation",
        "He said so. ‹You’ve successfully subscribed to this newsletter!› The talks went on.",
        r"(Subscribed)?\s?You['’]ve successfully subscribed to [^.!?]{3,40}!",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Go to example.org for more news from Asia.› The talks went on.",
        r"Go to \S{1,60}\.\S{1,60} for more [^.!?]{2,80}<end>",
    ),
    Phrase(
        "navigation",
        "‹The views expressed in this article are the author’s own.› The talks went on.",
        r"""
        The (views|opinions) expressed in this (commentary|article|column|piece)\b
        [^.!?]{0,120}<end>
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹View more opinion on our pages.› The talks went on.",
        r"(View|Read) more opinions?\b[^.!?]{0,60}<end>",
    ),
    Phrase(
        "navigation",
        "‹CLOSE› Ministers shake hands in Astana.",
        r"\ACLOSE(?=\s+[A-Z][a-z])",
    ),
    Phrase(
        "navigation",
        "‹Facebook Twitter Pinterest› Ministers shake hands in Astana.",
        r"\A<button>( <button>){1,5}(?=\s+[A-Z“‘])",
    ),
    # The title of a gallery stands there twice.
    Phrase(
        "navigation",
        "‹Photos: Photos: Talks in Astana Talks in Astana –› Ministers shake hands.",
        r"Photos: (Photos: )?(?P<gallery>.{4,80}?)( (Photos: ){0,2}(?P=gallery)){1,3}( –|(?=\s))",
    ),
    Phrase(
        "navigation",
        "He said so. ‹Hide Caption 3 of 12› The talks went on.",
        r"Hide [Cc]aption( \d+ of \d+)?",
    ),
    Phrase(
        "navigation",
        "He said so. ‹JUST WATCHED Talks fail Replay MUST WATCH Talks fail 02:07› The talks went on.",
        r"""
        JUST WATCHED (?P<watched>.{3,120}?)( Replay[^!?]{0,30})? MUST WATCH
        ( (?P=watched) \d\d:\d\d(?=\s|\Z))?
        """,
    ),
    Phrase(
        "navigation",
        "He said so. ‹Replay More Videos ... MUST WATCH› The talks went on.",
        r"Replay More Videos \.\.\. MUST WATCH",
    ),
    Phrase(
        "navigation",
        "‹Story highlights› Ministers met in Astana",
        r"Story [Hh]ighlights(?=\s|\Z)",
    ),
    Phrase(
        "teaser",
        "He said so. ‹Read more here.› The talks went on.",
        r"Read more ?here(?![a-z])\.?",
    ),
    Phrase(
        "teaser",
        "He said so. ‹READ MORE: What the talks left out› The talks went on.",
        r"READ (MORE|ALSO):(?=\s?[A-Z‘“'\"])<other headline>?",
    ),
    Phrase(
        "teaser",
        "He said so. ‹[Read more: What the talks left out]› The talks went on.",
        r"\[(A reader responds|Read( more)?|Related|More|Sign up|Listen|Watch)\s*:[^\]]{3,200}\]",
    ),
    # With a colon: "(related to the deal)" is a reporter's.
    Phrase(
        "teaser",
        "He said so. ‹(RELATED: What the U.S. wants from the talks)› The talks went on.",
        r"""
        \((RELATED|READ MORE|READ ALSO|SEE ALSO|Related|Read more|Read also|See also):
        [^()]{3,200}\)
        """,
    ),
    *GLUED_CREDITS,
)
