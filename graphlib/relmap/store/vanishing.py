"""What a reading did not find where it was: what of it is gone, and what stays."""

from __future__ import annotations

import os
from collections.abc import Iterable

from relmap.store.catalogue import Catalogue
from relmap.store.identity import bounds_inside, places_of

# `looked`: the sources that were read as far as they could be; `refused`: those of them that could
# not be read to their end; `windows`: those that show their newest articles only; `again`: what
# stands in one of these two kinds, and was read at another place of the same source.
_TEMPORARY = """
DROP TABLE IF EXISTS temp.looked;
CREATE TEMP TABLE looked (source INTEGER PRIMARY KEY);
DROP TABLE IF EXISTS temp.refused;
CREATE TEMP TABLE refused (source INTEGER PRIMARY KEY);
DROP TABLE IF EXISTS temp.windows;
CREATE TEMP TABLE windows (source INTEGER PRIMARY KEY);
DROP TABLE IF EXISTS temp.again;
CREATE TEMP TABLE again (source INTEGER, key INTEGER, PRIMARY KEY (source, key)) WITHOUT ROWID;
DROP TABLE IF EXISTS temp.links;
CREATE TEMP TABLE links (
    source INTEGER, url TEXT, title TEXT, day INTEGER, PRIMARY KEY (source, url, title, day)
) WITHOUT ROWID
"""
_LOOKED = """
INSERT INTO temp.looked
SELECT id FROM (
    SELECT source AS id FROM temp.seen
    UNION SELECT m.id FROM temp.finished f JOIN sources m ON m.source = f.source
    UNION SELECT m.id FROM temp.finished f
        JOIN sources m ON m.source >= f.source || ?1 AND m.source < f.source || ?2
) WHERE id NOT IN (SELECT source FROM temp.kept)
"""
_AGAIN = """
INSERT INTO temp.again SELECT DISTINCT source, key FROM temp.seen
WHERE source IN (SELECT source FROM temp.refused UNION SELECT source FROM temp.windows)
"""
# An entry whose text was corrected has its link, title and day still: the old one is gone then.
_LINKS = """
INSERT INTO temp.links SELECT DISTINCT s.source, a.url, ifnull(a.title, ''), ifnull(a.day, 0)
FROM temp.seen s JOIN articles a ON a.key = s.key
WHERE s.source IN (SELECT source FROM temp.windows) AND a.url IS NOT NULL
"""
_CORRECTED = """
INSERT OR IGNORE INTO temp.again SELECT c.source, c.key
FROM copies c JOIN articles a ON a.key = c.key JOIN temp.links n
    ON (n.source, n.url, n.title, n.day)
    = (c.source, a.url, ifnull(a.title, ''), ifnull(a.day, 0))
WHERE c.source IN (SELECT source FROM temp.windows)
"""
_UNSEEN = """NOT EXISTS (SELECT 1 FROM temp.seen s
    WHERE (s.source, s.row, s.nth, s.key) = (c.source, c.row, c.nth, c.key))"""
_DROP = f"""
DELETE FROM copies AS c
WHERE NOT upload AND c.source IN (SELECT source FROM temp.looked) AND {_UNSEEN}
AND (c.source NOT IN (SELECT source FROM temp.refused UNION SELECT source FROM temp.windows)
    OR (c.source, c.key) IN (SELECT source, key FROM temp.again))
"""  # noqa: S608 - nothing but the words above
_SPARED = f"""
SELECT DISTINCT m.source FROM temp.refused r JOIN sources m ON m.id = r.source
JOIN copies c ON c.source = r.source WHERE {_UNSEEN}
"""  # noqa: S608


def drop_vanished(catalogue: Catalogue, refused: Iterable[str], windows: Iterable[str]) -> bool:
    """Drop the copies that are no longer where they were read; True where there were any.

    `refused` and `windows` name sources: what lay in the first, or inside of them, is not known to
    be gone, and what a window no longer shows is not gone. An input of which anything was spared
    for that reason loses its digest in `temp.finished`, so that the next build reads it again.
    """
    for statement in _TEMPORARY.split(";"):
        catalogue.execute(statement)
    inside = "INSERT OR IGNORE INTO temp.refused SELECT id FROM sources"
    for source in sorted(set(refused)):
        bounds = bounds_inside(source)
        catalogue.execute(
            f"{inside} WHERE source = ? OR source >= ? AND source < ?", (source, *bounds)
        )
    query = "INSERT OR IGNORE INTO temp.windows SELECT id FROM sources WHERE source = ?"
    catalogue.execute_many(query, [(source,) for source in windows])
    catalogue.execute(_LOOKED, (os.sep, chr(ord(os.sep) + 1)))
    for statement in (_AGAIN, _LINKS, _CORRECTED):
        catalogue.execute(statement)
    dropped = catalogue.execute(_DROP).rowcount > 0
    _doubt(catalogue, [source for (source,) in catalogue.rows(_SPARED)])
    return dropped


def _doubt(catalogue: Catalogue, sources: Iterable[str]) -> None:
    """Take their digests from the inputs in which these sources lie."""
    places = {place for one in sources for place in places_of(one)}
    query = "UPDATE temp.finished SET digest = NULL WHERE source = ?"
    catalogue.execute_many(query, [(place,) for place in sorted(places)])
