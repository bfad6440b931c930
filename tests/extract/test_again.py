"""Further places of a person: where a part of a full name stands again, and where it is something else."""

from __future__ import annotations

from relmap.extract.again import Surnames


def test_a_surname_is_found_again_where_the_model_is_silent(names):
    text = (
        "Prime Minister Narendra Modi spoke first.\n\nDuring the talks, Modi and Patrushev agreed."
    )
    assert names(text, "person")[:2] == ["Narendra Modi", "Modi"]


def test_a_surname_inside_a_longer_name_is_not_the_person(names):
    text = "Indira Gandhi was born here.\nPlanes land at Gandhi International Airport."
    assert names(text, "person") == ["Indira Gandhi"]


def test_surnames_leave_out_single_words():
    parts = Surnames.of(["Wang Yi", "Putin"])
    assert (parts.full, parts.first, parts.last) == ({"Wang Yi"}, {"Wang"}, {"Yi"})


def test_a_part_of_a_name_is_no_other_body(names):
    text = "Wang Xiaohong arrived. Later Wang left for the airport."
    assert names(text, "organization") == []
    assert names(text, "person") == ["Wang Xiaohong", "Wang"]
