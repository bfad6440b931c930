"""Word classes: what a phrase's pattern means by `<site>` or `<agency>`."""

from __future__ import annotations

from types import MappingProxyType

#: name of the class: its pattern, in the notation of phrase.py. Phrases that are whole lines are
#: read without regard to capitals, phrases inside a paragraph with regard to them.
WORDS = MappingProxyType(
    {
        # Bounded, so that a hostile line of a million capitals takes no longer than any other.
        "name": r"[A-Z][\w.’'-]{0,30}",
        "names": r"<name>( <name>){0,3}",
        # The stop in "S.A. Miller" and in "McLean, Va." ends no sentence.
        "inner stop": r"(?<=[A-Z])\.|(?<= [A-Z][a-z])\.",
        "year": r"(19|20)\d\d",
        # Who owns pictures. "File" and "Pool" stand where an agency's name would.
        "agency": r"""
            Getty( Images)?|Reuters|AFP|AP|EPA(-EFE)?|Shutterstock|Anadolu|Sputnik|Xinhua|
            Bloomberg|ZUMA( Press)?|NurPhoto|SIPA( USA)?|Alamy|iStock|Landov|TASS|File|Pool
        """,
        # In a line of its own any "Some City Times" may be the owner.
        "source": r"""
            (the )?(<agency>|zuma wire|upi|staff|handout|associated press|
            ([\w.’'-]{1,20} ){0,2}(images|photos?|news|press|post|times))
        """,
        # Where outlets ask to be followed.
        "site": r"""
            Facebook|Twitter|Instagram|X|YouTube|WhatsApp|TikTok|LinkedIn|Telegram|BBC Sounds|
            Threads
        """,
        "followed site": r"""
            twitter|facebook|instagram|whatsapp|telegram|google|linkedin|youtube|x|threads|
            flipboard
        """,
        # The buttons of a share bar: "Facebook | X | Email | Copy link".
        "share button": r"""
            facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|tiktok|email|e-mail|
            print|copy link|pinterest|reddit|flipboard|messenger|tweet|pin|save|post|share|link
        """,
        # What stands at the foot of every page: "Privacy Policy | Terms of Use | Contact us".
        "foot link": r"""
            we use cookies|cookie policy|privacy policy|terms (of|and) (use|service|conditions)|
            contact us|about us|newsletters?
        """,
        # How a sentence inside a paragraph ends, also where the next one is glued to it.
        "end": r"[.!]+(?=\s|\Z|[A-Z“\"‘])|\Z",
        # "Also Read", "RELATED", "More on this story": labels over links to other stories.
        "also read": r"(also|must|please)[ -]reads?( this| more| it)?",
        "related": r"""
            (related|recommended|suggested|similar|trending|popular|latest|further|more)
            ( (to this )?<linked things>?)?( for you| now)?
        """,
        "linked things": r"""
            articles?|stor(y|ies)|coverage|news|readings?|topics?|posts?|links?|content|videos?|
            cards?|headlines|reads?
        """,
        "watch": r"""
            watch( also| now| live| more| this| the video| video| below)?|listen( now| here)?
        """,
        "teaser label": r"""
            (you (may|might|can)( also)? (like|read|be interested in)|don[’']?t miss|up next|
            (also|must|please|now|next)[ -]reads?( this| more| it)?|
            reads?( also| more| next| this| full story| on)?|see( also| more)|<watch>|<related>|
            more (on this( story| topic)?|from [\w .&’']{2,40}|about this|to read)|
            most (read|popular|viewed)|what to read next|in case you missed it|
            (more )?top stories|explore more|continue reading|keep reading|
            background|explainer|in pictures|gallery|photos?|video|slideshow)
        """,
        "label mark": r"\s*[:|»›>→–—-]+",
    }
)
