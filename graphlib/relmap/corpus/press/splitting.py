"""A text → the export of a press database that it is, or None."""

from __future__ import annotations

import re

from relmap.corpus.press import factiva, nexis, numbered
from relmap.corpus.press.clippings import NOT_SPLIT, Export
from relmap.corpus.press.rows import rows_of

# LexisNexis and Factiva in other languages, and databases whose fields are not known here.
_FOREIGN = re.compile(
    r"(?:Dokument \d+ von|Document \d+ (?:de|of)) \d+"
    r"|(?:Dokument|Documento|Artículo) (?=\w*\d)[A-Za-z0-9]{20,32}"
    r"|Ende des Dokument(?:e?s)|Fin du document|Fin(?:al)? del? documento|Fine del documento"
    r"|Einde van (?:het )?document"
    # ProQuest, Europresse, Gale, EBSCO, NewsBank, GENIOS.
    r"|ProQuest document (?:ID|link): ?\S+|[a-z]{2,8}[·•∙]\d{8}[·•∙]\w{1,12}[·•∙][\w-]{1,60}"
    r"|Certificat émis le .{1,200}|Gale Document Number: ?\S+|Accession Number: ?\S+"
    r"|Record Number: ?\S+|Dokumentnummer: ?\S+",
    re.IGNORECASE,
)
# What stands in every export, and hardly in a story; only then is a text looked at line by line.
_STANDING = re.compile(
    rf"End of Document|Load-Date:|\d of \d+ DOCUMENTS?\b|Document \w{{20,32}}|{_FOREIGN.pattern}",
    re.IGNORECASE,
)


# They stand once in an article: more of them within lines is an export whose lines are glued.
_GLUED = re.compile(r"End of Document\b|Load-Date:")


def looks_like_export(sample: str) -> bool:
    """Tell whether the beginning of a text has a standing line of a press database in it."""
    return _STANDING.search(sample) is not None


def split(text: str) -> Export | None:
    """Return the clippings of an export, one without clippings if unsure, None for other texts."""
    if not looks_like_export(text):
        return None
    rows = rows_of(text)
    for reader in (numbered.split, nexis.split, factiva.split):
        export = reader(text, rows)
        if export is not None:
            return export
    if sum(_FOREIGN.fullmatch(row.text) is not None for row in rows) > 1:
        return Export(notice=NOT_SPLIT)
    if len(_GLUED.findall(text)) > 1:
        return Export(notice=NOT_SPLIT)
    return None
