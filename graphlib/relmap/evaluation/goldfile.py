"""A gold file → Gold: reads the JSON of docs/gold.md and the articles that it names."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from relmap.corpus import read
from relmap.errors import InputError
from relmap.evaluation.cells import Cell
from relmap.evaluation.gold import Gold, GoldArticle, Target
from relmap.evaluation.labels import read_ignored, read_names, read_sentences
from relmap.evaluation.matching import plain
from relmap.knowledge import countries
from relmap.models import KINDS, Article

_TOP = ("folder", "actors", "articles")
_ACTOR = ("name", "kind", "aliases", "country")
_OWN = ("id", "title", "text", "date", "outlet", "invented")
_LABELS = ("split", "aliases", "sentences", "names", "ignored")


def read_gold(path: Path, split: str | None = None) -> Gold:
    """Read a gold file and its articles, or those of one split.

    Raises
    ------
    InputError
        when the file, an article or a label cannot be meant, with the place and the remedy.
    """
    top = Cell(_read_json(path), str(path))
    top.keys(_TOP)
    actors = read_actors(top)
    folders = [path.parent]
    if folder := top.text("folder"):
        folders.append(path.parent / folder)
    cells = top.items("articles", "article")
    if not cells:
        top.fail('"articles" is empty; a gold needs at least one article.')
    articles = [read_article(cell, actors, folders) for cell in cells]
    names: set[str] = set()
    for cell, article in zip(cells, articles, strict=True):
        if article.name in names:
            cell.fail(
                f'another article is called "{article.name}" as well; give it an "id" of its own.'
            )
        names.add(article.name)
    gold = Gold(path.name, tuple(articles))
    return gold if split is None else keep_split(gold, split)


def keep_split(gold: Gold, split: str) -> Gold:
    """The articles of one split; InputError where there is none."""
    kept = tuple(article for article in gold.articles if article.split == split)
    if not kept:
        known = sorted({article.split for article in gold.articles} - {""})
        raise InputError(
            f'{gold.name} has no article of the split "{split}"; '
            + (f"it has {', '.join(known)}." if known else "it has no splits: leave out --split.")
        )
    return Gold(f"{gold.name} ({split})", kept)


def _read_json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8; save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}, line {error.lineno}: this is no JSON ({error.msg}); "
            "docs/gold.md shows the format."
        ) from error


def read_actors(top: Cell) -> dict[str, Target]:
    """The actors of the gold by name; no form may stand for two of them."""
    actors: dict[str, Target] = {}
    for cell in top.items("actors", "actor"):
        target = read_actor(cell)
        if target.name in actors:
            cell.fail(f'"{target.name}" stands twice; give each actor a name of its own.')
        _refuse_shared(cell, target, actors)
        actors[target.name] = target
    return actors


def read_actor(cell: Cell) -> Target:
    """One actor with its forms; a country's code comes from its names where none is given."""
    cell.keys(_ACTOR)
    name, kind = cell.text("name", needed=True), cell.text("kind")
    if kind not in KINDS:
        cell.fail(f'"{kind}" is no kind of actor; write one of {", ".join(KINDS)}.')
    forms = (name, *cell.texts("aliases"))
    return Target(
        name=name,
        kind=next(each for each in KINDS if each == kind),
        forms=frozenset(map(plain, forms)),
        country_code=_country_code(cell, kind, forms),
    )


def _country_code(cell: Cell, kind: str, forms: Collection[str]) -> str:
    table, given = countries.load(), cell.text("country")
    if kind != "country":
        if given:
            cell.fail('"country" is the code of a country, and this is none; leave it out.')
        return ""
    if given and given not in table.by_code:
        cell.fail(f'"{given}" is no code of a country; write it as "RU" (ISO 3166-1 alpha-2).')
    known = (table.nation(form) for form in forms)
    return given or next((country.code for country in known if country), "")


