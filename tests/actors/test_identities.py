"""Identities: which local names of all articles get one actor id, and which stay open."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from relmap.actors.identities import Identity, identify, organization_id, short_hash
from relmap.actors.local import LocalName
from relmap.actors.organizations import OrganizationKey, OrganizationNames
from relmap.actors.seen import Seen
from relmap.knowledge import countries, organizations
from relmap.models import Extraction, Mention

NAMES = OrganizationNames(organizations.load(), countries.load())


def person(text: str, *, ambiguous: bool = False) -> LocalName:
    return LocalName("person", text, "as written", ambiguous)


def body(text: str, *, home: str = "") -> LocalName:
    return LocalName("organization", text, "organization name", bool(home), home)


def find(
    *articles: Iterable[tuple[LocalName, set[str]]],
    acronyms: Iterable[tuple[str, str]] = (),
    without: Iterable[str] = (),
) -> dict[str, Identity]:
    """The identities by text, of articles given as (local name, titles) pairs."""
    seen = Seen()
    for number, article in enumerate(articles):
        names = [(name, title) for name, context in article for title in context or {""}]
        mentions = tuple(
            Mention(i, i + 1, i, name.kind, name.text, "model", title=title)
            for i, (name, title) in enumerate(names)
        )
        pairs = tuple(acronyms)
        seen.add(Extraction(str(number), (), mentions, pairs), [name for name, _ in names])
    found = identify(seen, NAMES, frozenset(without))
    return {text: identity for (_, text, _), identity in found.items()}


def test_a_country_is_its_code():
    assert find([(LocalName("country", "RU", "country name"), set())]) == {
        "RU": Identity("country:RU")
    }


def test_spellings_share_an_id_and_say_why():
    names = [(person("Sergei Lavrov"), {"RU"}), (person("Sergey Lavrov"), {"RU"})]
    found = find(names)
    assert {identity.actor_id for identity in found.values()} == {"person:sergei-lavrov"}
    assert found["Sergei Lavrov"].rule == ""
    assert found["Sergey Lavrov"].rule == "spelling"
    apart = find(names, without=["spellings"])
    assert len({identity.actor_id for identity in apart.values()}) == 2


def test_a_name_that_differs_in_accents_alone_is_one():
    found = find([(person("Recep Erdoğan"), {"TR"}), (person("Recep Erdogan"), {"US"})])
    assert {identity.actor_id for identity in found.values()} == {"person:recep-erdogan"}


@pytest.mark.parametrize("part", ["Sharif", "Nawaz"])
def test_a_name_alone_that_a_full_name_has_stays_open(part):
    found = find([(person("Nawaz Sharif"), set())], [(person(part), set())])
    assert found[part].ambiguous
    assert not found["Nawaz Sharif"].ambiguous
    assert not find([(person("Lula"), set())])["Lula"].ambiguous


def test_a_name_that_was_torn_in_one_article_stays_open():
    assert find([(person("Lula", ambiguous=True), set())])["Lula"].ambiguous


def test_the_three_bushes_stay_three():
    names = ["George Bush", "George W. Bush", "George H. W. Bush"]
    found = find(*([(person(name), {"US"})] for name in names))
    assert len({identity.actor_id for identity in found.values()}) == 3


def test_a_body_goes_by_the_table_and_a_ministry_by_its_country():
    texts = ["US Senate", "Senate of the United States", "WHO", "Foreign Ministry of China"]
    found = find([(body(text), set()) for text in texts])
    assert {text: found[text].actor_id for text in texts} == {
        "US Senate": "organization:united-states-senate",
        "Senate of the United States": "organization:united-states-senate",
        "WHO": "organization:world-health-organization",
        "Foreign Ministry of China": "organization:foreign-ministry:CN",
    }


def test_an_acronym_takes_the_one_name_that_articles_give():
    found = find([(body("BHA"), set())], acronyms=[("BHA", "Baltic Harbour Authority")])
    assert found["BHA"] == Identity("organization:baltic-harbour-authority", "acronym elsewhere")
    two = [("BHA", "Baltic Harbour Authority"), ("BHA", "British Horse Association")]
    assert find([(body("BHA"), set())], acronyms=two)["BHA"].ambiguous


def test_an_acronym_that_the_table_is_certain_about_is_not_touched():
    other = [("NATO", "North Aral Tourism Office")]
    found = find([(body("NATO"), set())], acronyms=other)["NATO"]
    assert found == Identity(organization_id(NAMES.key("NATO")))


def test_a_weak_acronym_is_open_unless_articles_define_it():
    assert find([(body("AU"), set())])["AU"].ambiguous
    defined = find([(body("AU"), set())], acronyms=[("AU", "Aral Union")])["AU"]
    assert (defined.actor_id, defined.ambiguous) == ("organization:aral-union", False)


def test_what_says_nothing_outside_its_article_stays_there():
    mention = Mention(0, 1, 0, "organization", "Foreign Ministry", "model")
    seen = Seen()
    for home in ("1", "2"):
        seen.add(Extraction(home, (), (mention,)), [body("Foreign Ministry", home=home)])
    found = identify(seen, NAMES)
    assert len({identity.actor_id for identity in found.values()}) == 2
    assert all(identity.ambiguous for identity in found.values())


def test_an_article_id_of_any_text_gives_a_plain_hash():
    assert short_hash("../x|y z") != short_hash("../x|y")
    assert short_hash("é").isalnum()
    assert len(short_hash("")) == 8


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (OrganizationKey("supreme court", "KE"), "organization:supreme-court:KE"),
        (OrganizationKey("nato"), "organization:nato"),
    ],
)
def test_ids_can_be_read(key, expected):
    assert organization_id(key) == expected
