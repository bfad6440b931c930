from __future__ import annotations

from relmap.evaluation.predictions import Found, Prediction, predict
from relmap.models import (
    Actor,
    ActorMention,
    Article,
    Extraction,
    Mention,
    Resolution,
    Sentence,
)


def test_a_mention_has_its_actor_and_both_rules():
    """A reference was found by no rule for names: it stands apart, under its own."""
    sentence = Sentence(0, 26, "story")
    span = Mention(0, 4, 0, "country", "US’s", "country name", label="GPE", country_code="US")
    actors = (
        Actor("country:US", "United States", "country", "US"),
        Actor("person:a-b", "A B", "person"),
    )
    mentions = (
        ActorMention(0, 4, 0, "country:US", "country name"),
        ActorMention(12, 14, 0, "person:a-b", "reference"),
    )
    [prediction] = predict(
        [Article("1", "US’s boss is he who said so", "1")],
        [Extraction("1", (sentence,), (span,))],
        Resolution(actors, (mentions,)),
    )
    usa = Found(
        start=0,
        end=4,
        surface="US’s",
        name="United States",
        kind="country",
        actor_id="country:US",
        rule="country name",
        joined="country name",
        label="GPE",
        country_code="US",
    )
    he = Found(12, 14, " h", "A B", "person", "person:a-b", "reference", "reference")
    assert prediction == Prediction((sentence,), (span,), (usa,), (he,))
