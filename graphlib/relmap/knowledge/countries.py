"""The table of countries: what newspapers call them, their people and their governments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from relmap.errors import InputError
from relmap.knowledge.packaged import read_rows, split_cell
from relmap.knowledge.spelling import spellings, straighten

Status = Literal["member", "observer", "territory", "historic"]
#: What a form says: the country itself ("Russia"), its people or adjective ("Russians"), the first
#: half of a compound ("Russo-Turkish"), or a place that stands for the government ("Kremlin").
Layer = Literal["name", "demonym", "prefix", "government"]
LAYERS: tuple[Layer, ...] = get_args(Layer)

FILE = "countries.csv"
COLUMNS = (
    "code",
    "name",
    "status",
    "official",
    "aliases",
    "demonyms",
    "prefixes",
    "capital",
    "governments",
    "ambiguous",
    "caution",
    "longer",
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country, a territory, or a state that is no more.

    `code` is ISO 3166-1 alpha-2 (XK for Kosovo); states that are no more have their ISO 3166-3
    code, or one of our own that starts with X. `capital` are places; `governments` are the
    places that newspapers use for the government, which is not the same: "Brussels" is the
    European Union's, "The Hague" the courts', so Belgium and the Netherlands have none.
    """

    code: str
    name: str
    status: Status
    official: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()

    def layers(self) -> Iterator[tuple[Layer, str]]:
        """Every (layer, form) as the table prints it, names first."""
        for form in (self.name, self.official, *self.aliases):
            yield "name", form
        for form in self.demonyms:
            yield "demonym", form
        for form in self.prefixes:
            yield "prefix", form
        for form in self.governments:
            yield "government", form


@dataclass(frozen=True, slots=True)
class Countries:
    """The whole table; every form is case-sensitive ("US" is a country, "us" is not).

    `forms` holds every spelling of every form that means one country alone, as form →
    (code, layer). `ambiguous` holds those that several countries share ("Korean" → KP, KR) and
    that therefore resolve to none. `caution` holds the forms that are something else as well
    ("Jordan", "Turkey", "Polish") and count only where the sentence supports it. `longer`
    holds names that contain a form but are not that country ("New Mexico", "Indian Ocean").
    """

    by_code: Mapping[str, Country]
    forms: Mapping[str, tuple[str, Layer]]
    ambiguous: Mapping[str, tuple[str, ...]]
    caution: frozenset[str]
    longer: frozenset[str]

    def lookup(self, form: str) -> Country | None:
        """The one country that `form` names in any layer, or None."""
        entry = self.forms.get(form) or self.forms.get(straighten(form))
        return self.by_code[entry[0]] if entry else None

    def nation(self, form: str) -> Country | None:
        """The country that `form` names or whose people it is, never by its capital or a prefix.

        "Delhi" may stand for a government, but the "Delhi High Court" is not India's.
        """
        return self.lookup(form) if self.layer(form) in ("name", "demonym") else None

    def layer(self, form: str) -> Layer | None:
        """The layer of `form`, or None where it names no country or several."""
        entry = self.forms.get(form) or self.forms.get(straighten(form))
        return entry[1] if entry else None

    def group(self, layer: Layer) -> Mapping[str, str]:
        """The forms of one layer, as form → code."""
        return {form: code for form, (code, its) in self.forms.items() if its == layer}


@cache
def load() -> Countries:
    """The table, read once from the package."""
    countries: dict[str, Country] = {}
    declared: dict[str, frozenset[str]] = {}
    caution: set[str] = set()
    longer: set[str] = set()
    for row, cells in read_rows(FILE, COLUMNS):
        country = _country(row, cells)
        if country.code in countries:
            raise InputError(f"{FILE}, row {row}: the code {country.code} stands twice.")
        countries[country.code] = country
        declared[country.code] = _spelt(cells["ambiguous"])
        caution |= _spelt(cells["caution"])
        longer |= _spelt(cells["longer"])
    forms, ambiguous = _index(countries.values(), declared)
    return Countries(
        by_code=MappingProxyType(countries),
        forms=MappingProxyType(forms),
        ambiguous=MappingProxyType(ambiguous),
        caution=frozenset(caution),
        longer=frozenset(longer),
    )


def _country(row: int, cells: Mapping[str, str]) -> Country:
    statuses: dict[str, Status] = {status: status for status in get_args(Status)}
    if cells["status"] not in statuses:
        raise InputError(f"{FILE}, row {row}: status must be one of {', '.join(statuses)}.")
    return Country(
        code=cells["code"],
        name=cells["name"],
        status=statuses[cells["status"]],
        official=cells["official"],
        aliases=split_cell(cells["aliases"]),
        demonyms=split_cell(cells["demonyms"]),
        prefixes=split_cell(cells["prefixes"]),
        capital=split_cell(cells["capital"]),
        governments=split_cell(cells["governments"]),
    )


def _spelt(cell: str) -> frozenset[str]:
    return frozenset(each for form in split_cell(cell) for each in spellings(form))


def _index(
    countries: Iterable[Country], declared: Mapping[str, frozenset[str]]
) -> tuple[dict[str, tuple[str, Layer]], dict[str, tuple[str, ...]]]:
    """Sort every spelling into forms of one country and forms of several.

    A form that two rows share must be declared ambiguous in both, so that a slip in the table
    is an error and never a wrong country.
    """
    owners: dict[str, dict[str, Layer]] = defaultdict(dict)
    for country in countries:
        for layer, form in country.layers():
            for spelling in spellings(form):
                owners[spelling].setdefault(country.code, layer)
    forms: dict[str, tuple[str, Layer]] = {}
    ambiguous: dict[str, tuple[str, ...]] = {}
    for form, layers in sorted(owners.items()):
        undeclared = [code for code in layers if form not in declared[code]]
        if len(layers) == 1:
            forms[form] = next(iter(layers.items()))
        elif undeclared:
            raise InputError(
                f"{FILE}: {form!r} stands under {', '.join(sorted(layers))}; "
                "name it in the column ambiguous of each of these rows."
            )
        else:
            ambiguous[form] = tuple(sorted(layers))
    return forms, ambiguous
