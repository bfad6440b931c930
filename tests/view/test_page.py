"""The standalone page: one file, no request, and article text that is never more than text."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from relmap.graph import build_graph
from relmap.models import Actor, ActorInView, Evidence, Tie
from relmap.view.caption import MEANING, Caption
from relmap.view.network import MapData, draw
from relmap.view.page import write_page
from relmap.view.standalone import web_address

if TYPE_CHECKING:
    from playwright.sync_api import Page

TITLE = "Who met whom </title><script>document.title='pwned'</script>"
STATEMENTS = ("5 July 2023 to 9 July 2023 <b>all</b> outlets", "3 of 3 actors, 2 of 2 ties")
MADE, LINK = "relmap 0.0, last built 9 July 2023", "outlet=<b>&top=3"
CAPTION = Caption(TITLE, STATEMENTS, MADE, LINK)
PLAIN = Caption("t", (), MADE)


class Elements(HTMLParser):
    """The elements of a page as a browser would read them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._open = tag
        if tag in ("script", "style", "title"):
            self.texts.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style", "title"):
            self.texts[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def count(self, tag: str) -> int:
        return sum(found == tag for found, _ in self.found)

    def attribute(self, tag: str, name: str) -> list[str]:
        return [attrs[name] or "" for found, attrs in self.found if found == tag and name in attrs]


@pytest.fixture
def html(
    map_data: MapData, evidence: Mapping[str, Sequence[Evidence]], names: dict[str, str]
) -> str:
    return write_page(map_data, evidence, CAPTION, names=names)


@pytest.fixture
def elements(html: str) -> Elements:
    return Elements(html)


def data_of(elements: Elements) -> Any:
    return json.loads(elements.texts["script"][0])


def test_the_page_has_our_elements_only(elements: Elements) -> None:
    assert elements.count("script") == 3
    assert elements.count("img") == elements.count("b") == elements.count("iframe") == 0
    assert elements.texts["title"] == [TITLE]


def test_article_text_cannot_end_the_data(
    html: str, elements: Elements, names: dict[str, str]
) -> None:
    data = data_of(elements)
    assert data["names"] == names
    raw = elements.texts["script"][0]
    assert not set("<>&\u2028") & set(raw)


def test_the_policy_allows_our_scripts_and_nothing_else(elements: Elements) -> None:
    (policy,) = elements.attribute("meta", "content")[:1]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    assert "http" not in policy
    for kind, texts in (
        ("script", elements.texts["script"][1:]),
        ("style", elements.texts["style"]),
    ):
        hashes = [base64.b64encode(sha256(text.encode()).digest()).decode() for text in texts]
        assert rules[f"{kind}-src"].split() == [f"'sha256-{value}'" for value in hashes]


def test_no_element_asks_for_a_resource(html: str, elements: Elements) -> None:
    for tag, attributes in elements.found:
        assert not {"src", "srcset", "href", "data", "poster", "action"} & set(attributes), tag
    styles = "".join(elements.texts["style"])
    assert "url(" not in styles
    assert "@import" not in styles
    assert "sourceMappingURL" not in html


def test_words_that_stand_for_an_actor_are_marked_as_such(
    map_data: MapData, evidence: Mapping[str, tuple[Evidence, ...]], names: dict[str, str]
) -> None:
    (tie,) = evidence
    first, *rest = evidence[tie]
    one, other = first.marks
    referred = replace(first, marks=(replace(one, referred=True), other))
    page = write_page(map_data, {tie: (referred, *rest)}, PLAIN, names=names)
    marks = data_of(Elements(page))["evidence"][tie][0]["marks"]
    assert [mark[3:] for mark in marks] == [["referred"], []]


def test_links_lead_to_the_web_or_nowhere(elements: Elements) -> None:
    found = data_of(elements)["evidence"]["country:AA|organization:b"]
    assert found[0]["url"] == ""
    assert found[1]["url"].startswith("https://example.org/")


def test_the_page_says_what_a_tie_means_and_under_which_filters(html: str) -> None:
    assert MEANING in html
    assert "5 July 2023 to 9 July 2023 &lt;b&gt;all&lt;/b&gt; outlets" in html
    assert MADE in html
    assert "outlet=&lt;b&gt;&amp;top=3" in html


def test_the_same_input_gives_the_same_bytes(
    html: str, map_data: MapData, evidence: Mapping[str, Sequence[Evidence]], names: dict[str, str]
) -> None:
    turned = dict(reversed(names.items()))
    assert write_page(map_data, evidence, CAPTION, names=turned) == html


def test_marks_are_offsets_into_the_sentence(elements: Elements) -> None:
    first = data_of(elements)["evidence"]["country:AA|organization:b"][0]
    start, end, actor = first["marks"][0]
    assert (first["text"][start:end], actor) == ("Aland", "country:AA")


# ---------------------------------------------------------------- in a real browser


@pytest.fixture
def opened(page: Page, html: str, tmp_path: Path) -> Page:
    file = tmp_path / "page.html"
    file.write_bytes(html.encode("utf-8"))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    page.wait_for_selector("#map[data-relmap-ready]")
    assert requests == [file.as_uri()]
    assert complaints == []
    return page


def point(page: Page, call: str, what: str) -> tuple[float, float]:
    found = page.locator("#map").evaluate(f"(map, id) => map.relmap.{call}(id)", what)
    return found["x"], found["y"]


@pytest.mark.browser
def test_a_click_on_a_tie_opens_its_sentences_as_text(opened: Page) -> None:
    opened.mouse.click(*point(opened, "edgePoint", "country:AA|organization:b"))
    quotes = opened.locator("#evidence blockquote")
    assert quotes.count() == 2
    assert "<img src=x onerror=" in quotes.first.inner_text()
    assert "</script>" in quotes.first.inner_text()
    marks = opened.locator("#evidence blockquote >> nth=0 >> mark")
    assert marks.nth(0).inner_text() == "Aland"
    assert marks.nth(0).get_attribute("class") == "country"
    assert marks.nth(1).get_attribute("class") == "organization"
    assert opened.locator("#map").get_attribute("data-selected") == "country:AA|organization:b"
    assert opened.title() == TITLE


@pytest.mark.browser
def test_the_page_opens_with_what_was_selected(
    page: Page,
    map_data: MapData,
    evidence: Mapping[str, Sequence[Evidence]],
    names: dict[str, str],
    tmp_path: Path,
) -> None:
    heading = page.locator("#evidence h2")
    for selected, told in (
        ("country:AA", "Aland"),
        ("country:AA|organization:b", f"Aland – {names['organization:b']}"),
        ("country:gone", "Ties"),
        ("", "Ties"),
    ):
        file = tmp_path / "page.html"
        html = write_page(map_data, evidence, CAPTION, names=names, selected=selected)
        file.write_bytes(html.encode("utf-8"))
        page.goto(file.as_uri())
        page.wait_for_selector("#map[data-relmap-ready]")
        assert heading.inner_text() == told
        chosen = page.locator("#map").get_attribute("data-selected")
        assert chosen == ("" if told == "Ties" else selected)


@pytest.mark.browser
def test_only_web_addresses_become_links(opened: Page) -> None:
    opened.mouse.click(*point(opened, "edgePoint", "country:AA|organization:b"))
    links = opened.locator("#evidence a")
    assert links.count() == 1
    assert (links.first.get_attribute("href") or "").startswith("https://example.org/")
    assert links.first.get_attribute("rel") == "noopener noreferrer"


@pytest.mark.browser
def test_hovering_a_hostile_name_shows_it_as_text(opened: Page, names: dict[str, str]) -> None:
    opened.mouse.move(*point(opened, "nodePoint", "organization:b"))
    hint = opened.locator(".relmap-hint")
    hint.wait_for(state="visible")
    assert names["organization:b"] in hint.inner_text()
    assert opened.locator("#map img").count() == 0
    assert opened.title() == TITLE


@pytest.mark.browser
def test_the_background_and_escape_take_the_selection_back(opened: Page) -> None:
    chosen = opened.locator("#map")
    opened.mouse.click(*point(opened, "nodePoint", "country:AA"))
    assert chosen.get_attribute("data-selected") == "country:AA"
    assert opened.locator("#evidence h2").inner_text() == "Aland"
    opened.keyboard.press("Escape")
    opened.locator(".relmap-canvas").focus()
    opened.keyboard.press("Escape")
    assert chosen.get_attribute("data-selected") == ""
    assert opened.locator("#evidence h2").inner_text() == "Ties"


@pytest.mark.browser
def test_keys_zoom_and_move_and_zero_shows_all(opened: Page) -> None:
    opened.locator(".relmap-canvas").focus()
    scale = "map => map.relmap.network.getScale()"
    before = opened.locator("#map").evaluate(scale)
    opened.keyboard.press("+")
    assert opened.locator("#map").evaluate(scale) == pytest.approx(before * 1.25)
    place = opened.locator("#map").evaluate("map => map.relmap.network.getViewPosition().x")
    opened.keyboard.press("ArrowRight")
    opened.wait_for_function(
        "x => document.getElementById('map').relmap.network.getViewPosition().x > x + 1", arg=place
    )
    opened.emulate_media(reduced_motion="reduce")
    opened.keyboard.press("0")
    assert opened.locator("#map").evaluate(scale) == pytest.approx(before)


@pytest.mark.browser
def test_the_list_of_ties_opens_the_same_tie_by_keyboard(opened: Page) -> None:
    opened.locator("#evidence button").first.focus()
    opened.keyboard.press("Enter")
    assert opened.locator("#map").get_attribute("data-selected") == "country:AA|organization:b"
    assert opened.locator("#evidence blockquote").count() == 2


@pytest.mark.browser
def test_no_label_lies_on_another(opened: Page) -> None:
    labels = opened.locator("#map").evaluate("map => map.relmap.labels().map(label => label.box)")
    assert len(labels) == 3
    for place, one in enumerate(labels):
        for other in labels[place + 1 :]:
            assert (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] <= other["top"]
                or other["bottom"] <= one["top"]
            )


