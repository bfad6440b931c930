"""Sentences that name nobody and hardly ever come twice, as most sentences of real news."""

from __future__ import annotations

import re
from random import Random

#: {a} an adjective, {n} a noun, {v} a verb, {d} an adverb, {k} a number.
_SENTENCES = (
    "The {a} {n} {v} the {a} {n} {d}.",
    "A {n} had {v} the {n} and {v} {k} {a} boxes.",
    "About {k} people {v} the {a} {n} near the {a} {n}.",
    "Nobody {v} the {n} {d}, although the {a} {n} was there.",
    "A {a} {n} and a {a} {n} stood in the {n}.",
    "In the {n} a {a} {n} {v} {k} letters {d}.",
    "The {n} was {a}, the {n} {a}, and the {n} {v} the {n}.",
    "One {n} in {k} was {a}, and a {n} {v} the rest {d}.",
    "What the {n} {v} was a {a} {n} with {k} pages.",
    "The {a} {n} cost {k} crowns, the {a} {n} {k}.",
)

#: The same in front of a sentence.
_LEADS = (
    "After a {a} {n} had {v} the {n}, ",
    "While the {n} {v} a {a} {n} {d}, ",
    "With {k} {a} boxes in the {n}, ",
    "{K} days after the {n} {v} the {a} {n}, ",
)

_WORDS = {
    "a": (
        "pale narrow heavy wooden broken early late quiet rusty crowded empty brown grey yellow "
        "plain costly cheap borrowed hidden famous forgotten careful clumsy damp dusty faded frozen "
        "gentle hollow humble idle jagged keen lazy lonely loose mild modest muddy noisy odd patient "
        "polite proud quick ragged rapid rough round salty secret shallow sharp shiny short silent "
        "simple sleepy slow small smooth soft solid spare steep stiff strange strict sudden sunny "
        "sweet tall tame thick thin tidy tired tough vague vast warm weak wet wide wild windy worn "
        "ample ancient bitter blunt bold brief bright calm clean clear cold complete common cool "
        "curious daily dear deep dense dim direct double dry dull eager equal exact faint fair "
        "familiar fancy fine firm flat foggy formal frail fresh full grand green handsome hard "
        "harsh honest huge inner known large lean level light local long low lucky main mature"
    ),
    "n": (
        "ledger harbour clerk bakery orchard bridge carpenter tailor cellar staircase lantern kettle "
        "ribbon barrel wagon tunnel library meadow pasture chapel mill furnace chimney drawer folder "
        "envelope stamp telephone radio camera mirror curtain carpet blanket pillow basket bucket "
        "shovel ladder hammer needle thread button pocket collar sleeve jacket boot glove umbrella "
        "suitcase ticket platform carriage engine whistle signal track station depot warehouse crane "
        "anchor rope sail deck cabin captain sailor fisherman market stall grocer butcher barber "
        "cook waiter teacher pupil nurse surgeon chemist farmer shepherd gardener miller weaver "
        "painter printer binder editor typist porter guard driver pilot mechanic plumber mason roof "
        "window corridor balcony courtyard fountain statue garden fence gate path valley ridge slope "
        "river canal lake shore beach island village suburb quarter avenue corner square theatre "
        "cinema museum gallery school college dormitory kitchen laundry stable barn shed silo well "
        "pump pipe valve meter cable lamp switch battery wheel axle spring bolt screw rail beam"
    ),
    "v": (
        "counted described measured painted repaired carried opened closed lifted moved watched "
        "followed visited mentioned praised blamed copied printed folded sealed mailed weighed sorted "
        "stacked loaded emptied cleaned washed dried polished sanded drilled welded patched sewed "
        "knitted cooked baked roasted tasted poured spilled dropped kicked pushed pulled dragged "
        "rolled turned twisted tied untied wrapped packed unpacked stored hid found lost bought sold "
        "rented borrowed lent returned traded valued taxed insured inspected tested checked marked "
        "numbered listed sketched drew photographed filmed recorded heard noticed recognised forgot "
        "remembered missed avoided crossed entered left reached passed circled climbed guarded "
        "blocked flooded heated cooled lit darkened decorated furnished rebuilt widened shortened "
        "raised lowered planted watered trimmed harvested milked fed brushed led chased caught freed"
    ),
}
_CHOICES = {gap: tuple(words.split()) for gap, words in _WORDS.items()} | {
    "d": (
        "again", "twice", "slowly", "at dawn", "by hand", "in silence", "without a word",
        "before lunch", "after dark", "on foot", "in the rain", "with care", "in haste", "at last",
        "for once", "by mistake", "on purpose", "in turn", "from afar", "with some delay",
    ),
}  # fmt: skip
_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_GAP = re.compile(r"\{(\w)\}")
_CUT_SENTENCES = tuple(_GAP.split(pattern) for pattern in _SENTENCES)
_CUT_LEADS = tuple(_GAP.split(pattern) for pattern in _LEADS)


def sentence(chance: Random) -> str:
    """A sentence of its own."""
    return _filled(_CUT_SENTENCES, chance)


def lead(chance: Random) -> str:
    """Words of their own before a sentence."""
    return _filled(_CUT_LEADS, chance)


def _filled(patterns: tuple[list[str], ...], chance: Random) -> str:
    pieces = patterns[int(chance.random() * len(patterns))]
    return "".join(
        _word(piece, chance) if place % 2 else piece for place, piece in enumerate(pieces)
    )


def _word(gap: str, chance: Random) -> str:
    draw = chance.random()
    if gap == "k":
        return str(13 + int(draw * draw * 900))
    if gap == "K":
        return _NUMBERS[int(draw * len(_NUMBERS))].capitalize()
    words = _CHOICES[gap]
    return words[int(draw * len(words))]
