"""What a table beside a file tells goes before what the file says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from relmap.corpus import read
from relmap.models import Article

PAGE = """<html><head><meta property="og:site_name" content="Own Outlet">
<meta property="article:published_time" content="2022-02-24"><meta property="og:title"
content="Own title"></head><body><article><p>President Putin met Prime Minister Khan in Moscow
on Thursday, and they spoke about gas and wheat for hours.</p></article></body></html>"""


def test_a_listing_goes_before_a_pages_fields_and_leaves_them_where_it_is_blank(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "list.csv").write_text("file,outlet,date,title\na.html,The Herald,,\n")
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert (article.outlet, article.outlet_source) == ("The Herald", "table")
    assert (article.date, article.date_source) == (date(2022, 2, 24), "metadata")
    assert (article.title, article.title_source) == ("Own title", "metadata")
