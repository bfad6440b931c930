"""relmap.stories.templates: texts that look alike and tell of different things."""

from __future__ import annotations

import re
from random import Random

import pytest

_SYLLABLES = [
    "ar",
    "bel",
    "cor",
    "dan",
    "el",
    "fin",
    "gor",
    "hal",
    "jun",
    "kel",
    "lor",
    "mar",
    "nor",
    "pal",
    "quin",
    "tor",
]

RESULTS = """{Co} reports results for the {nth} quarter

{City} — {Co} said on {day} that its profit {rose} {a}.{b} percent in the {nth} quarter, helped by \
strong demand for its {thing}.

Net income was ${c}.{d} million, or {e} cents a share, compared with ${f}.{g} million, or {h} cents \
a share, in the same quarter of last year. Revenue {rose} to ${i} million from ${j} million.

Analysts had on average expected earnings of {k} cents a share on revenue of ${l} million, according \
to a survey of the agency among those who follow the company.

"We are pleased with what our people have achieved in a difficult market," said {First} {Last}, \
chief executive of {Co}. "We will go on investing in {thing} and in the people who make it."

For the full year {Co} now expects revenue between ${m} million and ${n} million. Shares of the \
company closed at ${o}.{p} in {City} on {day}, up {q} percent since the beginning of the year."""

MATCH = """{City} beat {Town} {a}-{b} on {day} night in front of {c},{d} people, and stay in place {e} of \
the table with {f} points from {g} games.

{Last} opened the scoring in minute {h} with a header after a corner by {Other}. {Town} had their \
first chance only after half an hour, when {Third} shot over the bar from {i} metres.

After the break the home side had more of the ball, and {Last} made it two in minute {j}. {Third} \
scored for {Town} with {k} minutes left, but it was too late for the visitors.

"We deserved to win, but we made it harder than it should have been," the coach of {City}, \
{First} {Other}, said after the game. His side now travel to {Place}, while {Town} play at home \
against {Port} on {later}."""

WEATHER = """Weather for {City} and its surroundings

{day} will be {sky} in {City}, with a high of {a} degrees in the afternoon and a low of {b} degrees \
during the night. Winds will come from the {wind} at {c} kilometres an hour, with gusts of up to {d} \
near the coast of {Place}.

The chance of rain is {e} percent in the morning and {f} percent in the evening. The sun rises at \
{g}.{h} and sets at {i}.{j}.

On {later} it will be {cloud} with highs of {k} degrees. The outlook for the rest of the week is for \
more of the same, with temperatures that are usual for the time of the year. Warnings are in force \
for {Town} and {Port}."""

#: Long stretches between what is filled in: names only, and numbers only.
APPOINTED = """At its meeting the board of {Co} has chosen {First} {Last} as head of finance, a post that was \
empty since the spring of last year. The choice was made without dissent, and it takes effect at the \
beginning of the next quarter.

Before that {Last} was at {Third}, in charge of accounting and of relations with investors for some \
years, and had worked for several banks in {City} and abroad.

The chairman called the choice a good one for the company and for those who own it. The terms of the \
contract were not made public, and shares were little changed in early trading after the news."""
REGISTERED = """The office of labour in Port Ellis has published its figures for the month. In all, {a}{b} \
people had no work at its end, among them many who had finished school in the summer and had not yet \
found a place with one of the firms of the town or its surroundings.

The head of the office, Ann Corbet, said to the Ellis Herald that {c}{d} places were open in the shops \
and hotels of the harbour, and that most firms between Port Ellis and Saint Mary looked for cooks and \
drivers rather than for clerks, as in all years before.

Of those without work {e}{f} had been so for more than a year. The office of Saint Mary will give its \
own figures later in the week, the one of Lower Marsh as always on the last day of the month."""

NAMED = ("City", "Town", "Place", "Port", "First", "Last", "Other", "Third")
CASTING = {
    "nth": ["first", "second", "third", "fourth"],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    "later": ["Saturday", "Sunday"],
    "rose": ["rose", "fell"],
    "thing": [
        "pumps",
        "valves",
        "software",
        "tyres",
        "paint",
        "bearings",
        "lamps",
        "engines",
        "seeds",
        "glass",
    ],
    "sky": ["sunny", "cloudy", "wet", "windy", "dry", "foggy"],
    "cloud": ["cloudy", "clear", "grey"],
    "wind": ["north", "south", "east", "west", "northwest", "southeast"],
}


def name(chance: Random) -> str:
    """A name that hardly comes twice, of one word or two."""
    made = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 3))).capitalize()
    return f"{made} {name(chance)}" if chance.random() < 0.2 else made


def filled(template: str, seed: int) -> str:
    """The report that a template makes of one event."""
    chance = Random(seed)
    slots = {"Co": f"{name(chance)} {chance.choice(['Corp', 'Group', 'Holdings', 'AG'])}"}
    slots |= {slot: name(chance) for slot in NAMED}
    slots |= {slot: chance.choice(words) for slot, words in CASTING.items()}
    slots |= {slot: str(chance.randint(2, 99)) for slot in "abcdefghijklmnopq"}
    return template.format(**slots)


