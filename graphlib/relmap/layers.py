"""The layers that find and join names, each with a name by which it can be left out and measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of the flow: a short noun and what it does."""

    name: str
    does: str


#: In the order of the flow. `extract` and `actors` leave out those named in their `without`.
LAYERS: tuple[Layer, ...] = (
    Layer("trained names", "the project's own trained name component in place of the model's"),
    Layer("country table", "countries by our table, not by the model's spans"),
    Layer("governments", "capitals as governments where the grammar says so"),
    Layer("organization table", "well-known organizations by our table"),
    Layer("titles", "titles and honorifics trimmed from names"),
    Layer("junk", "what is no actor, from grammar, shape and position"),
    Layer("votes", "one kind for one name within an article"),
    Layer("names again", "further places of a name that the model missed"),
    Layer("acronyms", "acronyms that an article defines"),
    Layer("surnames", "a surname or first name joined to the one full name"),
    Layer("spellings", "transliterations, British and American spelling"),
    Layer("page lines", "lines that are not the story"),
    Layer("references", "he, she, the minister; off by default"),
)

#: The names alone, in the same order.
LAYER_NAMES: tuple[str, ...] = tuple(layer.name for layer in LAYERS)
