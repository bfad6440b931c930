"""The page on a store, run without a browser, and what its panels were given."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from relmap.app.selection import Reading, Selection

HOSTILE_TITLE = "<script>alert(1)</script> and **bold** ![x](http://evil.example/x.png)"
HOSTILE_OUTLET = ":red[Outlet] <b>two</b> ![y](http://evil.example/y.png)"

ROWS = (
    ("1", HOSTILE_TITLE, "2024-01-02", HOSTILE_OUTLET, "javascript:alert(1)",
     "Russia met Pakistan <b>twice</b>. Then Russia praised **Pakistan**."),
    ("2", "Second", "2024-03-05", "The Paper", "https://example.org/a", "Russia and Pakistan agreed."),
    ("3", "", "", "", "", "China praised Russia."),
    ("4", "Dateless", "not a day", "The Paper", "", "India met China."),
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four short articles whose titles and outlets try to be markup."""
    from relmap.build import build

    folder = tmp_path_factory.mktemp("hostile")
    with (folder / "articles.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "title", "date", "outlet", "url", "text"))
        writer.writerows(ROWS)
    build([folder / "articles.csv"], folder / "store")
    return folder / "store"


def unpack(sent: bytes) -> dict[str, Any]:
    """The map's rows one by one again, as view/web/rows.js makes them of their columns."""
    data: dict[str, Any] = json.loads(sent)
    nodes, edges = data["nodes"], data["edges"]
    names = [name for name in ("id", "name", "x", "y", "community") if name in nodes]
    actors = [
        {name: nodes[name][place] for name in names}
        | {"label": label or nodes["name"][place], "unresolved": place in nodes["unresolved"]}
        for place, label in enumerate(nodes["label"])
    ]
    ends = zip(edges["from"], edges["to"], edges["weight"], strict=True)
    ties = [{"from": nodes["id"][u], "to": nodes["id"][v], "weight": w} for u, v, w in ends]
    return {**data, "nodes": actors, "edges": ties}


class Dashboard:
    """The running page; panels are told by what they were given."""

    def __init__(self, page: AppTest) -> None:
        self.page = page

    def run(self) -> Dashboard:
        self.page.run()
        assert not self.page.exception
        return self

    def choose(self, *actors: str) -> Dashboard:
        self.page.session_state["relmap.selection"] = Selection(actors)
        return self.run()

    def read(self, article_id: str, start: int, end: int) -> Dashboard:
        self.page.session_state["relmap.reading"] = Reading(article_id, start, end)
        return self.run()

    def set(self, key: str, value: object) -> Dashboard:
        self.page.session_state[key] = value
        return self.run()

    def press(self, key: str) -> Dashboard:
        self.page.button(key=key).click()
        return self.run()

    def panel(self, name: str) -> dict[str, Any]:
        """What the panel `name` was given; it is there exactly once."""
        found = [
            part.proto
            for part in self.page.get("bidi_component")
            if part.proto.component_name == f"relmap_{name}"
        ]
        assert len(found) == 1, f"{name} is there {len(found)} times"
        if found[0].WhichOneof("data") == "bytes":
            return unpack(found[0].bytes)
        data: dict[str, Any] = json.loads(found[0].json)
        return data

    @property
    def counts(self) -> str:
        return str(self.page.text[0].value)

    @property
    def sentences(self) -> list[str]:
        """The sentences of the evidence panel, joined from their pieces."""
        return [
            "".join(piece["text"] for piece in sentence["segments"])
            for group in self.panel("evidence").get("groups", [])
            for sentence in group["sentences"]
        ]


@pytest.fixture
def dashboard(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Dashboard]:
    """Open the page on a store, or on none for what it does by itself; maybe with an address."""

    def start(
        store: Path | None, parameters: Mapping[str, str | list[str]] | None = None
    ) -> Dashboard:
        if store is not None:
            monkeypatch.setenv("RELMAP_STORE", str(store))
        page = AppTest.from_file(str(project / "dashboard.py"), default_timeout=120)
        for name, value in (parameters or {}).items():
            page.query_params[name] = value
        return Dashboard(page).run()

    return start
