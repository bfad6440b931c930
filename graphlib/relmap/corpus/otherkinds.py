"""Files of kinds that are not read: what each can be saved as, and many of a kind in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TypeVar

from relmap.errors import InputError
from relmap.models import Unread

Item = TypeVar("Item")

_WRITER = "open in a word processor and save as .docx"
_SHEET = "open in a spreadsheet program and save as .csv"
_PACKED = "unpack and give what lies inside, or pack as .zip"
_PICTURE = "save the text in such a picture as .txt, or leave it out"
_SOUND = "save what is said there as .txt, or leave it out"
_PAGE_PART = "they are parts of a saved page; leave them out"
_SIGNED = "they are signatures or settings of a mail; leave them out"
_BROWSER = 'open in a browser and save as "Web page, HTML only" (.html)'
#: What to do with files of a kind that is not read, by their endings.
REMEDIES: Mapping[str, str] = {
    **dict.fromkeys((".doc", ".dot", ".docm", ".wps", ".wpd"), _WRITER),
    **dict.fromkeys((".odt", ".ott", ".pages"), _WRITER),
    **dict.fromkeys((".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".numbers"), _SHEET),
    **dict.fromkeys((".sqlite", ".db", ".mdb", ".accdb"), "export as .csv"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key", ".epub", ".ps"), "save as .pdf or .txt"),
    **dict.fromkeys((".mhtml", ".mht"), _BROWSER),
    ".webarchive": "open in Safari and save as page source (.html)",
    ".msg": "open in Outlook and save as text (.txt), or as .eml in another mail program",
    ".emlx": "open in Apple Mail and save as raw message source (.eml)",
    **dict.fromkeys((".pst", ".ost", ".dbx"), "save the mails as .eml or .mbox"),
    ".p7m": "open in a mail program and save the text as .txt",
    **dict.fromkeys((".md", ".text", ".tex", ".log", ".markdown"), "save as .txt"),
    **dict.fromkeys((".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".zst"), _PACKED),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif"), _PICTURE),
    **dict.fromkeys((".tiff", ".bmp", ".heic", ".svg", ".avif"), _PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".avi", ".mkv"), _SOUND),
    **dict.fromkeys((".css", ".js", ".woff", ".woff2", ".ttf", ".ico", ".map"), _PAGE_PART),
    **dict.fromkeys((".p7s", ".asc", ".sig", ".ics", ".vcf"), _SIGNED),
}
_ELSE = "save as .txt, .docx, .pdf or .html, or leave them out"
_EXAMPLES, _LONGEST_NAME = 3, 80


def reason_of(suffix: str) -> str:
    """Return why a file with this ending (small letters, "" for none) is not read, and a remedy."""
    named = f'files that end in "{suffix}"' if suffix else "files without an ending"
    return f"{named} are not read; {REMEDIES.get(suffix, _ELSE)}"


def folded(items: Iterator[Item], folder: str | None = None) -> Iterator[Item | Unread]:
    """Yield items, but one line for all files of a folder and an ending that are not read.

    That line comes last, and its path is the folder's; a file alone of its kind keeps its own. With
    `folder`, such as a mailbox, all that lies in it counts as one folder.
    """
    others: dict[tuple[str, str], list[Unread]] = {}
    try:
        for item in items:
            suffix = _other_kind(item) if isinstance(item, Unread) else None
            if suffix is None or not isinstance(item, Unread):
                yield item
            else:
                place = folder or str(PurePath(item.path).parent)
                others.setdefault((place, suffix), []).append(item)
    except (InputError, OSError):  # what was found before it broke must not be lost
        yield from _lines(others)
        raise
    yield from _lines(others)


def _lines(others: Mapping[tuple[str, str], Sequence[Unread]]) -> Iterator[Unread]:
    for (folder, suffix), unread in others.items():
        if len(unread) == 1:
            yield unread[0]
        else:
            yield Unread(folder, None, _counted(folder, suffix, unread))


def _other_kind(item: Unread) -> str | None:
    """Return the ending for which a file was not read; None for any other reason."""
    suffix = PurePath(item.path.lower()).suffix
    return suffix if item.row is None and item.reason == reason_of(suffix) else None


def _counted(folder: str, suffix: str, unread: Sequence[Unread]) -> str:
    names = [str(PurePath(item.path).relative_to(folder)) for item in unread[:_EXAMPLES]]
    shown = ", ".join(n if len(n) <= _LONGEST_NAME else n[:_LONGEST_NAME] + "…" for n in names)
    more = f" and {len(unread) - _EXAMPLES:,} more" if len(unread) > _EXAMPLES else ""
    return f"{len(unread):,} {reason_of(suffix).replace(';', f' ({shown}{more});', 1)}"
