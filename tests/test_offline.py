"""Nothing is ever asked of the network: told by Python, and for code that is none by the kernel."""

from __future__ import annotations

import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path

#: An audit hook sees every socket that Python's own module opens, whoever calls it. What a library
#: in another language asks the kernel itself it does not see: `LONELY` does.
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

#: A network of its own, without a single interface that is up: no request can leave, and the kernel
#: counts those that had nowhere to go.
ALONE = ("unshare", "--user", "--map-root-user", "--net")
LONELY = """
import subprocess, sys
from pathlib import Path
done = subprocess.run([sys.executable, "-c", *sys.argv[1:]])
names, values = Path("/proc/net/snmp").read_text().splitlines()[:2]
lost = int(dict(zip(names.split(), values.split()))["OutNoRoutes"])
later = Path("/proc/net/snmp6")
if later.exists():
    rows = dict(line.split() for line in later.read_text().splitlines())
    lost += int(rows["Ip6OutNoRoutes"])
if lost:
    sys.stderr.write(f"ASKED THE NETWORK {lost} times\\n")
sys.exit(99 if lost else done.returncode)
"""


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return _run([sys.executable, "-c", code, *map(str, arguments)])


def run_alone(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return _run([*ALONE, sys.executable, "-c", LONELY, code, *map(str, arguments)])


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@cache
def can_be_alone() -> bool:
    """Whether this machine lends a network of one's own; some forbid it, some are no Linux."""
    try:
        return _run([*ALONE, "true"]).returncode == 0
    except FileNotFoundError:
        return False


def test_the_guard_sees_a_request() -> None:
    asks = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    assert run(f"{GUARD}\n{asks}").returncode == 99
    connects = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert run(f"{GUARD}\n{connects}").returncode == 99


#: What native code does, which Python hears nothing of: connect(2), once with TCP, once with UDP.
NATIVE = """
import ctypes, socket, struct
libc = ctypes.CDLL(None)
for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
    address = struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", 53, bytes([192, 0, 2, 1]))
    assert libc.connect(libc.socket(socket.AF_INET, kind, 0), address, len(address)) == -1
"""


def test_the_kernel_counts_a_request_that_python_does_not_see() -> None:
    if not can_be_alone():
        warnings.warn("no network namespace here: native code is not watched", stacklevel=1)
        return
    done = run_alone(f"{GUARD}\n{NATIVE}")
    assert (done.returncode, done.stderr) == (99, "ASKED THE NETWORK 2 times\n")
    assert run_alone(f"{GUARD}\nprint('quiet')").returncode == 0


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
    # Where nobody lends a network of one's own, Python's guard still stands; the test above warns.
    watched = run_alone if can_be_alone() else run
    for command in commands:
        done = watched(COMMAND_LINE, *command)
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
