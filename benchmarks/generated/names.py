"""Invented people's names: given names in use, surnames put together, no two of them one spelling.

relmap joins spellings whose consonants agree ("Sergei", "Sergey"). No two given names and no two
surnames of a culture have the same consonants here, so every generated name is one person's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from math import gcd

from relmap.actors.spelling import skeleton


@dataclass(frozen=True, slots=True)
class Culture:
    """Given names, and the parts that surnames are made of: one of each, in this order."""

    given: str
    first: str
    middle: str
    last: str


CULTURES = {
    "slavic": Culture(
        "Marek Bohdan Vesna Iryna Taras Milena Radko Zlata Goran Dusan Ludmila Stanimir Oksana "
        "Pavlo Jadwiga Kazimierz Vlasta Tihomir Nadezhda Yaropolk Snezana Borislav Halina Lubomir",
        "Dol Kar Mar Vel Tur Bran Zag Ost Prel Grib Hor Lesk Mor Nav Pod Rad Sol Stan Tver Vor Yaz "
        "Zim Chern Drob Fel Gal Kost Lub Malk Obr",
        "an ov en ik ul av ar osh et im ud ast",
        "ski enko ic ov ak yuk evsky ar ov chuk inov enka",
    ),
    "arab": Culture(
        "Amina Tariq Nadia Faisal Rashida Khalil Samira Mounir Zaynab Walid Bushra Ibtisam Jamal "
        "Fadwa Qasim Hanan Marwan Nizar Suhaila Yasmin Bilal Lubna Ghassan Thuraya",
        "Qab Haddar Nass Khour Shar Bak Zarq Mans Far Tam Ghaz Hij Sab Wad Jabr Karm Lah Mut Najj "
        "Rif Sul Thab Ubay Yaf Dar Fakh Hamm Azm Bish Tuwayj",
        "al a ib ar an ur id am il ah uf aw",
        "i ani ri wi di mi shi bi ti fi zi ji",
    ),
    "persian": Culture(
        "Darius Shirin Farhad Parvin Kamran Mahnaz Bijan Soraya Rustam Gulnara Timur Aigerim "
        "Nursultana Zarina Bahram Laleh Yusufjon Mehrdad Azamat Dilnoza Ilham Sevda Orkhan Nilufar",
        "Ard Bakht Dehq Esfand Farz Golb Jav Kerm Mehr Nour Qash Raz Sar Tabr Zand Abd Kar Rahm "
        "Tosh Usm Yuld Hamd Shod Mirz Bek Dav Oldj Pirm Samg Val",
        "an ab iz ar o el am ush at im ul ad",
        "zadeh pour ian nejad ov yev li beg far oglu var shah",
    ),
    "southasian": Culture(
        "Ananya Vikram Shabnam Ranjit Priyanka Harish Kavita Mohsin Tanvir Nirupama Suresh Lakshmi "
        "Dinesh Farzana Gopal Meenakshi Chandrika Imtiaz Roshan Sunita Prakash Jayanti Ujjwal Bhavna",
        "Bhand Chakr Deshm Gup Harit Jhav Khand Lodh Mehr Nair Pand Ragh Sengh Thak Upad Vard Wick "
        "Yash Bisw Cher Dutt Gaut Kulk Malh Pill Rath Sahg Tripp Zaf Ghosh",
        "ar ava ekh ik al on uv ad ir ast anj ol",
        "kar pal war nath rao yan ani wala das jit singhe mani",
    ),
    "eastasian": Culture(
        "Haoran Meiling Jianguo Xiaoyan Takumi Haruka Kenjiro Sachiko Minjun Seoyeon Jihoon "
        "Eunbyul Weimin Lifang Zhiqiang Kaito Naoko Shinji Dongwook Hyejin Guowei Ruolan Tomoko Baolin",
        "Kam Nish Har Tak Mats Yosh Fuj Ish Kob Shim Naka Oku Sak Tsu Wat Hay Mor Kur Hir Yam "
        "Zhen Qiu Xian Guan Cheong Bae Hwang Noh Liang Tong",
        "a o i u ama ino ashi era obu uki ita ota",
        "moto da guchi ba saki no shita hara be kawa zawa mizu",
    ),
    "seasian": Culture(
        "Somchai Nurul Wahyuni Bambang Thuy Khoa Rizal Dewanti Aung Thida Phirun Sokha Ligaya Anjelo "
        "Suharti Kasem Malee Pranee Budiman Ferdinanda Intan Tuan Zulkifli Marisol",
        "Sant Wid Prat Suw Kusn Har Mang Dat Bal Tol Rat Chan Phon Sri Vong Keo Nay Than Lim Pang "
        "Cab Gat Lac Mac Pun Sar Tang Vil Yap Sulis",
        "a ang i en or ul ap anu ot ir ay um",
        "wan to chai pong yan sak kul tong han lim mara nila",
    ),
    "latin": Culture(
        "Joaquin Ximena Ramiro Lucila Esteban Graciela Thiago Beatriz Fernanda Rodrigo Valentina "
        "Emilio Paloma Aurelio Catarina Gonzalo Ignacia Leandro Mercedes Nestor Ofelia Salvador "
        "Tomasa Bernardo",
        "Alc Barr Cald Del Esp Font Guerr Herm Iturr Jar Lozad Mend Navarr Oliv Pald Quint Ribeir "
        "Sand Tav Urrut Vald Zab Bust Carv Duart Fajard Gald Mont Penal Sot",
        "a e o al er an in or ur is ad ol",
        "no do res nes vez tes ra goza leta mar que veira",
    ),
    "anglo": Culture(
        "Rosalind Desmond Harriet Callum Imogen Trevor Bridget Alistair Winifred Douglas Philippa "
        "Gareth Maureen Kenneth Lorraine Gregory Heather Malcolm Yvonne Clifford Sheila Roderick "
        "Tabitha Nigel",
        "Ash Brad Cald Dray Elling Fair Grims Hather Inger Kings Lang Mar Nor Oak Pem Rad Shel "
        "Thorn Under Wex Black Crans Dun Farn Hols Lead Med Pres Stan Whit",
        "ing er al en ow or a il um es an ar",
        "ton ford ley worth by wick combe bury field stead ham dale",
    ),
    "french": Culture(
        "Aurelien Mathilde Thibault Solange Baptiste Josephine Etienne Clotilde Gaspard Veronique "
        "Lucien Odile Mamadou Aissatou Ousmane Fatoumata Kouassi Adjoa Seydou Mariama Bertrand "
        "Delphine Raoul Sidonie",
        "Beau Cham Del Fon Gran Haut Lam Mont Per Ross Saint Tour Vau Bel Dia Kon Sang Tra Coul "
        "Dem Fof Ked Nia Oued Sor Tapl Zong Brem Carp Gour",
        "a e in ou er i al an o et ar ill",
        "gnon court lier mard dier bert neau tet ra bo go champ",
    ),
    "african": Culture(
        "Chidi Ngozi Kwame Wanjiru Thabo Nomvula Juma Achieng Babajide Temitope Lerato Sipho Mutua "
        "Zawadi Obinna Folake Tendai Rutendo Abebe Tigist Mwangi Halima Kagiso Uchenna",
        "Ade Oku Mbo Nda Oti Kip Wam Muth Nya Kam Chi Zul Mok Dla Sith Ban Tek Mul Gir Wol Tes "
        "Bek Ogu Ify Ekw Lum Mas Kag Nku Rwe",
        "la bi ke ro ma ni wa ru to ga se du",
        "no ka ngo le ri mba ya ku ti dze wi lo",
    ),
    "nordic": Culture(
        "Ingrid Torsten Sigrun Halvard Annika Leopold Mechthild Joachim Friedrich Wilhelmina Katrin "
        "Rutger Liesbeth Matthias Greta Eskil Birgitta Anders Solveig Konstantin Hedwig Ulrich "
        "Jorunn Pieter",
        "Brand Dahl Eke Falk Gran Hag Isak Kirk Lind Moll Nord Ols Rosen Sand Torn Vest Wald Zimm "
        "Berg Drey Eich Frey Grun Holt Klein Loh Oster Reich Stein Vogel",
        "en er a el in al um ar o es ing ol",
        "berg gaard mann stad dorf vik stein bach hoff rup feld lund",
    ),
    "southern": Culture(
        "Giacomo Eleni Stavros Fiorella Katerina Massimo Ludovica Dimitra Ottavio Despina Agron "
        "Mirela Vasile Ileana Cosmin Ruxandra Besnik Teuta Filippa Leandros Zsofia Gergely Ildiko Bence",
        "Pap Kar Mont Bell Ferr Gall Mar Vern Stav Theod Koul Drag Ion Pop Rus Vas Hox Kral Berish "
        "Szab Nem Tak Lor Cav Dimitr Fab Ann Salv Zan Trif",
        "a i o e an al er in ar ul on et",
        "poulos idis etti ini escu eanu aj li ucci akis ossi mori",
    ),
}  # fmt: skip


class Names:
    """All names of one culture, by number; numbers that follow each other share no surname.

    Surnames have one middle part, and with `many` some have two: 12 times as many names.
    """

    def __init__(self, culture: str, *, many: bool = False) -> None:
        parts = CULTURES[culture]
        self.given = _distinct(parts.given.split())
        first, middle, last = parts.first.split(), parts.middle.split(), parts.last.split()
        made = chain(
            product(first, middle, last), product(first, middle, middle, last if many else ())
        )
        self.surnames = _distinct("".join(each) for each in made)
        self.count = len(self.given) * len(self.surnames)
        self._step = next(
            step
            for step in range(int(self.count * 0.618), self.count)
            if gcd(step, self.count) == 1
        )

    def person(self, number: int) -> tuple[str, str]:
        """The given name and the surname of person `number` of `count`."""
        place = number * self._step % self.count
        return self.given[place % len(self.given)], self.surnames[place // len(self.given)]

    def place(self, number: int) -> str:
        """An invented place, or house, of this culture."""
        return self.surnames[number * 977 % len(self.surnames)]


@cache
def names_of(culture: str, *, many: bool = False) -> Names:
    """The names of a culture, put together once."""
    return Names(culture, many=many)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those whose consonants an earlier one has."""
    kept: dict[str, str] = {}
    for word in words:
        kept.setdefault(skeleton(word), word)
    return tuple(kept.values())
