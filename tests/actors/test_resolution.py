"""Resolution on hand-made mentions: what is joined, what stays open, and that order is no matter."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relmap.actors import resolve, resolve_stream
from relmap.models import (
    SHARED_SURNAME,
    Actor,
    Extraction,
    Mention,
    Reference,
    Resolution,
    Sentence,
)


def article(article_id: str, *names: str, acronyms: tuple[tuple[str, str], ...] = ()) -> Extraction:
    """An article of one sentence; names as "p:Name", "o:Name" or "c:CODE".

    A person's title stands behind "@", the country beside a body behind "#".
    """
    kinds = {"p": "person", "o": "organization", "c": "country"}
    mentions, position = [], 0
    for name in names:
        kind, _, rest = name.partition(":")
        rest, _, code = rest.partition("#")
        surface, _, title = rest.partition("@")
        mentions.append(
            Mention(
                start=position,
                end=position + len(surface),
                sentence=0,
                kind=kinds[kind],
                surface=surface,
                rule="model",
                title=title,
                country_code=surface if kind == "c" else code,
            )
        )
        position += len(surface) + 1
    return Extraction(article_id, (Sentence(0, position, "story"),), tuple(mentions), acronyms)


def actors(*articles: Extraction) -> dict[str, Actor]:
    return {actor.actor_id: actor for actor in resolve(articles).actors}


def names(*articles: Extraction) -> set[str]:
    return {actor.name for actor in resolve(articles).actors}


def test_a_surname_takes_the_one_full_name_of_its_article():
    found = actors(article("1", "p:Rajnath Singh", "p:Singh", "p:Singh"))
    assert list(found) == ["person:rajnath-singh"]
    aliases = found["person:rajnath-singh"].aliases
    assert [(a.surface, a.mentions, a.rule) for a in aliases] == [
        ("Singh", 2, "part of a name"),
        ("Rajnath Singh", 1, "full name"),
    ]


def test_a_family_name_in_front_is_a_surname_too():
    assert names(article("1", "p:Wang Xiaohong", "p:Wang")) == {"Wang Xiaohong"}


def test_a_surname_of_two_people_stays_open():
    found = actors(article("1", "p:Nawaz Sharif", "p:Shehbaz Sharif", "p:Sharif"))
    assert set(found) == {"person:nawaz-sharif", "person:shehbaz-sharif", "person:sharif"}
    assert [found[i].ambiguous for i in sorted(found)] == [False, True, False]


def test_a_surname_does_not_reach_into_another_article():
    found = actors(article("1", "p:Nawaz Sharif"), article("2", "p:Sharif"))
    assert found["person:sharif"].ambiguous
    assert not found["person:nawaz-sharif"].ambiguous


def test_a_name_alone_that_nobody_else_claims_is_not_open():
    assert not actors(article("1", "p:Lula"))["person:lula"].ambiguous


def test_spellings_join_in_a_shared_context():
    one = article("1", "p:Khwaja Asif", "c:PK")
    other = article("2", "p:Khawaja Asif", "p:Khawaja Asif", "c:PK")
    found = actors(one, other)
    assert set(found) == {"country:PK", "person:khawaja-asif"}
    assert found["person:khawaja-asif"].name == "Khawaja Asif"
    assert ("Khwaja Asif", 1, "spelling") in [
        (a.surface, a.mentions, a.rule) for a in found["person:khawaja-asif"].aliases
    ]


def test_spellings_without_a_shared_context_stay_two():
    found = names(article("1", "p:Khwaja Asif", "c:PK"), article("2", "p:Khawaja Asif", "c:FR"))
    assert {"Khwaja Asif", "Khawaja Asif"} <= found


def test_a_longer_form_takes_in_the_shorter():
    found = names(article("1", "p:Recep Tayyip Erdogan", "p:Recep Erdogan", "p:Erdogan"))
    assert found == {"Recep Tayyip Erdogan"}


def test_two_longer_forms_leave_the_shorter_alone():
    found = names(article("1", "p:John Paul Smith", "p:John Peter Smith", "p:John Smith"))
    assert found == {"John Paul Smith", "John Peter Smith", "John Smith"}


def test_mr_and_mrs_of_one_surname_are_two_people():
    found = actors(article("1", "p:Hillary Clinton", "p:Clinton@Mrs.", "p:Clinton@Mr."))
    assert {(a.name, a.ambiguous) for a in found.values()} == {
        ("Hillary Clinton", False),
        ("Clinton", True),
    }
    assert [a.surface for a in found["person:hillary-clinton"].aliases] == ["Hillary Clinton"]


def test_the_title_of_the_full_name_settles_who_is_meant():
    names = ("p:Hillary Clinton@Mrs", "p:Clinton@Mrs", "p:Clinton@Mr", "p:Clinton")
    found = actors(article("1", *names))
    assert [(a.surface, a.mentions) for a in found["person:hillary-clinton"].aliases] == [
        ("Clinton", 2),
        ("Hillary Clinton", 1),
    ]
    assert found["person:clinton"].ambiguous


def test_titles_are_facts_of_the_person():
    found = actors(article("1", "p:Rajnath Singh@Defence Minister", "p:Singh@Mr", "p:Singh@Mr"))
    assert found["person:rajnath-singh"].titles == ("Mr", "Defence Minister")


def test_a_defined_acronym_and_its_spellings_are_one():
    pair = (("BHA", "Baltic Harbour Organisation"),)
    one = article("1", "o:Baltic Harbour Organisation", "o:BHA", acronyms=pair)
    other = article("2", "o:Baltic Harbour Organization")
    assert names(one, other) == {"Baltic Harbour Organisation"}


def test_an_acronym_that_one_article_defines_helps_another():
    pair = (("BHA", "Baltic Harbour Authority"),)
    one = article("1", "o:Baltic Harbour Authority", "o:BHA", acronyms=pair)
    assert names(one, article("2", "o:BHA")) == {"Baltic Harbour Authority"}


def test_an_acronym_of_two_bodies_stays_open_elsewhere():
    one = article("1", "o:BHA", acronyms=(("BHA", "Baltic Harbour Authority"),))
    other = article("2", "o:BHA", acronyms=(("BHA", "British Horse Association"),))
    found = actors(one, other, article("3", "o:BHA"))
    assert found["organization:bha"].ambiguous
    assert len(found) == 3


def test_a_weak_acronym_needs_its_full_name():
    settled = actors(article("1", "o:African Union", "o:AU"))
    assert list(settled) == ["organization:african-union"]
    assert actors(article("1", "o:AU"))["organization:au"].ambiguous


def test_an_acronym_that_one_article_gives_two_bodies_stays_open():
    pairs = (("BHA", "Baltic Harbour Authority"), ("BHA", "British Horse Association"))
    found = actors(
        article(
            "1",
            "o:Baltic Harbour Authority",
            "o:British Horse Association",
            "o:BHA",
            acronyms=pairs,
        )
    )
    assert [a.name for a in found.values() if a.ambiguous] == ["BHA"]
    assert len(found) == 3


def test_another_body_of_the_same_acronym_does_not_touch_one_that_is_certain():
    other = (("NATO", "North Aral Tourism Office"),)
    found = actors(article("1", "o:NATO"), article("2", "o:NATO", acronyms=other))
    assert [(a.name, a.ambiguous) for a in found.values()] == [
        ("NATO", False),
        ("North Aral Tourism Office", False),
    ]


def test_near_spellings_under_one_acronym_are_one():
    one = article("1", "o:RXTS", acronyms=(("RXTS", "Regional Xylo-Tariff Structure"),))
    other = article("2", "o:RXTS", acronyms=(("RXTS", "Regional Xylo-Tariffs Structure"),))
    assert len(names(one, other)) == 1


def test_a_national_body_needs_its_country():
    found = actors(
        article("1", "o:Peru’s Supreme Court", "o:Supreme Court of Peru", "o:Supreme Court Peru"),
        article("2", "o:Supreme Court"),
    )
    assert [(a.name, a.ambiguous) for a in found.values()] == [
        ("Supreme Court of Peru", False),
        ("Supreme Court", True),
    ]


def test_national_bodies_without_a_country_stay_with_their_article():
    found = actors(article("1", "o:Foreign Ministry"), article("2", "o:Foreign Ministry"))
    assert len(found) == 2
    assert all(actor.ambiguous for actor in found.values())


def test_the_country_beside_a_national_body_tells_whose_it_is():
    found = actors(article("1", "o:Foreign Ministry#CN", "o:Foreign Ministry#UA"))
    assert [(i, a.name) for i, a in found.items()] == [
        ("organization:foreign-ministry:CN", "Foreign Ministry (China)"),
        ("organization:foreign-ministry:UA", "Foreign Ministry (Ukraine)"),
    ]


def test_a_national_body_takes_the_one_fuller_name_of_its_article():
    assert names(article("1", "o:Supreme Court of Peru", "o:Supreme Court")) == {
        "Supreme Court of Peru"
    }


def test_a_capitals_court_is_not_its_countrys():
    found = actors(article("1", "o:Delhi High Court", "o:Indian High Court"))
    assert {a.name for a in found.values()} == {"Delhi High Court", "Indian High Court"}
    assert len(found) == 2


def test_a_security_council_of_two_stays_open():
    found = actors(
        article("1", "o:UN Security Council", "o:Russian Security Council", "o:Security Council")
    )
    assert len(found) == 3
    assert [a.name for a in found.values() if a.ambiguous] == ["Security Council"]


def test_a_national_body_of_the_table_goes_by_the_table():
    ways = (
        "o:Russian Security Council",
        "o:Security Council Russia",
        "o:Security Council of Russia",
    )
    assert list(actors(article("1", *ways))) == ["organization:security-council-of-russia"]


def test_ministries_of_two_countries_stay_two():
    found = names(article("1", "o:French Foreign Ministry", "o:Iran’s Foreign Ministry"))
    assert len(found) == 2


def test_countries_are_their_codes():
    found = actors(article("1", "c:RU", "c:KP"))
    assert [(a.name, a.country_code) for a in found.values()] == [
        ("North Korea", "KP"),
        ("Russia", "RU"),
    ]


def test_no_articles_no_actors():
    assert resolve([]) == Resolution((), ())


PEOPLE = ("Nawaz Sharif", "Shehbaz Sharif", "Sharif", "Sergei Ivanov", "Sergey Ivanov", "Ivanov")
BODIES = ("NATO", "BHA", "Baltic Harbour Authority", "Security Council", "Russian Security Council")
NAMES = st.sampled_from(
    [*(f"p:{name}" for name in PEOPLE), *(f"o:{name}" for name in BODIES), "c:PK", "c:RU"]
)


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(texts: list[list[str]], chance: random.Random):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    shuffled = chance.sample(articles, len(articles))
    one, other = resolve(articles), resolve(shuffled)
    assert one.actors == other.actors
    place = {e.article_id: i for i, e in enumerate(shuffled)}
    assert one.mentions == tuple(other.mentions[place[e.article_id]] for e in articles)


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6), st.randoms(use_true_random=False))
@example([["p:Sharif", "p:Shehbaz Sharif"], *[["p:Nawaz Sharif"]] * 4], random.Random(3))
def test_a_stream_in_any_order_gives_what_all_at_once_give(texts, chance):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    whole = resolve(articles)
    shuffled = chance.sample(articles, len(articles))
    resolved = resolve_stream(lambda: iter(shuffled))
    assert resolved.actor_ids == tuple(actor.actor_id for actor in whole.actors)
    expected = dict(zip((e.article_id for e in articles), whole.mentions, strict=True))
    found = list(resolved.articles())
    assert [extraction for extraction, _ in found] == shuffled
    assert {extraction.article_id: mentions for extraction, mentions in found} == expected
    assert tuple(resolved.actors()) == whole.actors


def test_only_the_last_reading_needs_sentences_and_references():
    she = Reference(8, 11, 0, "she", "pronoun", "she", "f")
    whole = [replace(article("1", "p:Ada Lee"), references=(she,)), article("2", "p:Ada Lee")]
    bare = [replace(extraction, sentences=(), references=()) for extraction in whole]
    resolved = resolve_stream(lambda: whole, bare=lambda: bare)
    assert tuple(found for _, found in resolved.articles()) == resolve(whole).mentions
    assert tuple(resolved.actors()) == resolve(whole).actors


def test_nothing_of_an_article_is_kept_between_readings():
    def read() -> Iterator[Extraction]:
        nonlocal readings
        readings += 1
        for number in range(30):
            yield article(f"kept {number}", "p:Ada Lee", "p:Lee", "o:NATO", "c:KE")
            assert count_kept() <= 2  # the one that is read, and the one before it

    def count_kept() -> int:
        every = gc.get_objects()
        return sum(isinstance(each, Extraction) and "kept" in each.article_id for each in every)

    readings = 0
    resolved = resolve_stream(read)
    assert (readings, count_kept()) == (2, 0)
    for _ in resolved.articles():
        pass
    assert readings == 3
    assert [actor.name for actor in resolved.actors()] == ["Kenya", "NATO", "Ada Lee"]


@given(st.lists(st.lists(NAMES, max_size=6), max_size=6))
def test_every_mention_has_an_actor_and_every_actor_its_mentions(texts: list[list[str]]):
    articles = [article(str(i), *text) for i, text in enumerate(texts)]
    resolution = resolve(articles)
    used = {m.actor_id for mentions in resolution.mentions for m in mentions}
    assert used == {a.actor_id for a in resolution.actors}
    for extraction, mentions in zip(articles, resolution.mentions, strict=True):
        assert [(m.start, m.end) for m in mentions] == [
            (m.start, m.end) for m in extraction.mentions
        ]
    assert sum(a.mentions for actor in resolution.actors for a in actor.aliases) == sum(
        len(text) for text in texts
    )


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_ids_differ_by_kind(kind):
    mention = replace(article("1", "p:Chad Union").mentions[0], kind=kind)
    extraction = Extraction("1", (Sentence(0, 20, "story"),), (mention,))
    assert list(actors(extraction)) == [f"{kind}:chad-union"]


def test_george_bush_is_neither_of_two_across_articles():
    texts = ("George W. Bush", "George H. W. Bush", "George Bush")
    found = actors(*(article(str(i), f"p:{text}", "c:US") for i, text in enumerate(texts)))
    assert {a.name for a in found.values() if a.kind == "person"} == {*texts}
    assert all(len(a.aliases) == 1 for a in found.values())


def test_two_bin_salmans_stay_two_and_their_name_open():
    found = actors(article("1", "p:Mohammed bin Salman", "p:Khalid bin Salman", "p:bin Salman"))
    assert {(a.name, a.ambiguous) for a in found.values()} == {
        ("Mohammed bin Salman", False),
        ("Khalid bin Salman", False),
        ("bin Salman", True),
    }


@pytest.mark.parametrize("part", ["Assad", "al-Assad"])
def test_a_particle_more_or_less_is_the_same_person(part):
    assert names(article("1", "p:Bashar al-Assad", f"p:{part}")) == {"Bashar al-Assad"}


def test_a_slip_of_the_pen_is_the_person_if_only_one_fits():
    assert names(article("1", "p:Recep Tayyip Erdogan", "p:Erodgan")) == {"Recep Tayyip Erdogan"}
    three = article("1", "p:Recep Erdogan", "p:Bilal Erdogan", "p:Erodgan")
    assert [a.name for a in actors(three).values() if a.ambiguous] == ["Erodgan"]


def test_a_reversed_name_needs_a_country_that_writes_so():
    def people(code: str) -> set[str]:
        one, other = (
            article("1", "p:Moon Jaein", f"c:{code}"),
            article("2", "p:Jaein Moon", f"c:{code}"),
        )
        return {a.name for a in actors(one, other).values() if a.kind == "person"}

    assert len(people("KR")) == 1
    assert len(people("FR")) == 2


def test_without_surnames_every_name_stands_for_itself():
    found = resolve([article("1", "p:Rajnath Singh", "p:Singh")], without={"surnames"})
    assert {a.name for a in found.actors} == {"Rajnath Singh", "Singh"}


def test_without_votes_every_kind_stays():
    articles = [article(str(i), "p:Priebus") for i in range(3)] + [article("3", "o:Priebus")]
    assert {a.kind for a in resolve(articles).actors} == {"person"}
    apart = resolve(articles, without={"votes"})
    assert {a.kind for a in apart.actors} == {"person", "organization"}


def test_a_short_form_takes_the_one_body_of_its_article():
    assert names(article("1", "o:Harvard University", "o:Harvard")) == {"Harvard University"}
    two = actors(article("1", "o:Harvard University", "o:Harvard Corporation", "o:Harvard"))
    assert [a.name for a in two.values() if a.ambiguous] == ["Harvard"]
    assert len(two) == 3
    assert len(names(article("1", "o:Harvard University"), article("2", "o:Harvard"))) == 2


def test_a_body_goes_by_the_name_that_was_printed():
    found = actors(article("1", "o:AK Party", "o:AK Party", "o:AKP"))
    (party,) = found.values()
    assert party.name == "AK Party"
    (court,) = actors(article("1", "o:Supreme Court#KE")).values()
    assert (court.name, court.actor_id) == (
        "Supreme Court (Kenya)",
        "organization:supreme-court:KE",
    )


def test_the_senate_of_a_country_is_one_however_it_is_said():
    found = actors(
        article("1", "o:US Senate"),
        article("2", "o:Senate#US"),
        article("3", "o:Senate of the United States"),
    )
    assert list(found) == ["organization:united-states-senate"]


def test_ministries_of_two_countries_and_none_are_three():
    found = actors(
        article("1", "o:Defence Ministry#IN", "o:Defense Ministry#PK", "o:Defence Ministry")
    )
    assert [a.ambiguous for a in found.values()].count(True) == 1
    assert {i for i, a in found.items() if not a.ambiguous} == {
        "organization:defense-ministry:IN",
        "organization:defense-ministry:PK",
    }


def whose(found: dict[str, Actor], surface: str) -> list[str]:
    """The names of the actors that a surface goes to."""
    return [a.name for a in found.values() if surface in {alias.surface for alias in a.aliases}]


def test_a_title_with_one_name_is_who_has_both():
    text = ("p:Tamim bin Hamad Al Thani@Sheikh", "p:Sheikh Tamim", "p:Tamim")
    assert names(article("1", *text)) == {"Tamim bin Hamad Al Thani"}


@pytest.mark.parametrize(
    "text",
    [
        ("p:Mohammed bin Salman@Crown Prince", "p:King Salman"),
        ("p:William Hague@Foreign Secretary", "p:Prince William"),
        ("p:Tamim bin Hamad Al Thani", "p:Sheikh Tamim"),
        ("p:Francis Ford Coppola", "p:Pope Francis"),
    ],
)
def test_another_title_is_another_person(text):
    assert len(names(article("1", *text))) == 2


def test_a_title_with_a_name_of_two_stays_open():
    found = actors(
        article(
            "1",
            "p:Mohammed bin Zayed@Sheikh",
            "p:Mohammed bin Rashid@Sheikh",
            "p:Sheikh Mohammed",
        )
    )
    assert [a.name for a in found.values() if a.ambiguous] == ["Sheikh Mohammed"]


def test_a_title_with_one_name_is_open_where_another_article_may_mean_the_same():
    full = article("1", "p:Tamim bin Hamad Al Thani@Sheikh")
    found = actors(full, article("2", "p:Sheikh Tamim"), article("3", "p:Pope Francis"))
    assert [a.name for a in found.values() if a.ambiguous] == ["Sheikh Tamim"]


def test_a_king_goes_by_his_number_or_without():
    found = actors(article("1", "p:King Charles III", "p:King Charles", "p:Charles"))
    assert list(found) == ["person:king-charles-iii"]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Sassou Nguesso", "Denis Sassou Nguesso"),
        ("López Obrador", "Andrés Manuel López Obrador"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("Boric", "Gabriel Boric Font"),
        ("Von der Leyen", "Ursula von der Leyen"),
        ("bin Salman", "Mohammed bin Salman Al Saud"),
        ("Ben Gvir", "Itamar Ben Gvir"),
    ],
)
def test_a_part_of_one_name_is_its_person(part, whole):
    found = actors(article("1", f"p:{whole}", f"p:{part}"))
    assert [actor.name for actor in found.values()] == [whole]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Hamad Al Thani", "Tamim bin Hamad Al Thani"),
        ("Zayed", "Mohammed bin Zayed Al Nahyan"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
        ("Trump", "Donald Trump Jr."),
        ("Ali", "Muhammad Ali Jinnah"),
    ],
)
def test_a_father_is_not_his_son_and_a_short_word_nobody(part, whole):
    assert len(actors(article("1", f"p:{whole}", f"p:{part}"))) == 2


def test_an_inner_word_gives_way_to_an_outer_one():
    found = actors(article("1", "p:George Walker Bush", "p:Scott Walker", "p:Walker"))
    assert whose(found, "Walker") == ["Scott Walker"]


def test_the_end_of_two_names_stays_open_in_its_article():
    couple = ("p:Denis Sassou Nguesso", "p:Antoinette Sassou Nguesso", "p:Sassou Nguesso")
    other = article("2", "p:Sassou Nguesso")
    found = actors(article("1", *couple), other)
    assert [a.ambiguous for a in found.values() if a.name == "Sassou Nguesso"] == [False, True]


def test_accents_do_not_tear_a_name():
    text = ("p:Enrique Peña Nieto", "p:Enrique Pena Nieto", "p:Peña Nieto")
    assert len(actors(article("1", *text))) == 1


def couple(*names: str) -> Extraction:
    """An article whose first name shares the surname of the second."""
    found = article("1", *names)
    first, *others = found.mentions
    return replace(found, mentions=(replace(first, rule=SHARED_SURNAME), *others))


def test_a_first_name_before_and_shares_the_surname_behind():
    found = actors(couple("p:Bill", "p:Hillary Clinton", "p:Clinton"))
    assert {(a.name, a.ambiguous) for a in found.values()} == {
        ("Bill Clinton", False),
        ("Hillary Clinton", False),
        ("Clinton", True),
    }


def test_a_title_leaves_the_one_of_a_couple_whom_it_can_mean():
    found = actors(couple("p:Bill", "p:Hillary Clinton@Mrs", "p:Bill Clinton@Mr", "p:Clinton@Mrs"))
    assert whose(found, "Clinton") == ["Hillary Clinton"]


def test_a_hyphen_shows_where_the_family_name_is():
    assert len(actors(article("1", "p:Lee Jae-myung"), article("2", "p:Jae-myung Lee"))) == 1


def test_a_country_anywhere_in_the_article_says_how_names_are_written():
    hungary = article("1", "p:Szijjártó Péter", "p:Peter Szijjarto", "p:Szijjarto", "c:HU")
    assert len(actors(hungary)) == 2
    france = article("1", "p:Szijjártó Péter", "p:Peter Szijjarto", "p:Szijjarto", "c:FR")
    assert len(actors(france)) == 4


def apart(extraction: Extraction) -> Extraction:
    """The same mentions, each in a sentence of its own."""
    mentions = tuple(replace(m, sentence=i) for i, m in enumerate(extraction.mentions))
    sentences = tuple(Sentence(m.start, m.end, "story") for m in mentions)
    return replace(extraction, mentions=mentions, sentences=sentences)


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", "RU"),
        ("Khwaja Asif", "Khawaja Asif", "PK"),
    ],
)
def test_the_country_of_one_sentence_and_of_the_others_article_join_a_spelling(one, other, code):
    beside = article("1", f"p:{one}", f"c:{code}")
    around = apart(article("2", f"p:{other}", f"c:{code}"))
    assert len(actors(beside, around)) == 2
    assert len(actors(apart(beside), around)) == 3
    assert len(actors(beside, apart(article("2", f"p:{other}", "c:FR")))) == 4


def test_two_spellings_of_one_article_are_one():
    text = article("1", "p:Muhammad Yunus", "p:Mohammed Yunus", "p:Yunus")
    assert len(actors(apart(text))) == 1


def test_an_english_country_around_joins_no_spelling():
    found = actors(
        article("1", "p:Brian Williams", "c:US"), apart(article("2", "p:Bryan Williams", "c:US"))
    )
    assert len(found) == 3


@pytest.mark.parametrize("other", ["Shehbaz Sharif", "Nawaz Sherwani"])
def test_a_shared_article_joins_no_other_name(other):
    assert len(actors(article("1", "p:Nawaz Sharif", f"p:{other}", "c:PK"))) == 3


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (["Hamas", "Hamas", "Islamic Resistance Movement"], "Hamas"),
        (["Capitol Hill", "Capitol Hill", "US Congress"], "US Congress"),
        (["AK Party"], "AK Party"),
        (["EU"], "EU"),
        (["EU", "EU", "European Union"], "European Union"),
    ],
)
def test_an_organization_goes_by_the_name_most_like_the_tables_that_was_printed(printed, shown):
    assert names(article("1", *(f"o:{text}" for text in printed))) == {shown}


def test_a_ministry_is_shown_with_its_country_where_that_was_printed():
    found = actors(
        article("1", "o:Foreign Ministry#AZ", "o:Foreign Ministry#AZ"),
        article("2", "o:Ministry of Foreign Affairs of Azerbaijan"),
    )
    assert [a.name for a in found.values()] == ["Ministry of Foreign Affairs of Azerbaijan"]


def test_a_definition_cut_short_is_the_tables():
    pair = (("OAS", "of American States"),)
    one = article("1", "o:Organization of American States", "o:OAS", acronyms=pair)
    assert list(actors(one, article("2", "o:OAS", acronyms=pair))) == [
        "organization:organization-of-american-states"
    ]


def test_a_name_that_the_table_does_not_settle_is_kept_apart_from_the_one_it_may_be():
    found = actors(
        article("1", "o:US National Security Agency"), article("2", "o:National Security Agency")
    )
    assert [a.ambiguous for _, a in sorted(found.items())] == [False, True]
