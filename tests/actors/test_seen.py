"""What all articles say about their names: added up by name, doubts settled at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import example, given
from hypothesis import strategies as st

from relmap.actors.local import LocalName, name_mentions
from relmap.actors.organizations import OrganizationNames
from relmap.actors.rivals import BETTER_KNOWN, Bearers, leave_rivals_open
from relmap.actors.seen import Print, Seen, key_of
from relmap.knowledge import countries, organizations
from relmap.models import Extraction, Mention

KEY = ("person", "Ada Lee", "")


def person(text: str, rule: str = "full name", *, ambiguous: bool = False) -> LocalName:
    return LocalName("person", text, rule, ambiguous)


def mention(place: int, surface: str, title: str = "", code: str = "") -> Mention:
    """A mention in the sentence of its place, ten places to a sentence."""
    kind = "country" if code else "person"
    return Mention(place, place + 1, place // 10, kind, surface, "model", "", title, code)


def add(
    seen: Seen,
    *named: tuple[Mention, LocalName],
    acronyms: tuple[tuple[str, str], ...] = (),
) -> None:
    mentions = tuple(one for one, _ in named)
    seen.add(Extraction("x", (), mentions, acronyms), [name for _, name in named])


def country(place: int, code: str) -> tuple[Mention, LocalName]:
    return mention(place, code, code=code), LocalName("country", code, "country name")


def test_names_are_counted_over_all_articles():
    seen = Seen()
    add(seen, (mention(0, "Ada Lee"), person("Ada Lee")), (mention(1, "Lee"), person("Ada Lee")))
    add(seen, (mention(0, "Ada Lee"), person("Ada Lee", ambiguous=True)), country(1, "US"))
    number = seen.numbers[KEY]
    assert seen.count_all()[number] == 3
    assert seen.torn == {number}
    assert seen.names("person") == ["Ada Lee"]
    assert seen.names("country") == ["US"]
    assert seen.names("organization") == []


def test_every_way_to_print_a_name_is_counted():
    seen = Seen()
    one = (
        mention(0, "Lee", "Mrs"),
        LocalName("person", "Ada Lee", "part of a name", shown="A. Lee"),
    )
    add(seen, one, one)
    assert seen.prints == Counter({Print(0, "Lee", "part of a name", "A. Lee", "Mrs"): 2})


def test_what_a_person_was_found_with():
    seen = Seen()
    add(
        seen, (mention(0, "Ada Lee", "Mrs"), person("Ada Lee")), country(1, "US"), country(20, "FR")
    )
    add(seen, country(1, "KE"))
    add(seen, (mention(0, "Ada Lee"), person("Ada Lee")), country(10, "US"))
    found = seen.evidence("Ada Lee")
    assert found.beside == seen.contexts("Ada Lee") == {"US", "Mrs"}
    assert found.around == {"US", "FR"}
    assert found.articles.tolist() == [0, 2]


def test_definitions_of_all_articles_stand_together():
    seen = Seen()
    add(seen, acronyms=(("BHA", "One"),))
    add(seen, acronyms=(("BHA", "Two"), ("BHA", "One")))
    assert seen.definitions == {"BHA": {"One", "Two"}}


def test_a_name_that_stays_in_its_article_is_no_name_of_all():
    seen = Seen()
    name = LocalName("organization", "Foreign Ministry", "name alone", ambiguous=True, home="x")
    add(seen, (mention(0, "Foreign Ministry"), name))
    assert key_of(name) in seen.numbers
    assert seen.names("organization") == []


def doubtful(articles_of_ben: int) -> Seen:
    """ "Mrs Lee", then "Ada Lee", beside so many articles about Ben Lee."""
    seen, bearers = Seen(), Bearers()
    names = [person("Ada Lee", "part of a name"), person("Ada Lee")]
    said = [mention(0, "Lee", "Mrs"), mention(20, "Ada Lee")]
    add(seen, *zip(said, names, strict=True), country(1, "US"))
    bearers.add(names)
    for _ in range(articles_of_ben):
        bearers.add([person("Ben Lee")])
    seen.settle(bearers)
    return seen


def test_a_surname_before_its_full_name_is_the_persons():
    seen = doubtful(BETTER_KNOWN - 1)
    number = seen.numbers[KEY]
    assert seen.count_all()[number] == 2
    assert seen.contexts("Ada Lee") == {"US", "Mrs"}
    assert seen.torn == set()
    assert Print(number, "Lee", "part of a name", "Ada Lee", "Mrs") in seen.prints
    assert seen.names("person") == ["Ada Lee"]


def test_a_surname_before_its_full_name_is_open_where_another_is_far_better_known():
    seen = doubtful(BETTER_KNOWN)
    own = seen.numbers["person", "Lee", ""]
    assert seen.count_all()[[own, seen.numbers[KEY]]].tolist() == [1, 1]
    assert seen.contexts("Lee") == {"US", "Mrs"}
    assert seen.contexts("Ada Lee") == set()
    assert seen.evidence("Lee").articles.tolist() == [0]
    assert seen.torn == {own}
    assert Print(own, "Lee", "name alone", "Lee", "Mrs") in seen.prints
    assert sum(seen.prints.values()) == 3


NAMES = OrganizationNames(organizations.load(), countries.load())
PEOPLE = st.lists(
    st.sampled_from(["Lee", "Ada Lee", "Ben Lee", "Ada", "Ada J. Lee", "Lee@Mrs", "Ada Lee@Mr"]),
    max_size=4,
)
BENS = [["Ben Lee"]] * BETTER_KNOWN


@given(st.lists(PEOPLE, max_size=7))
@example([["Lee@Mrs", "Ada Lee", "Lee"], *BENS])
@example([["Lee", "Ada Lee"], ["Lee"], ["Lee", "Ada J. Lee", "Ada Lee"], *BENS])
def test_doubts_settled_at_the_end_are_as_if_all_bearers_had_been_known(texts):
    articles = [tell(number, text) for number, text in enumerate(texts)]
    local = [name_mentions(extraction, NAMES) for extraction in articles]
    bearers = Bearers()
    for names in local:
        bearers.add(names)
    after = [
        leave_rivals_open(extraction.mentions, names, bearers)
        for extraction, names in zip(articles, local, strict=True)
    ]
    assert facts(articles, local, bearers) == facts(articles, after, bearers)


def tell(number: int, text: Iterable[str]) -> Extraction:
    """An article of these names, each followed by a country in its sentence."""
    mentions = []
    for place, name in enumerate(text):
        surface, _, title = name.partition("@")
        mentions.append(mention(place * 10, surface, title))
        mentions.append(mention(place * 10 + 1, "Kenya", code=["KE", "UG", "RU"][number % 3]))
    return Extraction(str(number), (), tuple(mentions))


def facts(
    articles: Iterable[Extraction], names: Iterable[Iterable[LocalName]], bearers: Bearers
) -> object:
    """Everything that is seen, by the keys of names instead of their numbers."""
    seen = Seen()
    for extraction, its in zip(articles, names, strict=True):
        seen.add(extraction, list(its))
    seen.settle(bearers)
    keys = {number: key for key, number in seen.numbers.items()}
    prints = {(keys[each.number], *each[1:]): count for each, count in seen.prints.items()}
    people = {name: seen.evidence(name) for name in seen.names("person")}
    found_in = {name: evidence.articles.tolist() for name, evidence in people.items()}
    return prints, {keys[number] for number in seen.torn}, people, found_in
