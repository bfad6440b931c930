"""Articles of one sentence with hand-made names, and the actors that they resolve to."""

from __future__ import annotations

from relmap.actors import resolve
from relmap.models import Actor, Extraction, Mention, Sentence


def article(article_id: str, *names: str, acronyms: tuple[tuple[str, str], ...] = ()) -> Extraction:
    """An article of one sentence; names as "p:Name", "o:Name" or "c:CODE".

    A person's title stands behind "@", the country beside a body behind "#".
    """
    kinds = {"p": "person", "o": "organization", "c": "country"}
    mentions, position = [], 0
    for name in names:
        kind, _, rest = name.partition(":")
        rest, _, code = rest.partition("#")
        surface, _, title = rest.partition("@")
        mentions.append(
            Mention(
                start=position,
                end=position + len(surface),
                sentence=0,
                kind=kinds[kind],
                surface=surface,
                rule="model",
                title=title,
                country_code=surface if kind == "c" else code,
            )
        )
        position += len(surface) + 1
    return Extraction(article_id, (Sentence(0, position, "story"),), tuple(mentions), acronyms)


def actors(*articles: Extraction) -> dict[str, Actor]:
    """The actors of these articles, by their ids."""
    return {actor.actor_id: actor for actor in resolve(articles).actors}


def names(*articles: Extraction) -> set[str]:
    """The names of the actors of these articles."""
    return {actor.name for actor in resolve(articles).actors}


def whose(found: dict[str, Actor], surface: str) -> list[str]:
    """The names of the actors that a surface goes to."""
    return [a.name for a in found.values() if surface in {alias.surface for alias in a.aliases}]
