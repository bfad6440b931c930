"""The page's address, its copy button and what it saves, as only a real browser shows them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from dashboard_scenes import (
    MAP,
    open_dashboard,
    resting_point,
    wait_for_address,
    wait_for_selection,
    wait_until_idle,
)
from playwright.sync_api import Page, expect

from relmap.links import Link, read_link
from relmap.models import Filters, Lens
from relmap.store import Store

pytestmark = pytest.mark.browser

TIE = ("country:PK", "country:RU")
LINK = "min=2&around=country:RU&layout=shown&colour=community&tie=country:PK|country:RU"

#: How each file that can be saved begins, by the key of its button.
BEGINNINGS = {
    "png2": b"\x89PNG\r\n",
    "png3": b"\x89PNG\r\n",
    "svg": b"<svg",
    "pdf": b"%PDF-",
    "page": b"<!doctype html>",
    "pack": b"<!doctype html>",
    "word": b"PK\x03\x04",
    "gexf": b"<?xml",
    "graphml": b"<?xml",
    "json": b"{",
}


@pytest.fixture
def start(page: Page, dashboard: str):
    """Open the page with an address and wait until its map is drawn."""

    def open_page(link: str = "") -> Page:
        open_dashboard(page, f"{dashboard}/?{link}" if link else dashboard)
        return page

    return open_page


def asked(page: Page) -> str:
    """The query string in the address bar."""
    return urlsplit(page.evaluate("location.href")).query


def choose_tie(page: Page) -> None:
    page.get_by_role("row", name=re.compile("^Pakistan Russia [0-9]")).click()
    wait_for_address(page, "tie=country:PK|country:RU")


def ask_for_two_sentences(page: Page) -> None:
    page.get_by_test_id("stNumberInputStepUp").click()
    wait_for_address(page, "min=2&tie=country:PK|country:RU")
    wait_until_idle(page)


def weight(page: Page):
    return page.get_by_test_id("stNumberInputField")


def test_a_link_opens_the_view_with_its_evidence(start, store: Store) -> None:
    page = start(LINK)
    view = store.view(Filters(min_weight=2))
    wanted = view.evidence(*TIE)
    expect(page.locator(".evidence .sentence")).to_have_count(len(wanted), timeout=20_000)
    wait_for_selection(page, "|".join(TIE))
    expect(weight(page)).to_have_value("2")
    drawn = page.eval_on_selector(MAP, "(map) => map.relmap.network.body.data.nodes.getIds()")
    around, _ = view.neighbourhood("country:RU", 1)
    assert set(drawn) == {actor.actor_id for actor in around}
    expect(page.get_by_role("button", name="Keep everyone in place")).to_be_visible()
    assert asked(page) == LINK


def test_a_click_stands_readable_in_the_address_and_opens_again(start, store: Store) -> None:
    page = start()
    choose_tie(page)
    page.reload()
    total = len(store.view(Filters()).evidence(*TIE))
    expect(page.locator(".evidence .sentence")).to_have_count(total, timeout=60_000)


def test_back_and_forward_restore_filters_and_selection(start, store: Store) -> None:
    page = start()
    choose_tie(page)
    ask_for_two_sentences(page)
    page.get_by_role("button", name="Lay out what is shown").click()
    wait_for_address(page, "min=2&layout=shown&tie=country:PK|country:RU")

    page.go_back()
    expect(page.get_by_role("button", name="Lay out what is shown")).to_be_visible()
    page.go_back()
    expect(weight(page)).to_have_value("1")
    expect(page.locator(".stMain")).to_contain_text("79 of 79 ties")
    wait_for_address(page, "tie=country:PK|country:RU")
    page.go_back()
    expect(page.locator(".evidence .steps")).to_be_visible()
    wait_for_address(page, "")
    wait_for_selection(page, None)

    page.go_forward()
    total = len(store.view(Filters()).evidence(*TIE))
    expect(page.locator(".evidence .sentence")).to_have_count(total)
    page.go_forward()
    expect(weight(page)).to_have_value("2")
    wait_for_address(page, "min=2&tie=country:PK|country:RU")


def test_quick_steps_write_nothing_into_the_history(start) -> None:
    """What the page draws before it has heard of a step is the view from before that step."""
    page = start()
    choose_tie(page)
    up = page.get_by_test_id("stNumberInputStepUp")
    for least in range(2, 7):
        up.click()
        wait_for_address(page, f"min={least}&tie=country:PK|country:RU")
    wait_until_idle(page)
    entries = page.evaluate("history.length")
    for pause in (0, 120, 60, 250, 180, 0):
        page.go_back()
        page.wait_for_timeout(pause)
    wait_for_address(page, "")
    wait_until_idle(page)
    expect(weight(page)).to_have_value("1")
    wait_for_selection(page, None)
    assert page.evaluate("history.length") == entries
    for pause in (100, 0, 200, 50, 150, 0):
        page.go_forward()
        page.wait_for_timeout(pause)
    wait_for_address(page, "min=6&tie=country:PK|country:RU")
    expect(weight(page)).to_have_value("6")
    wait_for_selection(page, "|".join(TIE))


@pytest.mark.parametrize("pause", [10, 25, 40, 60, 120, 200])
def test_fields_address_and_map_agree_after_a_click_right_after_a_step(start, pause: int) -> None:
    page = start()
    choose_tie(page)
    ask_for_two_sentences(page)
    up = page.get_by_test_id("stNumberInputStepUp").bounding_box()
    page.evaluate("() => history.back()")
    page.wait_for_timeout(pause)
    page.mouse.click(up["x"] + 8, up["y"] + 8)
    page.wait_for_function("() => relmapAddress.step.isAnswered")
    page.wait_for_timeout(1500)
    wait_until_idle(page)
    least = read_link(asked(page)).filters.min_weight
    expect(weight(page)).to_have_value(str(least))
    view = "79 of 79 ties" if least == 1 else "29 of 79 ties" if least == 2 else " of 79 ties"
    expect(page.locator(".stMain")).to_contain_text(view)
    up_again = page.get_by_test_id("stNumberInputStepUp")
    up_again.click()
    wait_for_address(page, f"min={least + 1}&tie=country:PK|country:RU")


def test_quick_steps_back_and_forward_leave_the_page_alive(start, store: Store) -> None:
    page = start()
    choose_tie(page)
    total = len(store.view(Filters()).evidence(*TIE))
    for pause in (0, 30, 80, 150, 300) * 2:
        page.go_back()
        page.wait_for_timeout(pause)
        page.go_forward()
        expect(page.locator(".evidence .sentence")).to_have_count(total)
    # The sentences may be those from before the last step back: the map follows once it is forward.
    wait_for_selection(page, "|".join(TIE))
    expect(page.locator(".evidence .sentence")).to_have_count(total)


def test_quick_clicks_are_all_kept(start) -> None:
    """The second click reaches the page with the address from before the first."""
    page = start()
    up = page.get_by_test_id("stNumberInputStepUp")
    for _ in range(3):
        up.click()
    page.get_by_text("Organizations", exact=True).first.click()
    page.get_by_text("Undated (", exact=False).click()
    wait_for_address(page, "undated=no&kind=person&kind=country&min=4")
    page.wait_for_timeout(1500)
    wait_until_idle(page)
    assert asked(page) == "undated=no&kind=person&kind=country&min=4"
    expect(weight(page)).to_have_value("4")


def test_a_wrong_parameter_is_named_and_goes_from_the_address(start) -> None:
    page = start("min=2&bogus=1")
    expect(page.get_by_test_id("stAlert")).to_contain_text("bogus")
    wait_for_address(page, "min=2")


def test_the_copy_button_copies_the_address(start, context) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = start(LINK)
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".address .copy")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.evaluate("location.href")
    assert read_link(copied) == Link(
        Filters(min_weight=2),
        Lens(around="country:RU", placement="shown", colouring="community"),
        TIE,
    )


def test_without_a_clipboard_the_address_is_copied_or_shown(start, context) -> None:
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    context.add_init_script("document.execCommand = () => false")
    page = start("min=2")
    page.locator(".address .copy").click()
    expect(page.locator(".address .whole")).to_have_value(page.url)


@pytest.mark.parametrize("key", sorted(BEGINNINGS))
def test_each_file_is_saved_with_one_click(start, tmp_path: Path, key: str) -> None:
    page = start()
    page.locator(".st-key-save button").click()
    title = page.get_by_label("Title")
    title.fill("Who met whom? / 2023")
    button = page.locator(f".st-key-save\\.{key} button, .st-key-save-{key} button").first
    page.wait_for_timeout(1000)
    wait_until_idle(page)
    with page.expect_download(timeout=60_000) as saved:
        button.click()
    assert saved.value.suggested_filename.startswith("relmap-who-met-whom-2023")
    saved.value.save_as(tmp_path / "file")
    content = (tmp_path / "file").read_bytes()
    assert content.lstrip()[:20].lower().startswith(BEGINNINGS[key].lower())


def test_a_double_click_shows_what_stands_around_an_actor(start, store: Store) -> None:
    page = start()
    point = resting_point(page, "node", "country:CN")
    page.mouse.dblclick(point["x"], point["y"])
    around, within = store.view(Filters()).neighbourhood("country:CN", 1)
    expect(page.locator(".st-key-toolbar")).to_contain_text(
        f"{within} of {within} actors within 1 step of China"
    )
    wait_for_address(page, "around=country:CN&actor=country:CN")
    expect(page.locator(MAP)).to_have_attribute("data-nodes", str(len(around)))
    page.get_by_role("button", name="Whole map").first.click()
    wait_for_address(page, "actor=country:CN")