def test_scripts_make_no_markup_and_ask_for_nothing() -> None:
    ours = Path(web_address.__code__.co_filename).parent / "web"
    for script in sorted(ours.glob("*.js")):
        text = script.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(|XMLHttp|import\(",
            text,
        ), script.name


@pytest.mark.browser
def test_in_a_crowd_light_ties_fade_and_none_is_gone(page: Page, tmp_path: Path) -> None:
    names = {f"country:{i:02}": f"Land {i:02}" for i in range(40)}
    actors = {actor_id: Actor(actor_id, name, "country") for actor_id, name in names.items()}
    ties = [
        Tie(one, other, 1 + number % 13 * (number % 7), 1, 0, None, None)
        for number, (one, other) in enumerate(combinations(sorted(names), 2))
    ]
    seen = [ActorInView(actor_id, 1, 1, 1) for actor_id in names]
    graph = build_graph(actors, seen, ties)
    data = draw(graph, {node: (float(i % 8), float(i // 8)) for i, node in enumerate(graph)})
    file = tmp_path / "crowd.html"
    file.write_text(write_page(data, {}, PLAIN, names=names), encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_selector("#map[data-relmap-ready]")
    drawn = page.locator("#map").evaluate(
        "(map) => map.relmap.network.body.data.edges.get().map((e) => [e.id, e.color.opacity])"
    )
    opacity = dict(drawn)
    heaviest_first = sorted(ties, key=lambda tie: -tie.sentences)
    faded = [opacity[tie.tie_id] for tie in heaviest_first]
    assert len(opacity) == len(ties) == 780
    assert faded == sorted(faded, reverse=True)
    assert faded[0] == 1
    assert 0 < faded[-1] < 0.5
