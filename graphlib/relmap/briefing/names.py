"""One name per actor: what tables call an actor, never the same for two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from relmap.models import Actor
from relmap.view.directions import LONGEST_NAME, shorten


def distinct_names(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Map every actor id to a name that no other actor of the store goes by.

    Most actors keep their own name. Where two share one, the kind is added ("Georgia (country)"
    beside "Georgia (person)"); where that is not enough, the id is ("Ali Khan
    (person:ali-khan-2)"). The whole store decides, so a name is the same under every filter.
    """
    plain = {actor_id: actor.name for actor_id, actor in actors.items()}
    with_kind = {key: f"{actor.name} ({actor.kind})" for key, actor in actors.items()}
    with_id = {key: f"{actor.name} ({key})" for key, actor in actors.items()}
    return _mend(_mend(plain, with_kind), with_id)


def readable_actors(actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """Return the actors as they are read in a pack or a caption, each under a name of its own.

    No name forces a direction on the words around it, and endless ones are cut.
    """
    plain = {
        key: replace(actor, name=shorten(actor.name, LONGEST_NAME)) for key, actor in actors.items()
    }
    names = distinct_names(plain)
    return {key: replace(actor, name=names[key]) for key, actor in plain.items()}


def _mend(names: dict[str, str], longer: dict[str, str]) -> dict[str, str]:
    """Replace every name that is borne twice."""
    borne = Counter(names.values())
    return {key: name if borne[name] == 1 else longer[key] for key, name in names.items()}
