"""Nothing is ever asked of the network: a build, every read and every export, told by Python itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

#: An audit hook sees every socket that Python opens, also those of libraries written in C.
GUARD = """
import sys
def refuse(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
                 "socket.sendmsg", "urllib.Request"}:
        sys.stderr.write(f"ASKED THE NETWORK: {event} {arguments[1:]}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)
sys.addaudithook(refuse)
"""
COMMAND_LINE = f"{GUARD}\nfrom relmap.cli import main\nmain(sys.argv[1:])"


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_guard_sees_a_request() -> None:
    asks = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    assert run(f"{GUARD}\n{asks}").returncode == 99
    connects = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert run(f"{GUARD}\n{connects}").returncode == 99


PICTURES = ("map.html", "map.png", "map.svg", "map.pdf")
PACKS = ("pack.html", "pack.docx")
GRAPHS = ("graph.gexf", "graph.graphml", "graph.json")


def test_every_output_asks_nothing(seeds: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    commands: list[tuple[object, ...]] = [
        ("build", seeds, "--store", store),
        *(
            ("export", table, "--store", store, "-o", tmp_path / f"{table}.csv")
            for table in ("ties", "evidence", "mentions", "actors", "articles", "unread")
        ),
        *(("map", "--store", store, "-o", tmp_path / name) for name in PICTURES),
        *(("brief", "--store", store, "-o", tmp_path / name) for name in PACKS),
        *(("export", "graph", "--store", store, "-o", tmp_path / name) for name in GRAPHS),
    ]
    for command in commands:
        done = run(COMMAND_LINE, *command)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
    assert (tmp_path / "evidence.csv").read_text(encoding="utf-8").count("\n") > 10
    for name in (*PICTURES, *PACKS, *GRAPHS):
        assert (tmp_path / name).stat().st_size > 0, name


def test_reading_a_store_asks_nothing(seeds_store: Path) -> None:
    read = """
from pathlib import Path
from relmap.models import Filters
from relmap.store import Store
store = Store.open(Path(sys.argv[1]))
view = store.view(Filters())
tie = view.ties[0]
print(len(view.evidence(tie.source, tie.target)), len(store.articles()), len(store.positions()))
store.sentences(store.articles()["article_id"].iloc[0])
"""
    done = run(f"{GUARD}\n{read}", seeds_store)
    assert done.returncode == 0, done.stderr
    sentences, articles, placed = map(int, done.stdout.split())
    assert sentences > 0
    assert articles == 5
    assert placed > 0