def _refuse_shared(cell: Cell, target: Target, others: Mapping[str, Target]) -> None:
    for other in others.values():
        if shared := sorted(target.forms & other.forms):
            cell.fail(
                f'"{shared[0]}" stands for {other.name} as well; keep it with one of them, '
                'or give it to each in the "aliases" of the articles that mean it.'
            )


def read_article(
    cell: Cell, actors: Mapping[str, Target], folders: Collection[Path]
) -> GoldArticle:
    """One article with its text, read from its file or given with it, and its labels."""
    is_file = isinstance(cell.value, dict) and "file" in cell.value
    cell = _named(cell)
    cell.keys(("file", *_LABELS) if is_file else (*_OWN, *_LABELS))
    article = _from_file(cell, folders) if is_file else _own(cell)
    targets = read_targets(cell, actors)
    if not cell.has("sentences") and not cell.has("names"):
        cell.fail('it has no labels; give it "sentences", "names" or both.')
    labels = cell.value.get("sentences") or ()
    return GoldArticle(
        name=article.path,
        article=article,
        targets=targets,
        sentences=read_sentences(cell, article.text, targets) if cell.has("sentences") else None,
        names=read_names(cell, article.text) if cell.has("names") else None,
        ignored=read_ignored(cell, article.text),
        has_references=any("references" in label for label in labels),
        split=cell.text("split"),
    )


def _named(cell: Cell) -> Cell:
    """The cell with the article's name for its number, where it has one: 'article "Talks"'."""
    value = cell.value if isinstance(cell.value, dict) else {}
    names = [value.get(key) for key in ("file", "id", "title")]
    name = next((name for name in names if isinstance(name, str) and name), None)
    if name is None:
        return cell
    return replace(cell, where=f'{cell.where.rpartition(", ")[0]}, article "{name}"')


def _own(cell: Cell) -> Article:
    """The article that stands in the gold file itself."""
    title, text = cell.text("title", needed=True), cell.text("text", needed=True)
    name = cell.text("id") or title
    cell.flag("invented", default=False)
    day = cell.text("date")
    try:
        day_or_none = date.fromisoformat(day) if day else None
    except ValueError:
        cell.fail(f'"{day}" is no day; write it as "2023-03-01".')
    return Article(
        article_id=name,
        text=text,
        path=name,
        title=title,
        title_source="table",
        date=day_or_none,
        date_source="table" if day else "unknown",
        outlet=cell.text("outlet") or None,
        outlet_source="table" if cell.has("outlet") else "unknown",
    )


def _from_file(cell: Cell, folders: Collection[Path]) -> Article:
    """The one article of a file, found beside the gold file or in its folder."""
    name = cell.text("file", needed=True)
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        looked = " and in ".join(str(folder) for folder in folders)
        cell.fail(f'there is no file "{name}" in {looked}; check "file" and "folder".')
    items = list(read([found]))
    articles = [item for item in items if isinstance(item, Article)]
    if len(articles) != 1 or len(items) != 1:
        cell.fail(f'"{name}" must hold exactly one article; save each as a text file of its own.')
    return replace(articles[0], article_id=name, path=name)


def read_targets(cell: Cell, actors: Mapping[str, Target]) -> dict[str, Target]:
    """The actors as this article names them: its own aliases, {"actor": ["form", …]}, go first."""
    own = cell.value.get("aliases", {})
    if not isinstance(own, dict):
        cell.fail('"aliases" of an article must be an object, {"name of the actor": ["…"]}.')
    aliases = Cell(own, f"{cell.where}, aliases")
    given: dict[str, str] = {}
    for name in own:
        if name not in actors:
            aliases.fail(f'there is no actor "{name}"; add it to "actors".')
        for form in map(plain, aliases.texts(name)):
            if given.setdefault(form, name) != name:
                aliases.fail(f'"{form}" stands for {given[form]} and {name}; keep it with one.')
    return {
        name: replace(
            target,
            forms=frozenset(form for form in target.forms if given.get(form, name) == name)
            | {form for form, owner in given.items() if owner == name},
        )
        for name, target in actors.items()
    }
