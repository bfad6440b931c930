"""A web page's own fields → title, day, outlet and address; nothing is guessed from its text.

Fields are `<meta>`, the canonical link, JSON-LD and microdata, as the publisher wrote them for
search engines. A day that only stands in the text, in a list of other stories or in the address
of the page is not taken, and what is said of another story than the page's is not either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import islice
from typing import Any

from relmap.corpus import dates
from relmap.corpus.cells import Cells
from relmap.corpus.libraries import needed

# "article:modified_time": when it was last touched is not the day of the story.
_NOT_PUBLISHED = ("modif", "update", "lastmod", "lastdate", "moddate", "revis", "expir", "valid")
_OUTLETS = (
    *("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"),
)
_TITLES = ("og:title", "citation_title", "dc.title", "twitter:title")
# The ends of the kinds that a story may be: "NewsArticle", "BlogPosting".
_STORIES = ("Article", "Posting", "Report")
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " · ")
# A page with more headlines is a list.
_HEADLINES = 20
# Of a page's JSON-LD so many nodes are looked at, so deep.
_NODES, _DEPTH, _LONGEST = 2_000, 8, 1_000_000


@dataclass(frozen=True, slots=True)
class _Story:
    """What a page's JSON-LD says of its story."""

    headline: object = None
    published: object = None
    publisher: object = None
    addresses: frozenset[str] = frozenset()


def facts(tree: Any, url: str | None = None) -> Cells:
    """Return what a page (an lxml tree) says of itself, as cells of a table would.

    `url` is where it was fetched, if that is known.
    """
    metas = _metas(tree)
    held = (_address(url), _canonical(tree), _address(metas.get("og:url")))
    here = {_bare(address) for address in held if address}
    titles = [metas[name] for name in _TITLES if name in metas]
    story = _own(tuple(_stories(tree)), here, [*titles, *_headings(tree)])
    outlet = _first(metas, _OUTLETS) or _text(story.publisher)
    title = _first(metas, _TITLES) or _text(story.headline) or _heading(tree)
    return {
        "title": _without_outlet(title, outlet) if title else None,
        "date": _published(metas) or _day(story.published) or _microdata(tree),
        "outlet": outlet,
        "url": _canonical(tree) or _address(metas.get("og:url")),
    }


def _metas(tree: Any) -> dict[str, str]:
    """Return the first content of each named `<meta>`, names in small letters."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        if name and content and len(name) <= 100:
            metas.setdefault(name, content)
    return metas


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    values = (metas.get(name) for name in names)
    return next((value for value in values if value and not _address(value)), None)


def _published(metas: Mapping[str, str]) -> str | None:
    """Return the day that the `<meta>` fields give, chosen among them by htmldate.

    It is shown only the fields that hold a whole day and nothing else, so that it has nothing to
    guess from: given the page, it would take a day from the running text too.
    """
    days = {
        name: day
        for name, content in metas.items()
        if not any(word in name for word in _NOT_PUBLISHED) and (day := _day(content))
    }
    if not days:
        return None
    with needed("web pages"):
        from htmldate import find_date  # noqa: PLC0415  only for pages
    fields = "".join(f'<meta name="{escape(name)}" content="{day}">' for name, day in days.items())
    return _day(
        find_date(
            f"<html><head>{fields}</head><body><p></p></body></html>",
            extensive_search=False,
            original_date=True,
            min_date="1800-01-01",
            max_date="2100-12-31",
        )
    )


def _day(value: object) -> str | None:
    """Return an exact day as YYYY-MM-DD; 1 January 1970 is how a blank date is often written."""
    day = dates.parse_in_order(value, None) if isinstance(value, str) else None
    return day.isoformat() if day and day.isoformat() != "1970-01-01" else None


def _microdata(tree: Any) -> str | None:
    """Return the day that all microdata agree on; a list of other stories has many days."""
    headlines = islice(tree.iter("h1"), _HEADLINES)
    headed = {outer for headline in headlines for outer in headline.iterancestors()}
    only = len(list(tree.iter("article"))) == 1
    days = {
        _day(element.get("datetime") or element.get("content"))
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


def _own(stories: Sequence[_Story], here: Set[str], titles: Sequence[str]) -> _Story:
    """Return the story that the page is about: the only one, or the one of its address or title.

    Also the only one is another page's where neither its address nor its headline is the page's.
    """
    named = {form for title in titles for form in _forms(title)}
    known = [
        story
        for story in stories
        if story.addresses & here or named & set(_forms(_text(story.headline) or ""))
    ]
    if not known:
        whole = stories[:1] if len(stories) == 1 else ()
        known = [story for story in whole if not (story.addresses and here and story.headline)]
    days = {_day(story.published) for story in known} - {None}
    found = known[0] if known else _Story()
    # The same story twice, as two programs wrote it, has one day.
    return replace(found, published=days.pop() if len(days) == 1 else None)


def _forms(title: str) -> Iterator[str]:
    """Yield a title, and what it is without the name of a site behind it, for comparing."""
    title = unescape(title)
    for separator in ("", *_SEPARATORS):
        form = title.rpartition(separator)[0] if separator else title
        if form.strip():
            yield "".join(filter(str.isalnum, form.casefold()))


def _bare(address: str) -> str:
    """Return an address without what may differ between two ways to write it."""
    bare = address.strip().casefold().partition("#")[0].partition("?")[0].partition("://")[2]
    return bare.removeprefix("www.").rstrip("/")


def _addresses(node: Mapping[str, Any]) -> frozenset[str]:
    held = [node.get("url"), node.get("mainEntityOfPage"), node.get("@id")]
    named = [
        item.get("@id") or item.get("url") if isinstance(item, dict) else item for item in held
    ]
    found = (_address(item) for item in named if isinstance(item, str))
    return frozenset(_bare(item) for item in found if item)


def _stories(tree: Any) -> Iterator[_Story]:
    """Yield the articles that JSON-LD describes, those not inside a list of stories."""
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
        for node in _nodes(value):
            if _is_story(node):
                publisher = node.get("publisher")
                yield _Story(
                    node.get("headline") or node.get("name"),
                    node.get("datePublished"),
                    publisher.get("name") if isinstance(publisher, Mapping) else publisher,
                    _addresses(node),
                )


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
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


def _is_story(node: Mapping[str, Any]) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(kind, str) and kind.endswith(_STORIES) for kind in kinds)


def _heading(tree: Any) -> str | None:
    """Return the page's only `<h1>`, else its `<title>`."""
    return next(_headings(tree), None)


def _headings(tree: Any) -> Iterator[str]:
    """Yield the page's only `<h1>` and its `<title>`."""
    headings = [_text(" ".join(element.itertext())) for element in tree.iter("h1")]
    titles = [_text(" ".join(element.itertext())) for element in tree.iter("title")]
    for found in (headings if len(headings) == 1 else [], titles[:1]):
        yield from filter(None, found)


def _without_outlet(title: str, outlet: str | None) -> str:
    for separator in _SEPARATORS if outlet else ():
        if title.endswith(f"{separator}{outlet}"):
            return title.removesuffix(f"{separator}{outlet}").strip() or title
    return title


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return _address(link.get("href"))
    return None


def _address(value: str | None) -> str | None:
    value = (value or "").strip()
    return value if value.lower().startswith(("http://", "https://")) else None


def _text(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
