"""What an actor is called where no two may be called alike: in tables, files and captions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from relmap.models import KINDS, Actor
from relmap.view.directions import LONGEST_NAME, shorten

if TYPE_CHECKING:
    from relmap.store import Store

#: So many names are remembered by who asks for them again and again.
REMEMBERED = 50_000

#: What a name may end with that is another actor's name with its kind: "Georgia (country)".
_KIND_ENDINGS = tuple(f" ({kind})" for kind in KINDS)


class Names(Mapping[str, str]):
    """What the actors of a store are called, by id: what `distinct_names` calls them.

    They are found one by one. All actors are gone through only for a name that another actor has
    as well, or that may be another one's with its kind behind it; hardly any is. With `cut` names
    are changed before they are told apart; a name that it changes may be another's, too.
    """

    def __init__(self, store: Store, cut: Callable[[str], str] = str) -> None:
        self._store, self._cut = store, cut
        self._remember = lru_cache(REMEMBERED)(self._tell)

    def __getitem__(self, actor_id: str) -> str:
        return self._remember(actor_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._store.actors())

    def __len__(self) -> int:
        return len(self._store.actors())

    def _tell(self, actor_id: str) -> str:
        actor = self._store.actors()[actor_id]
        name = self._cut(actor.name)
        alone = name == actor.name and not self._store.namesakes(actor_id)
        if alone and not name.endswith(_KIND_ENDINGS):
            return name
        return self._lengthened.get(actor_id, name)

    @cached_property
    def _lengthened(self) -> Mapping[str, str]:
        """The names that are longer than the actors' own."""
        plain = {
            actor_id: (self._cut(actor.name), actor.kind)
            for actor_id, actor in self._store.actors().items()
        }
        names = _tell_apart(plain)
        return {key: name for key, name in names.items() if name != plain[key][0]}


def distinct_names(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Map every actor id to a name that no other actor of the store goes by.

    Most actors keep their own name. Where two share one, the kind is added ("Georgia (country)"
    beside "Georgia (person)"); where that is not enough, the id is ("Ali Khan
    (person:ali-khan-2)"). The whole store decides, so a name is the same under every filter.
    """
    return _tell_apart({key: (actor.name, actor.kind) for key, actor in actors.items()})


def readable_actors(store: Store, actor_ids: Iterable[str]) -> dict[str, Actor]:
    """Return actors as they are read in a pack or a caption, each under a name of its own.

    No name forces a direction on the words around it, and endless ones are cut.
    """
    actors, names = store.actors(), Names(store, _readable)
    return {key: replace(actors[key], name=names[key]) for key in actor_ids}


def _readable(name: str) -> str:
    return shorten(name, LONGEST_NAME)


def _tell_apart(plain: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return the names by id, given names and kinds, so that none is borne twice."""
    names = {key: name for key, (name, _) in plain.items()}
    names = _mend(names, lambda key: f"{plain[key][0]} ({plain[key][1]})")
    return _mend(names, lambda key: f"{plain[key][0]} ({key})")


def _mend(names: Mapping[str, str], longer: Callable[[str], str]) -> dict[str, str]:
    """Replace every name that is borne twice."""
    borne = Counter(names.values())
    return {key: name if borne[name] == 1 else longer(key) for key, name in names.items()}