def reworded(text: str, seed: int) -> list[str]:
    """The sentences, a word that is no name changed in every third."""
    chance = Random(seed)
    made = []
    for number, sentence in enumerate(re.split(r"(?<=[.!?])\s+", text)):
        words = sentence.split()
        plain = [at for at, word in enumerate(words) if re.fullmatch("[a-z]{3,}", word)]
        if number % 3 == 0 and plain:
            words[chance.choice(plain)] = "otherwise"
        made.append(" ".join(words))
    return made


ALL = pytest.mark.parametrize(
    "template", [RESULTS, MATCH, WEATHER], ids=["results", "match", "weather"]
)


@ALL
@pytest.mark.parametrize("reports", [2, 4, 10, 100, 200])
def test_reports_from_one_template_are_not_copies(desk, template: str, reports: int) -> None:
    assert desk.stories({number: filled(template, number) for number in range(reports)}) == []


@pytest.mark.parametrize("template", [APPOINTED, REGISTERED], ids=["names", "numbers"])
def test_a_few_names_or_numbers_are_enough_when_all_differ(desk, template: str) -> None:
    for seed in range(0, 80, 4):
        assert desk.stories({n: filled(template, n) for n in range(seed, seed + 4)}) == []
    text = filled(template, 3)
    assert desk.stories({0: text, 1: " ".join(reworded(text, 3))}) == [[0, 1]]


@ALL
def test_no_pair_of_reports_is_a_copy(desk, template: str) -> None:
    for seed in range(0, 80, 2):
        assert desk.stories({n: filled(template, n) for n in (seed, seed + 1)}) == []


