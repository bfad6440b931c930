"""axe-core against the page as readers meet it: nothing serious may be wrong in it.

The script comes with axe-playwright-python; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from dashboard_scenes import open_dashboard, wait_until_idle
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TIE = "tie=country:PK|country:RU"
SERIOUS = {"serious", "critical"}

#: What Streamlit itself gets wrong, by rule and selector, with the reason why it is not ours.
#: Streamlit 1.67 gets nothing serious wrong on this page.
STREAMLITS_OWN: dict[tuple[str, str], str] = {}


def open_save(page: Page) -> None:
    page.locator(".st-key-save button").first.click()
    page.get_by_label("Title").wait_for()


def open_article(page: Page) -> None:
    page.locator(".evidence .context").first.click()
    page.get_by_role("dialog").wait_for()


def open_sidebar(page: Page) -> None:
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_text("Reset filters").wait_for()


def nothing(page: Page) -> None:
    """Leave the page as it opens."""


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "nothing selected": ("", nothing),
    "a tie selected": (TIE, nothing),
    "around an actor, by community": (
        "around=country:RU&colour=community&actor=country:RU",
        nothing,
    ),
    "save open": ("", open_save),
    "an article open": (TIE, open_article),
    "a wrong address": ("bogus=1", nothing),
    "nothing in view": ("from=1999-01-01&to=1999-02-01&undated=no", nothing),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_nothing_serious_is_wrong(page: Page, dashboard: str, state: str, theme: str) -> None:
    page.emulate_media(color_scheme=theme)
    assert found(page, dashboard, *STATES[state]) == []


@pytest.mark.parametrize("state", [("", nothing), (TIE, nothing), ("", open_sidebar)])
def test_nothing_serious_is_wrong_on_a_telephone(page: Page, dashboard: str, state: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert found(page, dashboard, *state) == []


def found(page: Page, dashboard: str, link: str, bring: Callable[[Page], None]) -> list[str]:
    """What axe finds in a state of the page, without what is Streamlit's own."""
    open_dashboard(page, f"{dashboard}/?{link}")
    bring(page)
    wait_until_idle(page)
    page.wait_for_timeout(800)  # colours of a page that is fading in have too little contrast
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['target']}"
        for violation in violations
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
        if (violation["id"], str(node["target"][-1])) not in STREAMLITS_OWN
    ]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360), (390, 844), (1600, 900)])
def test_nothing_jumps_and_nothing_runs_out_of_the_page(
    page: Page, dashboard: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_dashboard(page, dashboard)
    page.locator(".evidence .steps").wait_for()
    before = at_rest(page)
    page.locator(".evidence .bar-row").first.click()
    page.locator(".evidence .sentence").first.wait_for()
    assert at_rest(page) == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def at_rest(page: Page) -> list[dict[str, float]]:
    """The boxes of the page once they stay the same: styles and fonts may arrive late."""
    wait_until_idle(page)
    before: list[dict[str, float]] = []
    for _ in range(20):
        now = boxes(page)
        if now == before:
            return now
        before = now
        page.wait_for_timeout(400)
    pytest.fail("the page does not come to rest")


def boxes(page: Page) -> list[dict[str, float]]:
    """Where map, evidence and tables lie, measured from the top of what scrolls."""
    return page.eval_on_selector_all(
        ".st-key-toolbar, .st-key-map, .st-key-evidence, .st-key-legend, [data-testid=stTabs]",
        """(all) => all.map((node) => {
            const top = document.querySelector("[data-testid=stMain]").scrollTop;
            const { left, y, width, height } = node.getBoundingClientRect();
            return { left, top: Math.round(y + top), width, height };
        })""",
    )


def test_the_focus_is_seen_on_every_control(page: Page, dashboard: str) -> None:
    open_dashboard(page, dashboard)
    for selector in (".address .copy", ".st-key-placement button", ".st-key-save button"):
        control = page.locator(selector).first
        before = control.evaluate(LOOK)
        page.keyboard.press("Tab")  # tells the browser that the keyboard is used
        control.focus()
        page.wait_for_function(
            f"([node, before]) => ({LOOK})(node) !== before", arg=[control.element_handle(), before]
        )


LOOK = """(node) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(node);
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join();
}"""
