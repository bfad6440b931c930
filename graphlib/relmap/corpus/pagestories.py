"""The stories that a page's JSON-LD and microdata tell of → the one that the page is about.

A page also tells of related stories, and of those in its margin: what is said of them says nothing
of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice
from typing import Any

from relmap.corpus import dates

#: What may stand between a headline and the name of its site.
SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " · ")
# The ends of the kinds that a story may be: "NewsArticle", "BlogPosting".
_STORIES = ("Article", "Posting", "Report")
# What a section's page calls itself.
_LISTS = frozenset(("CollectionPage", "SearchResultsPage"))
# A page with more headlines is a list.
_HEADLINES = 20
# Of a page's JSON-LD so many nodes are looked at, so deep.
_NODES, _DEPTH, _LONGEST = 2_000, 8, 1_000_000


@dataclass(frozen=True, slots=True)
class Story:
    """What a page's JSON-LD says of one story."""

    headline: object = None
    published: object = None
    publisher: object = None
    addresses: frozenset[str] = frozenset()
    language: object = None
    body: object = None


def stories(tree: Any) -> tuple[Story, ...]:
    """Return the articles that the JSON-LD of a page (an lxml tree) describes, those in no list."""
    return tuple(_story(node) for node in _nodes(tree) if _is_a(node, _STORIES))


def is_collection(tree: Any) -> bool:
    """Tell whether the JSON-LD of a page calls it one of a section, a subject or a search."""
    return any(_is_a(node, tuple(_LISTS)) for node in _nodes(tree))


def own(told: Sequence[Story], here: Set[str], titles: Sequence[str]) -> Story:
    """Return the story that the page is about: the only one, or the one of its address or title.

    Also the only one is another page's where neither its address nor its headline is the page's.
    `here` are the page's addresses as `bare` gives them.
    """
    known = _known(told, here, titles)
    if not known:
        whole = told[:1] if len(told) == 1 else ()
        known = [story for story in whole if not (story.addresses and here and story.headline)]
    return _agreed(known)


def named(told: Sequence[Story], title: str) -> Story:
    """Return the story with this headline, or one that tells nothing."""
    return _agreed(_known(told, frozenset(), [title]))


def is_of(story: Story, here: Set[str], titles: Sequence[str]) -> bool:
    """Tell whether a story has one of these addresses (as `bare` gives them) or titles."""
    names = {form for title in titles for form in forms(title)}
    return bool(story.addresses & here or names & set(forms(line(story.headline) or "")))


def _known(told: Sequence[Story], here: Set[str], titles: Sequence[str]) -> list[Story]:
    return [story for story in told if is_of(story, here, titles)]


def _agreed(known: Sequence[Story]) -> Story:
    """Return the first; the same story twice, as two programs wrote it, has one day or none."""
    dated = [story for story in known if day(story.published)]
    days = {day(story.published) for story in dated}
    found = known[0] if known else Story()
    return replace(found, published=dated[0].published if len(days) == 1 else None)


def microdata_day(tree: Any) -> str | None:
    """Return the day that all microdata agree on; a list of other stories has many days."""
    headlines = islice(tree.iter("h1"), _HEADLINES)
    headed = {outer for headline in headlines for outer in headline.iterancestors()}
    only = len(list(tree.iter("article"))) == 1
    days = {
        day(element.get("datetime") or element.get("content"))
        for element in tree.iter("meta", "time", "span", "abbr", "p", "div")
        if "datepublished" in (element.get("itemprop") or "").lower().split()
        and not _is_aside(element, headed, only=only)
    }
    return days.pop() if len(days) == 1 else None


def _is_aside(element: Any, headed: Set[Any], *, only: bool) -> bool:
    """Tell whether an element belongs to something else on the page than its story.

    The story's own elements are among those around a headline (`headed`), if the page has any; an
    `<article>` that is the `only` one is the story's.
    """
    scoped = False
    for outer in element.iterancestors():
        if outer.tag in {"aside", "nav", "footer"}:
            return True
        unheaded = bool(headed) and outer not in headed
        if outer.get("itemscope") is not None and not scoped:
            scoped = True
            kind = (outer.get("itemtype") or "").rpartition("/")[2]
            if unheaded or not kind.endswith((*_STORIES, "WebPage")):
                return True
        if outer.tag == "article" and unheaded and not only:
            return True
    return False


def forms(title: str) -> Iterator[str]:
    """Yield a title, and what it is without the name of a site behind it, for comparing."""
    title = unescape(title)
    for separator in ("", *SEPARATORS):
        form = title.rpartition(separator)[0] if separator else title
        if form.strip():
            yield "".join(filter(str.isalnum, form.casefold()))


def bare(address: str) -> str:
    """Return an address without what may differ between two ways to write it."""
    end = address.strip().casefold().partition("#")[0].partition("?")[0].partition("://")[2]
    return end.removeprefix("www.").rstrip("/")


def day(value: object) -> str | None:
    """Return an exact day as YYYY-MM-DD; 1 January 1970 is how a blank date is often written."""
    found = dates.parse_in_order(value, None) if isinstance(value, str) else None
    return found.isoformat() if found and found.isoformat() != "1970-01-01" else None


def address(value: str | None) -> str | None:
    """Return a field that is an address of the web, else None."""
    value = (value or "").strip()
    return value if value.lower().startswith(("http://", "https://")) else None


def line(value: object) -> str | None:
    """Return a text as one line, None where it is blank or no text."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _story(node: Mapping[str, Any]) -> Story:
    publisher, language = node.get("publisher"), node.get("inLanguage")
    return Story(
        _unescaped(node.get("headline") or node.get("name")),
        node.get("datePublished"),
        _unescaped(publisher.get("name") if isinstance(publisher, Mapping) else publisher),
        _addresses(node),
        language.get("alternateName") if isinstance(language, Mapping) else language,
        _unescaped(node.get("articleBody")),
    )


def _unescaped(value: object) -> object:
    """Return a text as it is meant: "Macron &amp; Sunak" is written for the page, not for JSON."""
    return unescape(value) if isinstance(value, str) else value


def _addresses(node: Mapping[str, Any]) -> frozenset[str]:
    held = [node.get("url"), node.get("mainEntityOfPage"), node.get("@id")]
    given = [
        item.get("@id") or item.get("url") if isinstance(item, dict) else item for item in held
    ]
    found = (address(item) for item in given if isinstance(item, str))
    return frozenset(bare(item) for item in found if item)


def _nodes(tree: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all JSON-LD of a page, without those inside lists of stories."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        content = script.text or ""
        if len(content) > _LONGEST:
            continue
        try:
            value = json.loads(content, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _held(value)


def _held(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects at the top, in "@graph", and those that a page is mainly about."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    for _ in range(_NODES):
        if not waiting:
            return
        held, depth = waiting.pop(0)
        if depth > _DEPTH:
            continue
        if isinstance(held, list):
            waiting.extend((item, depth + 1) for item in held[:_NODES])
        elif isinstance(held, dict):
            yield held
            waiting.extend(
                (held[name], depth + 1) for name in ("@graph", "mainEntity") if name in held
            )


def _is_a(node: Mapping[str, Any], ends: tuple[str, ...]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(kind, str) and kind.endswith(ends) for kind in kinds)