@ALL
def test_copies_of_a_report_are_found_among_others_from_its_template(
    press, desk, template: str
) -> None:
    texts = {number: filled(template, number) for number in range(40)}
    texts |= {100 + number: " ".join(reworded(texts[number], number)) for number in range(10)}
    cut = {number: reworded(texts[number], number) for number in range(10, 20)}
    texts |= {100 + n: " ".join(some[: len(some) // 2 + 2]) for n, some in cut.items()}
    framed = {number: reworded(texts[number], number) for number in range(20, 30)}
    texts |= {
        100 + n: " ".join([*press.article(n, 1), *some, *press.article(n + 500, 3)])
        for n, some in framed.items()
    }
    assert desk.stories(texts) == [[number, 100 + number] for number in range(30)]


@ALL
def test_where_no_capitals_tell_names_numbers_do(desk, template: str) -> None:
    assert desk.stories({number: filled(template, number).lower() for number in range(10)}) == []


@ALL
def test_a_later_toll_and_another_spelling_stay_a_copy(desk, template: str) -> None:
    text = filled(template, 3)
    names = re.findall(r"(?<=[a-z] )[A-Z][a-z]+", text)
    later = text.replace(names[0], "Otherwise", 1).replace(re.findall(r"\d+", text)[-1], "555")
    assert later != text
    assert desk.stories({0: text, 1: later}) == [[0, 1]]


def test_a_passage_put_in_the_place_of_another_does_not_count(press, desk) -> None:
    # Forty words with numbers: a box that each paper fills with its own.
    def box(seed: int) -> str:
        chance = Random(seed)
        return " ".join(f"{press.word(chance)} {chance.randint(100, 999)}" for _ in range(20))

    story = press.article(1, 16)
    texts = {n: press.text([*story[:8], box(n), *story[8:]]) for n in (0, 1)}
    assert desk.stories(texts) == [[0, 1]]


def test_words_replaced_everywhere_make_another_text(press, desk) -> None:
    # Neither capitals nor digits: a form in a script without them, two words filled in a line.
    def report(seed: int) -> str:
        chance = Random(seed)
        lines = [line.lower().split() for line in press.article(5, 12)]
        for words in lines:
            words[5], words[11] = (f"{press.word(chance)}{press.word(chance)}q" for _ in range(2))
        return " ".join(" ".join(words) for words in lines)

    assert desk.stories({number: report(number) for number in range(6)}) == []


WIRE = [
    "The ministers of Estonia and Latvia said in Tartu on Thursday that they had settled their "
    "quarrel over fishing rights in the Gulf of Riga.",
    "Boats from both shores had blocked the harbour of Ainazi for nine days, after quotas for "
    "herring were cut for the third time since 2019.",
    "Every catch is now to be weighed in the port where it is landed, and skippers have to send "
    "their position twice a day until they are home again.",
    "Kadri Tamm, who speaks for the fishermen of Saaremaa, called it a truce rather than a peace "
    "and asked for help with the price of fuel.",
    "A committee will look at the rules again in spring, when the institute in Jurmala has counted "
    "how many young fish the winter left.",
]
ANEW = (
    "Landings are to be put on a scale at the quay, while a small sender on board tells the "
    "coastguard by satellite where each vessel is at noon."
)
TOLL = (
    "MANILA - A ferry with 12 passengers sank and 30 were missing off Cebu on Monday, officers "
    "said. The boat left Danao at 9 in the morning. Captain Rey Lim said 5 of the crew had been "
    "held. The toll might rise, as 8 of those who were saved lay in a grave state in the Vicente "
    "Hospital. Schools on the island will stay closed for some days, and the coastguard has been "
    "asked to search the waters as far as the strait and the small islands beyond it."
)


def test_a_sentence_written_anew_stays_a_copy(desk) -> None:
    again = [*WIRE[:2], ANEW, *WIRE[3:]]
    texts = {0: "\n".join(WIRE), 1: "\n".join(again)}
    assert desk.stories(texts) == [[0, 1]]
    assert desk.stories({key: text.lower() for key, text in texts.items()}) == [[0, 1]]


@pytest.mark.parametrize("every", [8, 9])
def test_a_word_edited_in_every_line_stays_a_copy(desk, every: int) -> None:
    words = " ".join(WIRE).split()
    edited = [f"edited{at}" if at % every == 5 else word for at, word in enumerate(words)]
    assert desk.stories({0: " ".join(words), 1: " ".join(edited)}) == [[0, 1]]


def test_a_later_toll_in_three_numbers_stays_a_copy(desk) -> None:
    later = (
        TOLL.replace("12 pass", "19 pass").replace("30 were", "44 were").replace("8 of", "11 of")
    )
    assert desk.stories({0: TOLL, 1: later}) == [[0, 1]]


def test_blanks_close_to_each_other_are_no_sentence_written_anew(desk) -> None:
    form = (
        "In the list of the league that came out after the weekend the first is still the same as "
        "the week before, with {} ahead of {} by far, then {} from the north, {} and behind both {}, while all of "
        "the others have lost at least a game and will have to wait until the winter is over before "
        "they can hope to come closer to those who lead, as the office of the league has written."
    )
    for seed in range(20):
        chance = Random(seed)
        lists = [form.format(*(name(chance) for _ in range(5))) for _ in range(2)]
        assert desk.stories(dict(enumerate(lists))) == []


EARNINGS = (
    "{Co} said on Tuesday that its profit rose {a} percent to ${b} million in the quarter. A share "
    "earned {c} cents, more than those who follow the company had thought. Sales came to ${d}.{e} "
    "billion in the period, and {Co} now hopes for ${f}.{g} to ${h}.{i} a share in the whole year. "
    "Its shares have climbed {j} percent since January, and in the last minutes on Wall Street "
    "they stood at ${k}.{l}, which is {m} percent above what they cost a year ago."
)
CLOSING = (
    "Stocks closed higher on Wall Street on Tuesday. The Standard index rose {a}.{b} points, or "
    "1.{c} percent, to 4,{d}{e}. The Dow Jones average fell {f}.{g} points, or 0.{h} percent, to "
    "33,{i}{j}. The Nasdaq fell {k}.{l} points, or 1.{m} percent, to 13,{n}{o}. For the week the "
    "Dow is up by 6 points, and for the year by more than it has been since the spring of 2021."
)


@pytest.mark.parametrize("form", [EARNINGS, CLOSING], ids=["earnings", "closing"])
def test_numbers_are_compared_blank_by_blank(desk, form: str) -> None:
    # Nearly all numbers from 2 to 99 stand somewhere in either text, and the same places are named.
    assert desk.stories({seed: filled(form, seed) for seed in range(40)}) == []


def test_a_name_that_begins_a_sentence_is_one(desk) -> None:
    form = (
        "The hosts beat their guests by two goals to one on Saturday and climb to the third place. "
        "{First} opened the scoring in the first half with a low shot from the edge of the area. "
        "{Last} had a chance to level before the break but failed to take it, as so often this "
        "year. {Other} made it two when a corner fell to his feet. {Third} came in late and scored "
        "after a mistake in the back. Both play again in the middle of next week."
    )
    assert desk.stories({seed: filled(form, seed) for seed in range(20)}) == []
    text = filled(form, 3)
    assert desk.stories({0: text, 1: " ".join(reworded(text, 3))}) == [[0, 1]]
    edited = text.replace("The hosts", "Those at home").replace("Both", "They")
    assert desk.stories({0: text, 1: edited}) == [[0, 1]]


def test_a_later_count_above_the_same_report_stays_a_copy(press, desk) -> None:
    def count(seed: int) -> str:
        chance = Random(seed)
        lines = (f"With more than {chance.randint(100, 999)} of the votes counted in the town of "
                 f"{town} the party has taken most of them." for town in "ABCDEFGH")  # fmt: skip
        return " ".join(lines)

    # What stays the same has numbers too.
    report = press.text(
        ["In 2019 the turnout was 61 percent, in 2015 it was 58.", *press.article(3, 30)]
    )
    texts = {seed: f"{count(seed)}\n\n{report}" for seed in range(2)}
    assert desk.stories(texts) == [[0, 1]]
    assert desk.stories({seed: count(seed) for seed in range(2)}) == []
