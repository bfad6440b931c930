"""Sentences with gaps for names: no gap to four, for any kind of actor, and words around them."""

from __future__ import annotations

import re

#: By the number of names; {0} to {3} are names, {t} is what the story is about.
SENTENCES: tuple[tuple[str, ...], ...] = (
    (
        "The next round is planned for the end of the month.",
        "No date has been set for a decision on {t}.",
        "Shops stayed closed and buses ran half empty.",
        "Prices in the capital rose again last week.",
        "Two earlier attempts had come to nothing.",
        "Witnesses spoke of long queues and little information.",
        "The documents on {t} run to more than three hundred pages.",
        "A second reading is expected before the summer break.",
        "Local reporters were kept outside the building.",
        "The figures could not be checked independently.",
        "Rain delayed the arrival of the delegation by several hours.",
        "What was agreed on {t} remains under seal.",
        "Critics call the timetable far too short.",
        "About forty people were still waiting late in the evening.",
        "The matter has divided the coalition for a year.",
        "A similar dispute was settled out of court two years ago.",
    ),
    (
        "{0} declined to comment on {t}.",
        "According to {0}, {t} will take another month.",
        "{0} had warned of this in the spring.",
        "Much will depend on how {0} reads {t}.",
        "{0} said there was no reason to hurry.",
        "A draft seen by reporters leaves {t} to {0}.",
        "The statement of {0} was three sentences long.",
        "{0} rejected the criticism as unfounded.",
        "For {0} the week ends with an awkward question about {t}.",
        "Observers expect {0} to answer within days.",
        "{0} has spent years preparing {t}.",
        "The decision caught {0} by surprise.",
        "In the evening {0} published a correction.",
        "Nobody has done more for {t} than {0}.",
        "Support for {0} has fallen in two recent surveys.",
        "{0} called {t} a matter of trust.",
        "The last word on {t} lies with {0}.",
        "Questions about {t} follow {0} everywhere.",
    ),
    (
        "{0} and {1} agreed to go on talking about {t}.",
        "{0} accused {1} of holding up {t}.",
        "{0} met {1} behind closed doors.",
        "A letter from {0} to {1} names three conditions.",
        "{0} thanked {1} for the help with {t}.",
        "Neither {0} nor {1} wanted to speak about {t}.",
        "The talks between {0} and {1} broke off before midnight.",
        "{0} asked {1} for an explanation.",
        "{0} will not sign unless {1} changes its mind on {t}.",
        "Relations between {0} and {1} had been cool for months.",
        "{0} told {1} that {t} could not wait.",
        "With {0} on one side and {1} on the other, {t} stalled.",
        "{0} praised the way in which {1} had handled {t}.",
        "On the sidelines {0} spoke with {1} for almost an hour.",
        "{0} denied having promised {t} to {1}.",
        "What {0} calls a misunderstanding is, for {1}, a breach of contract.",
        "{0} turned to {1} after {t} had failed.",
        "{0} published a report that blames {1} for {t}.",
        "Money from {0} reached {1} in the autumn.",
        "{0} and {1} blamed each other.",
    ),
    (
        "{0} and {1} asked {2} to help with {t}.",
        "{0} said that {1} and {2} had to settle {t} first.",
        "At the table sat {0}, {1} and {2}.",
        "{0} offered to mediate between {1} and {2}.",
        "{0} welcomed the step, while {1} and {2} had doubts.",
        "The plan of {0} would bind {1} as well as {2}.",
        "{0} warned {1} not to leave {t} to {2}.",
        "After {0} had left, {1} spoke with {2} alone.",
        "{0}, {1} and {2} signed a memorandum on {t}.",
        "{0} learned of {t} from {1}, not from {2}.",
        "{0} wants {1} at the table, but {2} is against it.",
        "Lawyers of {0} met those of {1} in an office of {2}.",
        "A call from {0} to {1} also touched on {2} and on {t}.",
        "Like {0}, {1} sees {2} at fault.",
    ),
    (
        "{0}, {1}, {2} and {3} took part in the meeting.",
        "{0} and {1} want to decide on {t} before {2} and {3} do.",
        "{0} asked {1} to bring {2} and {3} together.",
        "The paper names {0}, {1}, {2} and, in a footnote, {3}.",
        "While {0} and {1} argued about {t}, {2} quietly turned to {3}.",
        "{0} spoke for {1}, {2} for {3}.",
        "{0} said {1} owed {2} an answer, and {3} agreed.",
        "Observers from {0} and {1} were joined by {2} and {3}.",
    ),
)

#: Before a sentence, in about one of three.
LEADS = (
    "On Monday, ", "On Tuesday, ", "On Wednesday, ", "On Thursday, ", "On Friday, ",
    "A day earlier, ", "Later, ", "In private, ", "By noon, ", "Once again, ", "For now, ",
    "Two weeks ago, ", "Before the vote, ", "In a short note, ", "As expected, ",
)  # fmt: skip

#: Headlines; {0} and {1} are names.
HEADLINES = (
    "{0} and {1} at odds over {t}",
    "{0} seeks help from {1} on {t}",
    "What {0} wants from {1}",
    "New doubts about {t} for {0} and {1}",
    "{0} answers {1} on {t}",
    "{0}, {1} and the question of {t}",
    "Why {t} worries {0} and {1}",
    "{0} waits for {1}",
)

#: The words of outlets' names.
TOWNS = (
    "Harbour", "Northfield", "Meridian", "Lakeside", "Old Town", "Continental", "Riverside",
    "Eastern", "Highland", "Coastal", "Capital", "Union Square", "Granite", "Southern", "Midland",
    "Delta", "Island", "Prairie", "Cathedral", "Westgate", "Valley", "Morning", "Evening", "Sunday",
)  # fmt: skip
PAPERS = (
    "Courier", "Ledger", "Dispatch", "Observer", "Gazette", "Chronicle", "Examiner", "Sentinel",
    "Record", "Monitor", "Post", "Tribune", "Review", "Argus", "Mercury", "Star",
)  # fmt: skip
AGENCIES = ("Meridian Wire", "Continental News Agency", "Harbour Press Agency", "Eastern Wire")

Pieces = tuple[str | int, ...]
_GAP = re.compile(r"\{(\w)\}")


def cut(sentence: str) -> Pieces:
    """A sentence as its words and, between them, the numbers of its gaps; -1 is the topic."""
    parts = _GAP.split(sentence)
    return tuple(
        (-1 if part == "t" else int(part)) if place % 2 else part
        for place, part in enumerate(parts)
        if part
    )


PIECES = tuple(tuple(cut(sentence) for sentence in some) for some in SENTENCES)
HEADLINE_PIECES = tuple(cut(headline) for headline in HEADLINES)
