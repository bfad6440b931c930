"""One kind for a word over all articles, and when a word is left as it was found."""

from __future__ import annotations

import random

import pytest

from relmap.actors.kinds import Beside, settle_article, take_census
from relmap.actors.organizations import OrganizationNames
from relmap.knowledge import countries, organizations
from relmap.models import Extraction, Mention, Sentence

NAMES = OrganizationNames(organizations.load(), countries.load())


def article(*names: str, acronyms: tuple[tuple[str, str], ...] = ()) -> Extraction:
    """An article of one sentence; names as "p:Name" or "o:Name", a title behind "@"."""
    kinds = {"p": "person", "o": "organization"}
    mentions, start = [], 0
    for name in names:
        kind, _, rest = name.partition(":")
        surface, _, title = rest.partition("@")
        end = start + len(surface)
        mentions.append(Mention(start, end, 0, kinds[kind], surface, "model", title=title))
        start = end + 1
    return Extraction("x", (Sentence(0, start, "story"),), tuple(mentions), acronyms)


def kinds(*articles: Extraction) -> list[list[str]]:
    """The first letters of the kinds of each article's mentions."""
    counted = take_census(articles)
    settled = [settle_article(extraction, counted, NAMES) for extraction in articles]
    return [[mention.kind[0] for mention in extraction.mentions] for extraction in settled]


PERSON = [article("p:Reince Priebus"), article("p:Priebus"), article("p:Priebus")]
BODY = [article("o:Veritas")] * 3


def test_a_surname_is_no_organization_anywhere():
    assert kinds(*PERSON, article("o:Priebus"))[-1] == ["p"]
    assert kinds(*PERSON[:2], article("o:Priebus"))[-1] == ["o"]


def test_what_is_mostly_an_organization_is_no_person():
    assert kinds(*BODY, article("p:Veritas"))[-1] == ["o"]
    assert kinds(*BODY[:2], article("p:Veritas"))[-1] == ["p"]


def test_a_title_or_a_full_name_speaks_for_a_person():
    assert kinds(*BODY, article("p:Veritas@Mr"))[-1] == ["p"]
    assert kinds(*BODY * 3, article("p:Veritas", "p:Ada Veritas"))[-1] == ["p", "p"]


@pytest.mark.parametrize("name", ["Hamas", "NATO"])
def test_what_the_table_knows_is_no_person(name):
    assert kinds(*[article(f"p:{name}@Mr")] * 4, article(f"o:{name}"))[-1] == ["o"]


def test_a_company_beside_its_longer_name_is_no_person():
    assert kinds(*PERSON, article("o:Priebus", "o:Priebus Organization"))[-1] == ["o", "o"]


def test_a_defined_acronym_is_an_organization():
    pair = (("QZA", "Quay Zone Authority"),)
    assert kinds(article("p:QZA"), article("o:QZA", acronyms=pair)) == [["o"], ["o"]]
    assert kinds(article("p:QZA")) == [["p"]]


def test_an_acronym_of_the_table_is_an_organization():
    assert kinds(article("p:UNICEF")) == [["o"]]


def test_who_is_addressed_is_a_person():
    assert kinds(article("o:Umaro Sissoco Embaló", "p:Embalo@Mr")) == [["p", "p"]]
    assert kinds(article("o:Umaro Sissoco Embaló", "p:Embalo")) == [["o", "p"]]
    assert kinds(article("o:Ada Kent University", "p:University@Mr")) == [["o", "p"]]


def test_what_nothing_contradicts_stays_the_same_object():
    one = article("p:Ada Kent", "o:Veritas")
    assert settle_article(one, take_census([one]), NAMES) is one


def test_what_stands_beside_a_name():
    names = ("o:Trump Organization Inc", "o:Veritas", "p:Ada  van Kent", "p:Lee@Mr", "p:Kent")
    beside = Beside(article(*names).mentions)
    assert beside.beginnings == {"Trump", "Trump Organization"}
    assert beside.words_of_persons == {"Ada", "van", "Kent"}
    assert beside.addressed == {"lee"}


def test_the_order_of_articles_is_no_matter():
    articles = [*PERSON, article("o:Priebus"), *BODY, article("p:Veritas")]
    chance = random.Random(1)
    order = chance.sample(range(len(articles)), len(articles))
    found = kinds(*(articles[i] for i in order))
    assert [kinds(*articles)[i] for i in order] == found
