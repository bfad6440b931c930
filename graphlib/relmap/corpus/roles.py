"""What a line is by its shape alone: teaser, navigation, credit, byline, or nothing special.

The rules know the standing phrases of news pages ("Also Read:", "3 min read", "All rights
reserved"), not the names of any one outlet. Each must match the whole line or open it with a
mark such as a colon: losing a real sentence is worse than keeping a share button.
"""

from __future__ import annotations

import re

from relmap.corpus import bylines
from relmap.models import Role

_I = re.IGNORECASE
_MARK = r"(?:\s*[:|»›>→–—-]+)"

# "Also Read: …", "Also read this:India deployed …", "RELATED: …", "More on this story".
_TEASER_LABEL = (
    r"(?:you (?:may|might|can)(?: also)? (?:like|read|be interested in)|don[’']?t miss|up next|"
    r"(?:also|must|please|now|next)[ -]reads?(?: this| more| it)?|reads?(?: also| more| next| this| full story| on)?|"
    r"see(?: also| more)|watch(?: also| now| live| more| this| the video| video| below)?|listen(?: now| here)?|"
    r"(?:related|recommended|suggested|similar|trending|popular|latest|further|more)"
    r"(?: (?:to this )?(?:articles?|stor(?:y|ies)|coverage|news|readings?|topics?|posts?|links?|"
    r"content|videos?|cards?|headlines|reads?))?(?: for you| now)?|"
    r"more (?:on this(?: story| topic)?|from [\w .&’']{2,40}|about this|to read)|"
    r"most (?:read|popular|viewed)|what to read next|in case you missed it|(?:more )?top stories|"
    r"explore more|continue reading|keep reading|background|explainer|in pictures|gallery|photos?|video|slideshow)"
)
# Words that are too common before a colon to be a teaser's label alone: "Background: …".
_NOT_BEFORE_TEXT = (
    r"(?!(?:background|explainer|photos?|video|latest|listen|more|popular|further)\s*[:–—-])"
)
_TEASER = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"[\W_]*{_TEASER_LABEL}[.…]*{_MARK}?[\W_]*",
        rf"[\W_]*{_NOT_BEFORE_TEXT}{_TEASER_LABEL}\s*[:|»›>→][^.!?]{{3,200}}[.!?…]?\W*",
        rf"[\W_]*(?:also|must|please)[ -]?reads?(?: this| more| it)?{_MARK}\s*\S.{{2,300}}",
        rf"[\W_]*(?:read|see|watch) (?:also|more|next){_MARK}\s*\S.{{2,300}}",
        r"[\W_]*(?:read|see|view|watch) (?:more of |more about |more on |the full |our full |the complete |the rest of )"
        r"[\w’' -]{2,60}[.!:]?(?: here\.?)?",
        r"\[?(?:a reader responds|read|more|related|listen|watch|see)\s*:[^\]]{3,200}\]",
        r"(?:go to|visit|read|see|click for) \S.{0,40}\bfor (?:more|the latest|full)\b.{0,80}",
        r"our (?:live )?coverage .{0,60}(?:has )?moved here\.?",
        r"click (?:for|to read|to see|to watch) more\b.{0,80}",
        # "Opinion: No such things as a safe number of nukes" between two paragraphs
        r"\W*(?:more|opinion|op-ed|editorial|column|special coverage|special report|timeline|interactive|quiz|poll|podcast|also on [\w .]{2,30})"
        r"\s*:[^.!]{8,160}[^.!:,;]",
        r"[^.!?]{10,180}[^.!?\s] (?-i:Read more)",
    )
)
_SOCIAL = r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|tiktok|email|e-mail|print|copy link|pinterest|reddit|flipboard|messenger|tweet|pin|save|post|share|link)"
_NAVIGATION = tuple(
    re.compile(pattern, _I)
    for pattern in (
        r"(?-i:AD)|\W*slideshow \(\d+ images?\)|play video\b.{0,120}|hide caption|latest market news",
        r".{0,60}newsletters?\b.{0,200}\bsign(?:ing)? up\b.{0,400}",
        r".{0,500}\bverify you[’']re not a robot\b.{0,500}",
        r"\W*(?:\d+|an?|one|two|three|four|five)[ -]?min(?:ute)?s?\.?(?:, ?\d+ ?sec(?:ond)?s?\.?)?(?: of)? read(?:ing)?(?: time)?\W*",
        r"\W*(?:reading|read|listening) time\s*:?\s*\d.{0,30}",
        r"\W*advertisements?\W*(?:continue reading.{0,40}|scroll.{0,40}|article continues.{0,40}|skip.{0,20})?",
        r"\W*(?:story|article) continue[sd] (?:below|after).{0,40}",
        r"\W*continue reading(?: the main story| below.{0,30})?\W*",
        rf"\W*(?:share|tweet|email|e-mail|print|save|bookmark|comment)(?: (?:this|on|via|with|to|the|article|story|page|post|now|by|it))*(?:[\s,|/&+·•-]*(?:and |or |on |via )?{_SOCIAL})*\W*\d{{0,6}}\W*",
        rf"\W*{_SOCIAL}(?:[\s,|/&+·•]+{_SOCIAL})+\W*",
        r"\W*(?:subscribed?|sign up|sign in|log in|login|register|join (?:us|now)|donate)\W*",
        r"\W*(?:subscribe|sign up) (?:to|for|now|today|here|and|with|our)\b.{0,300}",
        r"\W*(?:follow|join|find|like|visit|connect with) (?:us|me|him|her|them|our [\w ]{2,30}|@?\w+(?: \w+)?) (?:on|at|@|via)\b.{0,20}(?:twitter|facebook|instagram|whatsapp|telegram|google|linkedin|youtube|x|threads|flipboard)\b.{0,200}",
        r"\W*follow (?:us|@\w+|[A-Z]\w+ on \w+)\b.{0,100}",
        r"\W*(?:join us on|find us on|get|download) \S{0,40}(?:facebook|our app|the .{2,30} app)\b.{0,80}",
        r"\W*(?:click|tap|press|swipe) (?:here|to|on|below|the|play)\b.{0,150}",
        r"\W*(?:©|\(c\) ?(?:19|20)\d\d|copyright(?: ?©| \(c\)| (?:19|20)\d\d)).{0,300}",
        r".{0,120}\ball rights reserved\b.{0,200}",
        r"\W*(?:posted|published|filed|tagged|updated|last updated|first published|last modified|categor(?:y|ies)|tags?|topics?|section|comments?|views?|likes?)(?: (?:on|in|under|at|with|by))?\s*[:|].{0,150}",
        r"\W*(?:\d+|no|leave a|post a|view|show|hide|load) (?:comments?|views?|shares?|likes?|repl(?:y|ies)|more)\W*",
        r"\W*(?:home|menu|search|skip to (?:main )?content|back to top|top|next|previous|prev|close|loading|more|play|pause|mute|unmute|live|cancel|submit|ok|accept)\W*",
        r"\W*(?:next|previous) (?:article|post|story|page)\b.{0,150}",
        r"\W*(?:by (?:signing up|entering your email|clicking|subscribing)|thank you for (?:subscribing|signing up|reading)|you[’']?ve successfully subscribed|please enter (?:a|your)|enter your email|invalid email|your email address)\b.{0,400}",
        r"\W*(?:get|sign up for|receive) .{0,80}\b(?:(?:delivered|sent|straight|right) .{0,20}inbox|newsletters?)\b.{0,300}",
        r"\W*(?:this article|this story|this post|this report|this page) (?:has been|was) (?:updated|corrected|amended|originally published|first published)\b.{0,160}",
        r"\W*(?:editor[’']?s|editors[’']?|author[’']?s) note:? ?.{0,20}(?:sign up|subscribe)\b.{0,400}",
        r"\W*(?:we use cookies|cookie policy|privacy policy|terms (?:of|and) (?:use|service|conditions)|contact us|about us|newsletters?)\b(?:[\s|,/&-]*(?:and |& )?(?:we use cookies|cookie policy|privacy policy|terms (?:of|and) (?:use|service|conditions)|contact us|about us|newsletters?))*\W*",
        r"\W*this article is more than .{1,20} old\W*",
        r"\W*(?:market data|most stock quote data) provided by\b.{0,600}",
        r"https?://\S+|www\.\S+",
        r"[\W_]+",
    )
)
_NAME = r"[A-Z][\w.’'-]{0,30}"
_SOURCE = (
    r"(?:the )?(?:getty(?: images)?|reuters|afp|ap|epa(?:-efe)?|shutterstock|anadolu|sputnik|xinhua|"
    r"bloomberg|zuma(?: press| wire)?|nurphoto|sipa(?: usa)?|alamy|istock|landov|tass|upi|file|pool|staff|"
    r"handout|associated press|(?:[\w.’'-]{1,20} ){0,2}(?:images|photos?|news|press|post|times))"
)
_CREDIT = tuple(
    re.compile(pattern, _I)
    for pattern in (
        r"\(\s*with (?:additional |further )?(?:inputs?|reporting|reports?|information|agenc(?:y|ies)|files?)\b.{0,100}\)?\W*",
        r"with (?:additional |further )?(?:inputs?|reporting|reports|information) (?:from|by)\b.{0,100}",
        r"\W*(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated|translation|graphics?|production|research) (?:for [\w ]{2,30} )?by\b[^.]{2,200}(?:;.{0,200})?\.?\)?\W*",
        r"\W*(?:photos?|images?|pictures?|pics?|videos?|file photos?|file|illustration|graphic|photograph|photography|screengrab|screenshot)(?: (?:credits?|courtesy(?: of)?|source|by|via))?\s*[:/©]\s*.{1,150}",
        r"\W*(?:photo|image|picture|video|photograph|illustration)s? (?:credits?|courtesy(?: of)?|by|via|from)\b[^.]{1,120}\.?\W*",
        r"\W*(?:source|credits?|courtesy)(?: (?:of|by))?\s*[:/].{1,100}",
        r"\W*(?:this story|this article|contains?|contributing|contributors?)\s*:\s.{2,120}",
        # "S.A. Miller and John Roe in McLean, Va. contributed to this report."
        r"(?-i:(?>[^.!?]|(?<=[A-Z])\.|(?<= [A-Z][a-z])\.)){2,250}\bcontributed "
        r"(?:(?:reporting|to this (?:report|story|article|piece))\b[^.!?]{0,60}|to the (?:report|story|article))\.?",
        r"\W*with (?:assistance|help|reporting) (?:by|from)\b.{2,300}",
        # "Reuters/Yoruk Isik", "Jane Doe/Staff" but not "Israel/Palestine"
        rf"(?:©\s*)?(?:{_NAME}(?: {_NAME}){{0,3}}(?: ?/ ?{_NAME}(?: {_NAME}){{0,3}}){{0,3}})? ?(?:/|\|| via ) ?{_SOURCE}\W*",
        rf"(?:©\s*)?{_SOURCE}(?: ?/ ?{_NAME}(?: {_NAME}){{0,3}}){{1,3}}\W*",
        r".{0,30}\btoggle caption\b[^.!?]{0,120}",
    )
)
_TEASER_HEAD = _TEASER[0]
# No rule is about longer lines.
_LONGEST = 900


def by_shape(line: str) -> Role | None:
    """Return the role that the shape of one line shows beyond doubt, or None for running text."""
    line = " ".join(line.split()) if len(line) <= _LONGEST else ""
    if not line:
        return None
    if _matches(_NAVIGATION, line):
        return "navigation"
    if _matches(_TEASER, line):
        return "teaser"
    if bylines.find(line) is not None:
        return "byline"
    return "credit" if _matches(_CREDIT, line) else None


def announces_links(line: str) -> bool:
    """Tell whether the line is only a teaser's label, so that links follow: "Similar Posts"."""
    return len(line) <= 80 and _TEASER_HEAD.fullmatch(line) is not None


def _matches(patterns: tuple[re.Pattern[str], ...], line: str) -> bool:
    return any(pattern.fullmatch(line) for pattern in patterns)
