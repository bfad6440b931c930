"""Lines that work the page: share bars, sign-ups, reading times, dates of posting, the foot."""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must match the whole line; capitals do not count.
NAVIGATION = (
    Phrase(
        "navigation",
        "Slideshow (4 images)",
        r"""
        (?-i:AD)|\W*slideshow \(\d+ images?\)|play video\b.{0,120}|hide caption|
        latest market news
        """,
    ),
    Phrase(
        "navigation",
        "The best of our newsletters. By signing up you agree to our terms.",
        r".{0,60}newsletters?\b.{0,200}\bsign(ing)? up\b.{0,400}",
    ),
    Phrase(
        "navigation",
        "Please verify you're not a robot by ticking the box.",
        r".{0,500}\bverify you[’']re not a robot\b.{0,500}",
    ),
    Phrase(
        "navigation",
        "1 minute, 48 seconds read",
        r"""
        \W*(\d+|an?|one|two|three|four|five)[ -]?min(ute)?s?\.?(, ?\d+ ?sec(ond)?s?\.?)?
        ( of)? read(ing)?( time)?\W*
        """,
    ),
    Phrase(
        "navigation",
        "Reading time: 4 minutes",
        r"\W*(reading|read|listening) time\s*:?\s*\d.{0,30}",
    ),
    Phrase(
        "navigation",
        "Advertisement - scroll to continue",
        r"""
        \W*advertisements?\W*
        (continue reading.{0,40}|scroll.{0,40}|article continues.{0,40}|skip.{0,20})?
        """,
    ),
    Phrase(
        "navigation",
        "Story continues below this advertisement",
        r"\W*(story|article) continue[sd] (below|after).{0,40}",
    ),
    Phrase(
        "navigation",
        "Continue reading the main story",
        r"\W*continue reading( the main story| below.{0,30})?\W*",
    ),
    Phrase(
        "navigation",
        "Share this article on Facebook, X and WhatsApp 12",
        r"""
        \W*(share|tweet|email|e-mail|print|save|bookmark|comment)
        ( (this|on|via|with|to|the|article|story|page|post|now|by|it))*
        ([\s,|/&+·•-]*(and |or |on |via )?<share button>)*\W*\d{0,6}\W*
        """,
    ),
    Phrase(
        "navigation",
        "Facebook | Twitter | Copy link",
        r"\W*<share button>([\s,|/&+·•]+<share button>)+\W*",
    ),
    Phrase(
        "navigation",
        "» Log in",
        r"""
        \W*(subscribed?|sign up|sign in|log in|login|register|join (us|now)|donate)\W*
        """,
    ),
    Phrase(
        "navigation",
        "Subscribe to our morning briefing",
        r"\W*(subscribe|sign up) (to|for|now|today|here|and|with|our)\b.{0,300}",
    ),
    Phrase(
        "navigation",
        "Connect with our foreign desk on LinkedIn for more",
        r"""
        \W*(follow|join|find|like|visit|connect with)
        \ (us|me|him|her|them|our [\w ]{2,30}|@?\w+( \w+)?)
        \ (on|at|@|via)\b.{0,20}<followed site>\b.{0,200}
        """,
    ),
    Phrase(
        "navigation",
        "Follow @someoutlet for live news",
        r"\W*follow (us|@\w+|[A-Z]\w+ on \w+)\b.{0,100}",
    ),
    Phrase(
        "navigation",
        "Get the Some Outlet app on your phone",
        r"""
        \W*(join us on|find us on|get|download) \S{0,40}(facebook|our app|the .{2,30} app)
        \b.{0,80}
        """,
    ),
    Phrase(
        "navigation",
        "Tap here to add this outlet to your feed",
        r"\W*(click|tap|press|swipe) (here|to|on|below|the|play)\b.{0,150}",
    ),
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
        "12 comments",
        r"""
        \W*(\d+|no|leave a|post a|view|show|hide|load)
        \ (comments?|views?|shares?|likes?|repl(y|ies)|more)\W*
        """,
    ),
    Phrase(
        "navigation",
        "Skip to main content",
        r"""
        \W*(home|menu|search|skip to (main )?content|back to top|top|next|previous|prev|close|
        loading|more|play|pause|mute|unmute|live|cancel|submit|ok|accept)\W*
        """,
    ),
    Phrase(
        "navigation",
        "Next article: Ministers meet in Astana",
        r"\W*(next|previous) (article|post|story|page)\b.{0,150}",
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
        "This article has been updated to add the minister's reply.",
        r"""
        \W*(this article|this story|this post|this report|this page)
        \ (has been|was) (updated|corrected|amended|originally published|first published)
        \b.{0,160}
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
        "Privacy Policy | Terms of Use | Contact us",
        r"\W*<foot link>\b([\s|,/&-]*(and |& )?<foot link>)*\W*",
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
    Phrase("navigation", "www.example.org/news", r"https?://\S+|www\.\S+"),
    Phrase("navigation", "* * *", r"[\W_]+"),
)
