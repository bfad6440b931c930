"""The kinds of files that are read: a suffix, the reader for it, and the libraries it stands on.

A new kind of file is one line in `READERS`, and one in `LIBRARIES` where it needs a library that
not every installation has.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import TypeVar

from relmap.corpus import otherkinds
from relmap.corpus.archives import read_gzip, read_zip
from relmap.corpus.feeds import read_feed
from relmap.corpus.mails import read_mail, read_mailbox
from relmap.corpus.pdffiles import read_pdf
from relmap.corpus.rtffiles import read_rtf
from relmap.corpus.sources import Reader, Source, system_reason
from relmap.corpus.tables import RECORDS, read_table
from relmap.corpus.textfiles import read_text
from relmap.corpus.webarchives import read_warc
from relmap.corpus.webpages import read_page
from relmap.corpus.wordfiles import read_docx
from relmap.errors import EmptyError, InputError
from relmap.models import Article, Unread

Item = TypeVar("Item")


#: Files that show the newest of their articles only.
WINDOWS = (".atom", ".rss", ".xml")
#: The reader for each suffix (small letters).
READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".rtf": read_rtf,
    **dict.fromkeys(RECORDS, read_table),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_page),
    **dict.fromkeys(WINDOWS, read_feed),
    **dict.fromkeys((".warc", ".warc.gz"), read_warc),
    ".eml": lambda source, most: otherkinds.folded(read_mail(source, most, read_source)),
    ".mbox": lambda source, most: otherkinds.folded(
        read_mailbox(source, most, read_source), source.shown
    ),
    ".zip": lambda source, most: otherkinds.folded(read_zip(source, most, read_source)),
    ".gz": lambda source, max_chars: read_gzip(source, max_chars, read_source),
}
#: The distributions whose absence or version changes what a file of this kind says.
LIBRARIES: Mapping[str, tuple[str, ...]] = {
    ".pdf": ("pypdfium2",),
    ".docx": ("python-docx",),
    ".rtf": ("striprtf",),
    **dict.fromkeys((".html", ".htm", ".xhtml"), ("trafilatura", "htmldate")),
    **dict.fromkeys(WINDOWS, ("feedparser",)),
    **dict.fromkeys((".warc", ".warc.gz"), ("fastwarc", "trafilatura", "htmldate")),
}
#: Files in which others may lie: what the libraries of those are counts for them too.
HOLDERS = frozenset((".eml", ".gz", ".mbox", ".zip"))
#: Every suffix that is read.
SUFFIXES = tuple(sorted(READERS))


def libraries_of(source: Source) -> tuple[str, ...]:
    """Return the distributions that decide what a file of this kind says, sorted."""
    suffixes = LIBRARIES if source.suffix in HOLDERS else (source.suffix,)
    return tuple(sorted({name for suffix in suffixes for name in LIBRARIES.get(suffix, ())}))


def is_window(path: str) -> bool:
    """Tell whether what stands at a path, in whatever it lies, shows its newest articles only."""
    return path.lower().endswith(WINDOWS)


def is_read(source: Source) -> bool:
    """Tell whether there is a reader for a source's kind."""
    return source.suffix in READERS


def read_source(source: Source, max_chars: int) -> Generator[Article | Unread, None, bool]:
    """Yield what a source holds, whatever its kind: at least one item, never an error.

    Return whether it could be read to its end; what is wrong with its content does not count.
    """
    reader = READERS.get(source.suffix)
    if reader is None:
        yield source.unread(otherkinds.reason_of(source.suffix))
        return True
    return (yield from guarded(source, reader(source, max_chars)))


def guarded(source: Source, items: Iterator[Item]) -> Generator[Item | Unread, None, bool]:
    """Yield a reader's items, and what stops it as a notice; one that yields none is said so.

    Return whether the system let it read to its end.
    """
    nothing = True
    try:
        for item in items:
            nothing = False
            yield item
    except EmptyError as error:
        yield source.unread(str(error))
    except InputError as error:
        yield source.unread(str(error), refused=True)
    except OSError as error:
        yield source.unread(system_reason(error), refused=True)
        return False
    else:
        if nothing:
            yield source.unread("the file holds no articles; put some into it or leave it out")
    return True
