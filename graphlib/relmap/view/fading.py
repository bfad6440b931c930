"""How strongly each tie of a map is drawn: heavy ones stand out, light ones recede, none vanishes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from math import log

#: An edge of a map: the ids of its two actors and its weight.
WeighedPair = tuple[str, str, int]

#: So many ties can be told apart on one map; behind them ties fade with their rank, or thousands of
#: light ones would be all there is to see.
_FOREMOST = 120
_FADING = 0.9
#: What one sentence is drawn at beside the heaviest tie of all.
_LIGHTEST = 0.55
#: None is fainter than this, among thousands and in a picture on paper.
_FAINTEST = 0.07
#: The heaviest tie of an actor is not fainter than this, or its dot would hang on nothing: the
#: backbone. Where that are more than so many, they fade as well.
_BACKBONE, _BACKBONES = 0.4, 200


def opacities(ties: Sequence[WeighedPair], strengths: Mapping[str, int]) -> tuple[float, ...]:
    """Return the opacity of each tie, above 0 and up to 1, in the order of `ties`.

    A tie fades with the number of ties heavier than it and, less so, with its weight beside the
    heaviest. The backbone stays: of each actor its heaviest tie, among equals the one with the
    strongest other actor (`strengths` by actor id).
    """
    weights = sorted(weight for _, _, weight in ties)
    backbone = _backbone(ties, strengths)
    faded = {
        weight: _opacity(weight, weights[-1], len(weights) - bisect_right(weights, weight))
        for weight in set(weights)
    }
    least = round(_BACKBONE * min(1.0, (_BACKBONES / max(len(backbone), 1)) ** 0.5), 2)
    return tuple(
        max(faded[tie[2]], least) if place in backbone else faded[tie[2]]
        for place, tie in enumerate(ties)
    )


def _opacity(weight: int, heaviest: int, heavier: int) -> float:
    share = log(weight) / log(heaviest) if weight > 1 else float(heaviest == 1)
    among = min(1.0, float((_FOREMOST / (heavier + 1)) ** _FADING))
    return round(max(_FAINTEST, among * (_LIGHTEST + (1 - _LIGHTEST) * share)), 2)


def _backbone(ties: Sequence[WeighedPair], strengths: Mapping[str, int]) -> set[int]:
    """Return the places of the ties that are the heaviest of one of their ends."""
    best: dict[str, tuple[tuple[int, int, str], int]] = {}
    for place, (source, target, weight) in enumerate(ties):
        for actor, other in ((source, target), (target, source)):
            worth = (weight, strengths[other], other)
            if actor not in best or worth > best[actor][0]:
                best[actor] = worth, place
    return {place for _, place in best.values()}
