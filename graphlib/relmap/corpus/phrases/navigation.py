"""Lines that work the page: share bars, menus, players, reading times."""

from __future__ import annotations

from relmap.corpus.phrases.phrase import Phrase

#: Each must match the whole line; capitals do not count.
NAVIGATION = (
    Phrase(
        "navigation",
        "Slideshow (4 images)",
        r"""
        (?-i:AD)|\W*slideshow \(\d+ images?\)|play video\b.{0,120}|hide caption|\[[a-z]{4,20}\]|
        latest market news|markets|hot stocks|fear & greed index|enlarge this image
        """,
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
        \W*(listen to (this )?(article|story) (\d+:\d\d )?)?
        (read or )?(share|tweet|email|e-mail|print|save|bookmark|comment)
        ( (this|on|via|with|to|the|article|story|page|post|now|by|it))*
        ([\s,|/&+·•:-]*(and |or |on |via )?<share button>)*\W*(\d{0,6}|https?://\S+)\W*
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
        \W*(home|menu|search|skip to (main )?content|top|
        (take me )?back to (the )?top( of this (page|post|article|story))?|next|previous|prev|close|
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
        "Privacy Policy | Terms of Use | Contact us",
        r"\W*<foot link>\b([\s|,/&-]*(and |& )?<foot link>)*\W*",
    ),
    Phrase(
        "navigation",
        "Home > World > Asia",
        r"\W*(<section>( ?[>›»→] ?<section>){1,6}|home( ?[/|] ?<section>){1,6})\W*",
    ),
    Phrase(
        "navigation",
        "Analysis/Opinion:",
        r"\W*<rubric>([/ &|]+<rubric>)*\s*:?",
    ),
    Phrase(
        "navigation",
        "Is the summit a success? Vote now.",
        r".{0,160}[?:!.] vote (now|here)[.!]*",
    ),
    Phrase(
        "navigation",
        "Some Outlet top headlines are here. See what people read at example.org.",
        r".{0,40}top headlines are here\b.{0,120}",
    ),
    Phrase(
        "navigation",
        "Listen on Apple Podcasts, Spotify, or wherever you get your podcasts.",
        r"""
        \W*(subscribe|listen|follow|watch)( to .{2,60})?
        \ (on|via|at|in) .{0,40}\b(podcasts?|spotify|itunes|stitcher|sounds)\b.{0,120}
        """,
    ),
    Phrase("navigation", "www.example.org/news", r"https?://\S+|www\.\S+"),
    Phrase("navigation", "* * *", r"[\W_]+"),
)
