"""Exports of databases whose fields are not known are said, and none of them is read."""

from __future__ import annotations

import pytest

from relmap.corpus import press
from relmap.corpus.press.clippings import NOT_SPLIT


@pytest.mark.parametrize(
    "line",
    [
        "Document {} of 2",
        "ProQuest document ID: 28100{}",
        "news·20230506·LM·987{}",
        "Certificat émis le {} mai 2023 à Samar à des fins de visualisation personnelle",
        "Gale Document Number: GALE|A7455{}",
        "Accession Number: 2W6211{}",
        "Record Number: 10a{}b",
        "Dokumentnummer: SAMAR_{}",
    ],
)
def test_lines_that_stand_once_in_an_article_are_an_export_s_when_there_are_several(
    line: str,
) -> None:
    item = "Envoys meet\n\nKarl Roe met Ann Poe.\n\n"
    assert press.split(item + line.format(1) + "\n" + item + line.format(2)) == press.Export(
        notice=NOT_SPLIT
    )
    assert press.split(item + line.format(1)) is None
    assert press.split(f"He said {line.format(1)}, and\nshe said {line.format(2)}, too.") is None
