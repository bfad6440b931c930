"""relmap.stories.groups: articles that carry the same text, and which of them stands for a story."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relmap.stories import group_stories, sketch

CHINESE = (
    "外交部长周三在北京会见来访的代表团双方就粮食出口协议进行了长时间的讨论但是没有达成任何结果"
)
THAI = "รัฐมนตรีว่าการกระทรวงการต่างประเทศพบกับคณะผู้แทนที่กรุงเทพเมื่อวันพุธเพื่อหารือเรื่องการส่งออกข้าว"


def planted(press) -> tuple[dict[int, str], list[list[int]]]:
    """Thirty articles, ten of them in six prints; beside them the stories that there are."""
    texts: dict[int, str] = {}
    told = []
    for seed in range(30):
        article = press.article(seed)
        texts[seed] = press.text(article)
        if seed % 3:
            continue
        frame = press.article(1000 + seed % 9, 3)
        prints = [
            article,
            press.changed(article, seed),
            article[:11],
            [*frame, *article, *frame],
            [*frame, *press.changed(article, seed + 1)[:13], *frame],
        ]
        texts |= {100 + 10 * seed + nth: press.text(each) for nth, each in enumerate(prints)}
        told.append([seed, *range(100 + 10 * seed, 105 + 10 * seed)])
    return texts, told


def test_planted_copies_are_found_and_nothing_else(press, desk) -> None:
    texts, told = planted(press)
    assert desk.stories(texts) == told


def test_every_article_has_a_story(press, desk) -> None:
    texts, told = planted(press)
    grouped = desk.group(texts)
    assert grouped.keys() == texts.keys()
    copied = {key for keys in told for key in keys}
    assert all(grouped[key] == key for key in texts.keys() - copied)


def test_only_candidates_are_read_and_few_at_once(press, desk) -> None:
    texts = {number: press.text(press.article(number)) for number in range(400)}
    assert desk.stories(texts) == []
    assert desk.asked == []
    texts |= {1000 + number: texts[number] for number in range(400)}
    assert len(desk.stories(texts)) == 400
    assert max(map(len, desk.asked)) <= 256


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False))
def test_neither_order_nor_keys_decide(press, chance: Random) -> None:
    texts, told = planted(press)
    keys = list(texts)
    renamed = dict(zip(keys, chance.sample(range(10_000), len(keys)), strict=True))
    named = {number: key for key, number in renamed.items()}
    grouped = group_stories(
        ((renamed[key], sketch(texts[key])) for key in chance.sample(keys, len(keys))),
        lambda some: {number: texts[named[number]] for number in some},
    )
    expected = {renamed[key]: renamed[key] for key in keys}
    for story in told:
        expected |= dict.fromkeys((renamed[key] for key in story), min(renamed[k] for k in story))
    assert grouped == expected


SHORT = st.sampled_from(["", "—", "War", "war!", "Talks fail", "Talks on grain fail again today"])


@settings(deadline=None)
@given(st.lists(SHORT | st.text(max_size=30), max_size=12))
def test_the_very_same_text_is_always_one_story(texts: list[str]) -> None:
    grouped = group_stories(
        ((number, sketch(text)) for number, text in enumerate(texts)),
        lambda keys: {key: texts[key] for key in keys},
    )
    assert list(grouped) == list(range(len(texts)))
    for number, text in enumerate(texts):
        assert grouped[number] == grouped[texts.index(text)]
        assert grouped[grouped[number]] == grouped[number] <= number


def live_page(press, version: int) -> str:
    """A page of six pieces, of which each version drops the last and sets a new one on top."""
    return press.text(
        [s for piece in range(version + 5, version, -1) for s in press.article(piece, 5)]
    )


def test_a_live_page_is_not_one_story_from_its_first_version_to_its_last(press, desk) -> None:
    texts = {version: live_page(press, version) for version in range(30)}
    stories = desk.stories(texts)
    assert stories
    for story in stories:
        head = [at for at in story if all(desk.stories({0: texts[at], 1: texts[n]}) for n in story)]
        assert head, "no version of these has all others as copies"
        assert max(story) - min(story) < 10


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False))
def test_order_does_not_decide_how_a_chain_is_cut(press, chance: Random) -> None:
    texts = [live_page(press, version) for version in range(12)]
    order = chance.sample(range(12), 12)

    def stories(keys) -> set[frozenset[int]]:
        told = group_stories(
            ((at, sketch(texts[key])) for at, key in enumerate(keys)),
            lambda some: {at: texts[keys[at]] for at in some},
        )
        return {frozenset(keys[at] for at in told if told[at] == head) for head in told.values()}

    assert stories(order) == stories(list(range(12)))


def test_copies_of_a_copy_are_copies_of_the_whole(press, desk) -> None:
    # Each is cut elsewhere: the whole stands for all of them.
    article = press.article(1, 30)
    cuts = [article, article[:14], article[5:], press.changed(article[:13], 4)]
    assert desk.stories(dict(enumerate(map(press.text, cuts)))) == [[0, 1, 2, 3]]


@pytest.mark.parametrize("articles", [4, 12, 90])
def test_a_footer_of_an_outlet_does_not_join_its_articles(press, desk, articles: int) -> None:
    footer = press.article(999, 8)
    texts = {n: press.text([*press.article(n, 10 + n % 9), *footer]) for n in range(articles)}
    # A page that failed to load but for the footer must not join them either.
    texts |= {500: press.text(footer), 501: press.text(footer)}
    assert desk.stories(texts) == [[500, 501]]


def test_a_copy_is_found_beside_a_footer_of_its_outlet(press, desk) -> None:
    footers = [press.article(998, 8), press.article(999, 8)]
    texts = {n: press.text([*press.article(n), *footers[n % 2]]) for n in range(80)}
    texts |= {100 + n: press.text([*press.article(n), *footers[(n + 1) % 2]]) for n in range(5)}
    assert desk.stories(texts) == [[n, 100 + n] for n in range(5)]


def test_a_story_that_more_than_a_crowd_prints_is_one(press, desk) -> None:
    article = press.article(1)
    texts = {n: press.text(press.changed(article, n)) for n in range(90)}
    texts |= {100 + n: press.text(press.changed(article, n)[:12]) for n in range(20)}
    texts |= {200 + n: press.text(press.article(n + 2)) for n in range(20)}
    assert desk.stories(texts) == [[*range(90), *range(100, 120)]]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(chance=st.randoms(use_true_random=False), digests=st.integers(1, 3))
def test_a_digest_does_not_part_the_prints_of_a_story(press, chance: Random, digests: int) -> None:
    # Which text comes first is no matter: a digest is a copy of none of the prints.
    article, printed = press.article(1), 70
    texts = [press.text([*press.article(100 + n, 1), *article]) for n in range(printed)]
    texts += [
        press.text([*press.article(200 + n, 36), *article, *press.article(300 + n, 36)])
        for n in range(digests)
    ]
    order = chance.sample(range(len(texts)), len(texts))
    told = group_stories(
        ((at, sketch(texts[key])) for at, key in enumerate(order)),
        lambda some: {at: texts[order[at]] for at in some},
    )
    assert len({told[at] for at, key in enumerate(order) if key < printed}) == 1
    assert len(set(told.values())) == 1 + digests


def test_lists_of_headlines_are_not_copies_of_each_other(press, desk) -> None:
    headlines = [press.article(number, 1)[0] for number in range(60)]
    texts = {day: press.text(headlines[5 * day : 5 * day + 10]) for day in range(10)}
    # Half of yesterday's list is today's, in another order: no two lists tell the same story.
    shuffled = {day: "\n".join(sorted(text.split("\n\n"))) for day, text in texts.items()}
    stories = desk.stories({day: shuffled[day] for day in range(0, 10, 2)})
    assert stories == []


@pytest.mark.parametrize("alphabet", [CHINESE, THAI], ids=["Chinese", "Thai"])
def test_scripts_without_blanks(desk, alphabet: str) -> None:
    def article(seed: int, sentences: int = 20) -> list[str]:
        chance = Random(seed)
        return ["".join(chance.choices(alphabet, k=30)) for _ in range(sentences)]

    texts = {number: "。".join(article(number)) for number in range(20)}
    copied = article(0)
    changed = [s[:9] + "另外" + s[11:] if n % 3 == 0 else s for n, s in enumerate(copied)]
    texts |= {100: "。".join(changed), 101: "。".join(copied[:9])}
    texts |= {102: "。".join([*article(77, 2), *copied, *article(78, 2)])}
    assert desk.stories(texts) == [[0, 100, 101, 102]]


@pytest.mark.parametrize(
    "letters",
    ["абвгдежз", "ابتثجحخد", "कखगघचछजझ", "가나다라마바사", "αβγδεζηθ"],
    ids=["Russian", "Arabic", "Hindi", "Korean", "Greek"],
)
def test_scripts_with_blanks(desk, letters: str) -> None:
    def article(seed: int) -> str:
        chance = Random(seed)
        return " ".join("".join(chance.choices(letters, k=4)) for _ in range(200))

    texts = {number: article(number) for number in range(10)}
    texts |= {100: article(3)[: len(article(3)) // 2]}
    assert desk.stories(texts) == [[3, 100]]
