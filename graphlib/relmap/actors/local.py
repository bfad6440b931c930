"""One article's mentions, each with the name it stands for inside that article.

A surname takes the full name that the article gives exactly once, an acronym the name that the
article defines. What no rule settles keeps its own words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from typing import NamedTuple

from relmap.actors.fullnames import FullNames, gather_names
from relmap.actors.merging import Evidence
from relmap.actors.organizations import OrganizationNames, is_near
from relmap.actors.remembered import gender
from relmap.actors.shortforms import FullerNames
from relmap.models import Extraction, Kind


class LocalName(NamedTuple):
    """What a mention stands for: a country's code, or the fullest name the article has for it.

    `ambiguous` marks a name that several of the article's names could claim. `home` is the id of
    the article when the name says nothing outside it ("the Foreign Ministry"), else "". `shown` is how
    readers see it where that is not `text`.
    """

    kind: Kind
    text: str
    rule: str
    ambiguous: bool = False
    home: str = ""
    shown: str = ""


def name_mentions(
    extraction: Extraction, names: OrganizationNames, without: Set[str] = frozenset()
) -> tuple[LocalName, ...]:
    """The local name of each mention of an article, in their order."""
    people = name_people(extraction, without)
    bodies = name_bodies(extraction, names)
    found = []
    for mention in extraction.mentions:
        if mention.kind == "person":
            found.append(people[mention.surface, gender(mention.title)])
        elif mention.kind == "organization":
            found.append(bodies[mention.surface, mention.country_code])
        else:
            found.append(LocalName("country", mention.country_code, mention.rule))
    return tuple(found)


def name_people(
    extraction: Extraction, without: Set[str] = frozenset()
) -> dict[tuple[str, str], LocalName]:
    """The local name of every (surface, gender of its title) that an article has for persons."""
    mentions = [m for m in extraction.mentions if m.kind == "person"]
    found = {(mention.surface, gender(mention.title)) for mention in mentions}
    if "surnames" in without:
        return {key: LocalName("person", key[0], "as written") for key in found}
    countries = frozenset(m.country_code for m in extraction.mentions if m.country_code)
    full = gather_names(mentions, Evidence(countries))
    named: dict[tuple[str, str], LocalName] = {
        key: name_person(key, full, extraction.article_id) for key in found
    }
    if not any(its_gender for _, its_gender in found):
        return named
    addressed: dict[str, set[str]] = defaultdict(set)
    for (_, its_gender), name in named.items():
        addressed[name.text] |= {its_gender} - {""}
    return {
        key: leave_open(key[0]) if is_contradicted(key, full, addressed[name.text], found) else name
        for key, name in named.items()
    }


def name_person(key: tuple[str, str], full: FullNames, article_id: str) -> LocalName:
    """A full name as it is; a part of one as the one full name that it fits."""
    surface, its_gender = key
    if surface in full.longest:
        longest = full.longest[surface]
        if full.candidates.is_torn(surface):
            return leave_open(surface, article_id)
        return LocalName("person", longest, "full name" if longest == surface else "longer name")
    claims = full.claims(surface, its_gender)
    if len(claims) == 1:
        return LocalName("person", min(claims), "part of a name")
    return leave_open(surface) if claims else LocalName("person", surface, "name alone")


def leave_open(surface: str, article_id: str = "") -> LocalName:
    """A person's name that could be several people's, in one article or all."""
    return LocalName("person", surface, "name alone", ambiguous=True, home=article_id)


def is_contradicted(
    key: tuple[str, str],
    full: FullNames,
    addressed: Collection[str],
    found: Collection[tuple[str, str]],
) -> bool:
    """Whether a part of a name is addressed as another gender than the full name that it fits.

    In an article with "Hillary Clinton", "Mrs Clinton" and "Mr Clinton" the two last are not
    certain: one of them is somebody whose full name the article does not give.
    """
    surface, its_gender = key
    if surface in full.longest or not its_gender or len(addressed) < 2:
        return False
    claimed = full.claims(surface, its_gender)
    return not any((name, its_gender) in found for head in claimed for name in full.forms[head])


def name_bodies(
    extraction: Extraction, names: OrganizationNames
) -> dict[tuple[str, str], LocalName]:
    """The local name of every (surface, country code) that the article has for organizations."""
    pairs = [(acronym, names.settle(acronym, full)) for acronym, full in extraction.acronyms]
    defined = read_definitions(pairs, extraction.article_id)
    found = {(m.surface, m.country_code) for m in extraction.mentions if m.kind == "organization"}
    full = {names.of_country(text, code) if code else text for text, code in found}
    fuller = FullerNames(full, names)
    return {
        (text, code): defined.get(text)
        or name_body(text, code, fuller, names, extraction.article_id)
        for text, code in found
    }


def name_body(
    surface: str, code: str, others: FullerNames, names: OrganizationNames, article_id: str
) -> LocalName:
    """An organization by its country, by the one fuller name in its article, or as it is.

    A national body that nothing tells apart stays with its article: the Foreign Ministry of one
    story is not that of the next.
    """
    if code:
        text, shown = names.of_country(surface, code), names.shown_of_country(surface, code)
        return LocalName("organization", text, "country beside it", shown=shown)
    fuller = others.of(surface)
    if len(fuller) == 1:
        return LocalName("organization", fuller[0], "full name given")
    if fuller or names.is_national(names.key(surface)):
        return open_name(surface, article_id)
    return LocalName("organization", surface, "organization name")


def open_name(surface: str, article_id: str) -> LocalName:
    """An organization's name that could be several, kept to its article."""
    return LocalName("organization", surface, "name alone", ambiguous=True, home=article_id)


def read_definitions(pairs: Sequence[tuple[str, str]], article_id: str) -> dict[str, LocalName]:
    """The acronyms that an article defines; one that it defines as two bodies stays open.

    Two spellings are one definition: "Shanghai Cooperation Organisation" and "Organization".
    """
    found: dict[str, LocalName] = {}
    for acronym, full in pairs:
        first = found.setdefault(acronym, LocalName("organization", full, "acronym defined"))
        if not is_near(first.text, full):
            found[acronym] = open_name(acronym, article_id)
    return found
