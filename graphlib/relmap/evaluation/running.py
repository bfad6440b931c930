"""Gold → Report: reads the articles as a build does, once for each layer that is left out."""

from __future__ import annotations

from collections.abc import Sequence

from relmap.evaluation.gold import Gold
from relmap.evaluation.predictions import Prediction, predict
from relmap.evaluation.report import Report, Without, measure, report
from relmap.layers import LAYERS
from relmap.models import DEFAULT_MODEL, Article, Progress
from relmap.steps import count, no_progress

#: The layer that counts only where references do.
REFERENCE_LAYER = "references"


class Builder:
    """Predicts with the installed pipeline `model`, which is loaded when it is first needed."""

    def __init__(self, model: str, progress: Progress = no_progress) -> None:
        self._model = model
        self._progress = progress
        self.version = ""

    def __call__(self, articles: Sequence[Article], without: frozenset[str]) -> list[Prediction]:
        """Extract and resolve the articles without some layers; ModelError if there is no model."""
        from relmap.actors import resolve  # noqa: PLC0415
        from relmap.extract import Extractor  # noqa: PLC0415

        stage = f"without {', '.join(sorted(without))}" if without else "reading"
        self._progress(stage, 0, len(articles))
        extractor = Extractor.load(self._model, without=without)
        self.version = self.version or extractor.version
        found = list(count(extractor.extract(articles), stage, len(articles), self._progress))
        return predict(articles, found, resolve(found, without=without))


def evaluate(
    gold: Gold,
    *,
    model: str = DEFAULT_MODEL,
    references: bool = False,
    ablation: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Score a build of the gold's articles.

    `references` also scores mentions that are no name, `ablation` leaves out each layer in turn.

    Raises
    ------
    ModelError
        when the model is missing.
    """
    builder = Builder(model, progress or no_progress)
    articles = [article.article for article in gold.articles]
    predictions = builder(articles, frozenset())
    left_out: list[Without] = []
    for layer in layers_to_leave_out(references=references) if ablation else ():
        without = builder(articles, frozenset({layer}))
        left_out.append(Without(layer, measure(gold, without, references=references)))
    return report(
        gold, predictions, version=builder.version, references=references, ablation=left_out
    )


def layers_to_leave_out(*, references: bool) -> list[str]:
    """The layers that an ablation leaves out, in the order of the flow."""
    return [layer.name for layer in LAYERS if references or layer.name != REFERENCE_LAYER]
