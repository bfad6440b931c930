"""Train the pipeline's name component further on this folder's articles, and say what it gained.

    python benchmarks/names/train.py OUT [--epochs 7] [--rate 0.001] [--share 0.75] [--seed 1]

Writes the weights that relmap carries as graphlib/relmap/extract/names.weights. One article of
twelve (by a hash of its heading) is held out and only scored. The weights that are written lie
between the pipeline's own and the trained ones, at `--share` of the way: that keeps what the
pipeline knew of news that is unlike these articles (Wortsman et al., "Robust fine-tuning of
zero-shot models", CVPR 2022, https://arxiv.org/abs/2109.01903).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from marked import MarkedArticle, MarkedLine, read_folder
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed

from relmap.extract import pipeline
from relmap.models import DEFAULT_MODEL

FOLDER = Path(__file__).parent

#: Labels that the articles do not mark: the pipeline's own view of them is kept.
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "QUANTITY", "PERCENT"})

#: Words of one update, and one article of how many that is only scored.
BATCH_WORDS, HELD_OUT = 800, 12

DROPOUT, L2, GRADIENT_CLIP = 0.3, 0.01, 1.0

Weights = dict[tuple[int, str], NDArray[np.float32]]


def main() -> None:
    """Read, train, score, blend, score again, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", type=Path)
    options.add_argument("--epochs", type=int, default=7)
    options.add_argument("--rate", type=float, default=1e-3)
    options.add_argument("--share", type=float, default=0.75)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    nlp = pipeline.load_pipeline(DEFAULT_MODEL, trained=False)
    nlp.select_pipes(enable=["ner"])
    articles = list(read_folder(FOLDER / "articles"))
    held_out = to_examples(nlp, [a for a in articles if is_held_out(a)])
    training = to_examples(nlp, [a for a in articles if not is_held_out(a)])
    print(f"{len(articles)} articles, {len(training)} lines to train on, {len(held_out)} held out")
    own = weights_of(nlp)
    report("the pipeline's own", nlp, held_out)
    train(nlp, training, chosen.epochs, chosen.rate, chosen.seed)
    report("trained", nlp, held_out)
    blend(nlp, own, chosen.share)
    report(f"blended at {chosen.share}", nlp, held_out)
    content = nlp.get_pipe("ner").model.to_bytes()
    chosen.out.write_bytes(content)
    print(f"hash for weights.PINNED: {blake2b(content, digest_size=16).hexdigest()}")


def is_held_out(article: MarkedArticle) -> bool:
    """Whether an article is only scored: by a hash, so that adding articles moves none."""
    key = f"{article.place} {article.heading}".encode()
    return blake2b(key, digest_size=2).digest()[0] % HELD_OUT == 0


def to_examples(nlp: Language, articles: Sequence[MarkedArticle]) -> list[Example]:
    """Each line with its marked names, and the pipeline's numbers and dates beside them."""
    lines = [line for article in articles for line in article.lines]
    docs = nlp.pipe((line.text for line in lines), batch_size=32)
    return [to_example(nlp, line, doc) for line, doc in zip(lines, docs, strict=True)]


def to_example(nlp: Language, line: MarkedLine, seen: Doc) -> Example:
    """One line as it should be read; `seen` is how the pipeline reads it."""
    reference = nlp.make_doc(line.text)
    marked = [
        reference.char_span(start, end, label=label, alignment_mode="expand")
        for start, end, label in line.names
    ]
    taken = {token.i for span in marked if span for token in span}
    numbers = [
        Span(reference, ent.start, ent.end, label=ent.label_)
        for ent in seen.ents
        if ent.label_ in NUMBERS and taken.isdisjoint(range(ent.start, ent.end))
    ]
    reference.set_ents(filter_spans([*(span for span in marked if span), *numbers]))
    return Example(nlp.make_doc(line.text), reference)


def train(nlp: Language, examples: Sequence[Example], epochs: int, rate: float, seed: int) -> None:
    """Update the name component, its learning rate falling to nothing."""
    fix_random_seed(seed)
    shuffler, order = random.Random(seed), list(examples)
    optimizer = nlp.resume_training()
    optimizer.L2, optimizer.grad_clip = L2, GRADIENT_CLIP
    for epoch in range(epochs):
        optimizer.learn_rate = rate * (1 - epoch / epochs)
        shuffler.shuffle(order)
        losses: dict[str, float] = {}
        for batch in batches(order):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
        print(f"epoch {epoch + 1}: loss {losses['ner']:.0f}", flush=True)


def batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    """Examples of about `BATCH_WORDS` words together."""
    batch: list[Example] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.reference)
        if words >= BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def weights_of(nlp: Language) -> Weights:
    """A copy of all parameters of the name component, by layer and name."""
    return {
        (place, name): layer.get_param(name).copy()
        for place, layer in enumerate(nlp.get_pipe("ner").model.walk())
        for name in layer.param_names
        if layer.has_param(name)
    }


def blend(nlp: Language, own: Mapping[tuple[int, str], NDArray[np.float32]], share: float) -> None:
    """Move the parameters to `share` of the way from the pipeline's `own` to the trained ones."""
    for place, layer in enumerate(nlp.get_pipe("ner").model.walk()):
        for name in layer.param_names:
            if (place, name) in own:
                mixed = (1 - share) * own[place, name] + share * layer.get_param(name)
                layer.set_param(name, mixed)


def report(title: str, nlp: Language, examples: Sequence[Example]) -> None:
    """Print the scores on examples that were not trained on."""
    fresh = [Example(nlp.make_doc(e.reference.text), e.reference) for e in examples]
    scores = nlp.evaluate(fresh)
    kinds = ", ".join(
        f"{label} {scores['ents_per_type'].get(label, {'f': 0.0})['f']:.3f}"
        for label in ("PERSON", "ORG", "GPE", "NORP")
    )
    print(f"{title}: F1 {scores['ents_f']:.3f} ({kinds})", flush=True)


if __name__ == "__main__":
    main()
