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
        "button": r"Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Email",
        # The buttons of a share bar: "Facebook | X | Email | Copy link".
        "share button": r"""
            facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|tiktok|email|e-mail|
            print|copy link|pinterest|reddit|flipboard|messenger|tweet|pin|save|post|share|link
        """,
        # The path to a page: "Home > World > Asia".
        "section": r"[\w&’',-]{1,20}( [\w&’',-]{1,20}){0,3}",
        "rubric": r"analysis|opinion|commentary|editorial|comment|news analysis|letters",
        # "14:20, 3 May 2025", "Feb. 18 at 9 a.m. ET", "2 hours ago"
        "date word": r"""
            (\d[\d:.,/]{0,9}\s?(st|nd|rd|th|h|hrs|am|pm|a\.m\.|p\.m\.)?|on|at|(an? )?(hours?|minutes?|
            mins?|days?|weeks?|months?|years?)|ago|am|pm|a\.m\.|p\.m\.|gmt|utc|bst|ist|e[sd]?t|p[sd]?t|
            local time|updated|published|
            (mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?|today|yesterday|
            (jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\.?)(?=[\W]|\Z)
        """,
        # What stands at the foot of every page: "Privacy Policy | Terms of Use | Contact us".
        "foot link": r"""
            we use cookies|cookie policy|privacy policy|terms (of|and) (use|service|conditions)|
            contact us|about us|newsletters?
        """,
        # How a sentence inside a paragraph ends, also where the next one is glued to it.
        "end": r"[.!]+(?=\s|\Z|[A-Z“\"‘])|\Z",
        # A headline glued to its label and to the story behind, as far as a sentence's usual first
        # word tells where it ends: cut short it only leaves words in the story that were there.
        "other headline": r"""
            ((?!\ (said|told|added|announced)\ )[^.!?\n]|[.!?](?=[’'”\"])){12,140}?
            (\Z|(?<=[\w’'”)])(?<! in)(?<! by)(?<! to)(?<! of)(?<! that)(?<! from)(?<! a)(?<! the)
            (?=\s<opener>))
        """,
        "opener": r"""
            ((The|An?|It|Its|He|His|She|Her|They|Their|We|In|On|At|By|For|From|After|Before|As|But|
            And|While|When|Since|Some|Many|Most|This|That|These|Those|There|If|Among|Under|
            With|During|Both|Also|Last|Earlier|Analysts|Officials|Experts|Critics|Police|According|
            However|Meanwhile|Despite|Although|Though)\ |[“\"][A-Z])
        """,
        # Names and what may stand between them, up to the line's end or a full stop that is none of
        # "U.S.": "With help from China, Pakistan built the port" is a sentence.
        "credited names": r"""
            <credited>([,;:/]? ?(?!Read |Follow |Sign )<credited>){0,60}
            (?=[\s)*_]*\Z|(?<=[a-z]\.)\s|(?<=[A-Z]{3}\.)\s)
        """,
        "credited": r"""
            ([A-Z][\w’'-]{0,30}|and|&|in|of|for|from|at|by|with|the|our|its|an?|de|al|van|von|bin|
            additional|further|reporting|writing|editing|translation|graphics|research|text|
            editors?|correspondents?|producers?|reporters?|writers?|agency|agencies|staff|wires?|
            services?|bureaus?|desk|inputs|files|reports|contributions)(?![\w’'-])\.?
        """,
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
