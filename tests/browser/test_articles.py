"""More articles than fit into one table: their pages, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from dashboard_scenes import open_dashboard
from playwright.sync_api import Page, expect

from relmap.app.tables import MOST_ROWS

from .conftest import running

pytestmark = pytest.mark.browser

ARTICLES = MOST_ROWS + 3


@pytest.fixture(scope="module")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard on a few more short articles than one page holds, one a day."""
    from relmap.build import build

    folder = tmp_path_factory.mktemp("many")
    days = (date(2023, 1, 1) + timedelta(days=place) for place in range(ARTICLES))
    rows = [f"Story {day},{day},Russia met Pakistan on {day:%A}." for day in days]
    table = folder / "articles.csv"
    table.write_text("\n".join(("title,date,text", *rows)), encoding="utf-8")
    build([table], folder / "store")
    with running(project, folder / "store", folder / "data") as url:
        yield url


def test_the_oldest_article_is_found_page_by_page_with_the_keyboard(
    page: Page, address: str
) -> None:
    open_dashboard(page, address)
    page.get_by_role("tab", name="Articles").click()
    expect(page.get_by_text(f"1 to {MOST_ROWS} of {ARTICLES} articles")).to_be_visible()
    older = page.get_by_role("button", name="Older")
    expect(page.get_by_role("button", name="Newer")).to_have_attribute("aria-disabled", "true")
    oldest = page.get_by_role("gridcell", name="2023-01-01")
    expect(oldest).to_have_count(0)
    older.focus()
    page.keyboard.press("Enter")
    expect(
        page.get_by_text(f"{MOST_ROWS + 1} to {ARTICLES} of {ARTICLES} articles")
    ).to_be_visible()
    expect(older).to_be_focused()
    expect(older).to_have_attribute("aria-disabled", "true")
    oldest.click()
    expect(page.get_by_role("dialog").get_by_text("Story 2023-01-01")).to_be_visible()
