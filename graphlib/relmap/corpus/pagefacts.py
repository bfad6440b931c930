"""A web page's own fields → title, day, outlet and address; nothing is guessed from its text.

Fields are `<meta>`, the canonical link, JSON-LD and microdata, as the publisher wrote them for
search engines. A day that only stands in the text, in a list of other stories or in the address
of the page is not taken, and what is said of another story than the page's is not either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from relmap.corpus import languages, pagedates, pagestories
from relmap.corpus.cells import Cells
from relmap.corpus.pagestories import SEPARATORS, Story, address, bare, day, line

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
    #: What is wrong with its fields, to be said if they are used.
    notice: str | None = None
    #: Its title, and for comparing its addresses as `bare` gives them and its titles as `forms`
    #: does, but for its headings: the only one may be the name of the site.
    title: str | None = None
    here: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    #: The text that its JSON-LD gives of its story.
    body: object = None
    #: The texts that it gives of other stories.
    foreign: tuple[str, ...] = ()


def facts(tree: Any, url: str | None = None) -> Facts:
    """Return what a page (an lxml tree) says of itself.

    `url` is where it was fetched, if that is known.
    """
    fields = _fields(tree)
    metas = _firsts(fields)
    held = (address(url), _canonical(tree), address(metas.get("og:url")))
    here = frozenset(bare(found) for found in held if found)
    titles = [metas[name] for name in _TITLES if name in metas]
    names = [*titles, *_headings(tree)]
    told = pagestories.stories(tree)
    story = pagestories.own(told, here, names)
    outlet = _outlet(metas, story)
    title = _first(metas, _TITLES) or line(story.headline) or _heading(tree)
    known = pagestories.is_of(story, here, names)
    microdata = pagestories.microdata_day(tree)
    dated = pagedates.published(fields, story, microdata, known=known)
    title = _without_outlet(title, outlet) if title else None
    found: Cells = {
        "title": title,
        "date": dated.day,
        "outlet": outlet,
        "url": _canonical(tree) or address(metas.get("og:url")),
    }
    others = [
        other.body
        for other in told
        if isinstance(other.body, str) and not pagestories.is_of(other, here, names)
        if known or story == Story()
    ]
    return Facts(
        found,
        _languages(tree, metas, story),
        _kind(tree, metas, story),
        dated.notice,
        title,
        here,
        frozenset(
            form
            for name in [*titles, *_texts(tree, "title")[:1]]
            for form in pagestories.forms(name)
        ),
        story.body if known else None,
        tuple(others) if known or len(set(others)) > 1 else (),
    )


def facts_within(tree: Any, element: Any, title: str | None) -> Cells:
    """Return what a page says of a further story that stands in one of its elements."""
    story = pagestories.named(pagestories.stories(tree), title) if title else Story()
    return {
        "title": title,
        "date": day(story.published) or pagestories.microdata_day(element),
        "outlet": _outlet(_firsts(_fields(tree)), story),
    }


def _outlet(metas: Mapping[str, str], story: Story) -> str | None:
    return _first(metas, _OUTLETS) or line(story.publisher)


def _fields(tree: Any) -> list[pagedates.Field]:
    """Return each named `<meta>` of a page that has a content, names in small letters."""
    fields = []
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        if (element.get("http-equiv") or "").strip().lower() == "content-language":
            name = "content-language"
        name, content = name.strip().lower(), " ".join((element.get("content") or "").split())
        if name and content and len(name) <= 100:
            fields.append((name, content))
    return fields


def _firsts(fields: Sequence[pagedates.Field]) -> dict[str, str]:
    """Return the first content of each name."""
    return dict(reversed(fields))


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    values = (metas.get(name) for name in names)
    return next((value for value in values if value and not address(value)), None)


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
