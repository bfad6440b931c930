"""A web page's own fields → title, day, outlet and address; nothing is guessed from its text.

Fields are `<meta>`, the canonical link, JSON-LD and microdata, as the publisher wrote them for
search engines. A day that only stands in the text, in a list of other stories or in the address
of the page is not taken, and what is said of another story than the page's is not either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from relmap.corpus import dates, languages, pagestories
from relmap.corpus.cells import Cells
from relmap.corpus.libraries import needed
from relmap.corpus.pagestories import SEPARATORS, Story, address, bare, day, line

# "article:modified_time": when it was last touched is not the day of the story.
_NOT_PUBLISHED = ("modif", "update", "lastmod", "lastdate", "moddate", "revis", "expir", "valid")
_PUBLISHED = ("publi", "date", "issued", "created")
_OUTLETS = (
    *("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"),
)
_TITLES = ("og:title", "citation_title", "dc.title", "twitter:title")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")
_MOST_HEADINGS = 20


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself: cells as of a table, codes of languages, and what it is."""

    cells: Cells
    languages: tuple[str, ...]
    kind: Literal["story", "list", ""]


def facts(tree: Any, url: str | None = None) -> Facts:
    """Return what a page (an lxml tree) says of itself.

    `url` is where it was fetched, if that is known.
    """
    metas = _metas(tree)
    held = (address(url), _canonical(tree), address(metas.get("og:url")))
    here = {bare(found) for found in held if found}
    titles = [metas[name] for name in _TITLES if name in metas]
    story = pagestories.own(pagestories.stories(tree), here, [*titles, *_headings(tree)])
    outlet = _outlet(metas, story)
    title = _first(metas, _TITLES) or line(story.headline) or _heading(tree)
    exact = _published(metas) or day(story.published) or pagestories.microdata_day(tree)
    found: Cells = {
        "title": _without_outlet(title, outlet) if title else None,
        "date": exact or _ambiguous(metas),
        "outlet": outlet,
        "url": _canonical(tree) or address(metas.get("og:url")),
    }
    return Facts(found, _languages(tree, metas, story), _kind(tree, metas, story))


def facts_within(tree: Any, element: Any, title: str | None) -> Cells:
    """Return what a page says of a further story that stands in one of its elements."""
    story = pagestories.named(pagestories.stories(tree), title) if title else Story()
    return {
        "title": title,
        "date": day(story.published) or pagestories.microdata_day(element),
        "outlet": _outlet(_metas(tree), story),
    }


def _outlet(metas: Mapping[str, str], story: Story) -> str | None:
    return _first(metas, _OUTLETS) or line(story.publisher)


def _metas(tree: Any) -> dict[str, str]:
    """Return the first content of each named `<meta>`, names in small letters."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        if (element.get("http-equiv") or "").strip().lower() == "content-language":
            name = "content-language"
        name, content = name.strip().lower(), " ".join((element.get("content") or "").split())
        if name and content and len(name) <= 100:
            metas.setdefault(name, content)
    return metas


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    values = (metas.get(name) for name in names)
    return next((value for value in values if value and not address(value)), None)


def _published(metas: Mapping[str, str]) -> str | None:
    """Return the day that the `<meta>` fields give, chosen among them by htmldate.

    It is shown only the fields that hold a whole day and nothing else, so that it has nothing to
    guess from: given the page, it would take a day from the running text too.
    """
    days = {
        name: found
        for name, content in metas.items()
        if not any(word in name for word in _NOT_PUBLISHED) and (found := day(content))
    }
    if not days:
        return None
    with needed("web pages"):
        from htmldate import find_date  # noqa: PLC0415  only for pages
    fields = "".join(
        f'<meta name="{escape(name)}" content="{found}">' for name, found in days.items()
    )
    return day(
        find_date(
            f"<html><head>{fields}</head><body><p></p></body></html>",
            extensive_search=False,
            original_date=True,
            min_date="1800-01-01",
            max_date="2100-12-31",
        )
    )


def _ambiguous(metas: Mapping[str, str]) -> str | None:
    """Return a date of publication that could be two days, to be said: "12/11/2023"."""
    return next(
        (
            content
            for name, content in metas.items()
            if any(word in name for word in _PUBLISHED)
            and not any(word in name for word in _NOT_PUBLISHED)
            and dates.is_ambiguous(content)
        ),
        None,
    )


def _languages(tree: Any, metas: Mapping[str, str], story: Story) -> tuple[str, ...]:
    """Return the codes of all languages that a page declares for its text, sorted."""
    roots = [tree, *tree.iter("html", "body")][:3]
    told = [
        *(root.get(name) for root in roots for name in ("lang", "xml:lang")),
        *(metas.get(name) for name in _LANGUAGES),
        line(story.language),
    ]
    return tuple(sorted({languages.code_of(name) for name in told if name} - {""}))


def _kind(tree: Any, metas: Mapping[str, str], story: Story) -> Literal["story", "list", ""]:
    """Return what a page calls itself: a story, a list of stories, or neither."""
    kind = metas.get("og:type", "").casefold()
    if story != Story() or "article" in kind or "article:published_time" in metas:
        return "story"
    return "list" if kind == "website" or pagestories.is_collection(tree) else ""


def _heading(tree: Any) -> str | None:
    """Return the longest `<h1>` that the page's `<title>` names with its site, else the only one.

    Without either it is the title: "Macron meets Sunak | Politics | The Herald".
    """
    title, *_ = [*_texts(tree, "title"), ""]
    known = [
        heading
        for heading in _texts(tree, "h1")
        for separator in SEPARATORS
        if title.startswith(f"{heading}{separator}") or title.endswith(f"{separator}{heading}")
    ]
    return max(known, key=len, default=None) or next(_headings(tree), None)


def _headings(tree: Any) -> Iterator[str]:
    """Yield the page's only `<h1>` and its `<title>`."""
    headings = _texts(tree, "h1")
    yield from headings if len(headings) == 1 else ()
    yield from _texts(tree, "title")[:1]


def _texts(tree: Any, tag: str) -> list[str]:
    found = (line(" ".join(element.itertext())) for element in tree.iter(tag))
    return [text for text in found if text][:_MOST_HEADINGS]


def _without_outlet(title: str, outlet: str | None) -> str:
    for separator in SEPARATORS if outlet else ():
        if title.endswith(f"{separator}{outlet}"):
            return title.removesuffix(f"{separator}{outlet}").strip() or title
    return title


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return address(link.get("href"))
    return None
