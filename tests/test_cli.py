"""The commands as a user types them: what they print, where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from relmap.cli import main

#: What others rely on, written out once more: a renamed or moved column must fail here.
HEADERS = {
    "ties": "source,target,source_kind,target_kind,sentences,articles,outlets,first_date,last_date",
    "evidence": "source,target,article_id,title,outlet,date,start,end,sentence,by",
    "mentions": "article_id,title,start,end,surface,actor,actor_id,kind,by",
    "actors": "actor,actor_id,kind,country_code,aliases,mentions,articles",
    "articles": "article_id,title,outlet,outlet_source,date,date_source,words,sentences",
    "unread": "path,row,reason",
}
#: Both ways to count words that stand for a name.
SWITCHES = ("--references", "--no-references")
every_table = pytest.mark.parametrize("table", HEADERS)


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


Relmap = Callable[..., Done]


@pytest.fixture
def relmap(capfdbinary: pytest.CaptureFixture[bytes]) -> Relmap:
    """Run a command in this process and return how it ended and what it printed."""

    def run(*arguments: object) -> Done:
        code: object = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code or 0
        out, err = capfdbinary.readouterr()
        assert b"Traceback" not in err
        assert isinstance(code, int)
        return Done(code, out.decode(), err.decode())

    return run


def test_version(relmap: Relmap) -> None:
    done = relmap("--version")
    assert (done.code, done.out) == (0, "relmap 0.1.0\n")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nonsense"], "nonsense"),
        (["build"], "PATH"),
        (["export", "nonsense"], "unread"),
        (["export", "ties", "--from", "5 July 2023"], "2023-03-01"),
        (["export", "ties", "--from", "2023-07-06", "--to", "2023-07-05"], "after"),
        (["export", "ties", "--kind", "ship"], "country"),
        (["export", "ties", "--min-weight", "0"], "--min-weight"),
        (["export", "ties", "--format", "xlsx"], "jsonl"),
        (["map"], "-o"),
        (["map", "-o", "map.png"], ".html"),
        (["serve", "--port", "70000"], "--port"),
    ],
)
def test_a_command_that_is_wrong_ends_with_2_and_says_why(
    relmap: Relmap, arguments: list[str], word: str
) -> None:
    done = relmap(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert word in done.err


# build


def test_build_says_what_it_did_and_what_comes_next(
    relmap: Relmap, seeds: Path, tmp_path: Path
) -> None:
    first = relmap("build", seeds, "--store", tmp_path / "store")
    assert (first.code, first.out) == (0, "")
    assert "Read 5 articles: 5 new, 0 known." in first.err
    assert f"relmap serve --store {tmp_path / 'store'}" in first.err
    assert "Not read" not in first.err
    second = relmap("build", seeds, "--store", tmp_path / "store")
    assert "Read 5 articles: 0 new, 5 known." in second.err


def test_build_without_a_store_uses_the_data_folder(relmap: Relmap, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia and Pakistan agreed.\n")
    assert relmap("build", tmp_path / "a.txt").code == 0
    done = relmap("export", "ties")
    assert [(row["source"], row["target"]) for row in done.rows()] == [("Pakistan", "Russia")]


def test_a_build_that_reads_nothing_fails_with_one_line(relmap: Relmap, tmp_path: Path) -> None:
    done = relmap("build", tmp_path / "missing.txt", "--store", tmp_path / "store")
    assert done.code == 1
    assert done.err.startswith("Error: ")
    assert "missing.txt" in done.err


def test_a_model_that_is_missing_is_named_with_the_remedy(
    relmap: Relmap, seeds: Path, tmp_path: Path
) -> None:
    done = relmap("build", seeds, "--store", tmp_path / "store", "--model", "xx_no_such_model")
    assert done.code == 1
    assert "xx_no_such_model" in done.err
    assert "--model" in done.err or "install" in done.err


GOOD = "Russia and Pakistan agreed on a plan."


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with every kind of bad input among the good."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "latin.txt").write_bytes("Russia met China in Zürich, a café.".encode("latin-1"))
    (folder / "utf16.txt").write_text("Japan and China met in Köln.", encoding="utf-16")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "long.txt").write_text("Russia and China. " * 1_200_000, encoding="utf-8")
    (folder / "notext.csv").write_text("title,date\nA,2023-07-05\n", encoding="utf-8")
    (folder / "rows.csv").write_text(
        f"date,text\n2023-07-05,{GOOD} First.\n2023-13-45,{GOOD} Second.\n2023-07-06,\n",
        encoding="utf-8",
    )
    long_text = "x" * 20_000_000
    (folder / "lines.jsonl").write_text(
        f'{{"text": "{GOOD} Third."}}\nnot json\n{{"text": "{long_text}"}}\n', encoding="utf-8"
    )
    return folder


def test_bad_input_is_named_file_by_file_and_the_rest_is_read(
    relmap: Relmap, inbox: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.txt"
    done = relmap("build", inbox, missing, "--store", tmp_path / "store")
    assert done.code == 0
    reasons = relmap("export", "unread", "--store", tmp_path / "store").rows()
    told = {(Path(row["path"]).name, row["row"]) for row in reasons}
    assert {
        ("empty.txt", ""),
        ("picture.txt", ""),
        ("long.txt", ""),
        ("missing.txt", ""),
        ("notext.csv", ""),
        ("rows.csv", "3"),
        ("rows.csv", "4"),
        ("lines.jsonl", "2"),
        ("lines.jsonl", "3"),
    } <= told
    assert not {"good.txt", "utf16.txt"} & {name for name, _ in told}
    for row in reasons:
        assert len(row["reason"]) > 20
        assert row["path"] in done.err or "more. All of them: relmap export unread" in done.err
    articles = relmap("export", "articles", "--store", tmp_path / "store").rows()
    # good, latin, utf16, two rows of rows.csv (one of them now undated), one of lines.jsonl
    assert len(articles) == 6
    assert sorted(row["date"] for row in articles) == ["", "", "", "", "", "2023-07-05"]
    surfaces = {
        row["surface"] for row in relmap("export", "mentions", "--store", tmp_path / "store").rows()
    }
    assert {"Japan", "China", "Russia", "Pakistan"} <= surfaces


def test_a_long_list_of_bad_inputs_is_cut_and_says_how_to_see_it_all(
    relmap: Relmap, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    for number in range(14):
        (tmp_path / f"empty{number:02}.txt").touch()
    done = relmap("build", tmp_path, "--store", tmp_path / "store")
    assert "14 inputs" in done.err
    assert "empty09.txt" in done.err
    assert "empty10.txt" not in done.err
    assert "and 4 more. All of them: relmap export unread --store" in done.err


def test_a_file_name_cannot_repaint_the_terminal(relmap: Relmap, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "\x1b[31m[bold]red.txt").touch()
    done = relmap("build", tmp_path, "--store", tmp_path / "store")
    assert "\x1b" not in done.err
    assert "\\x1b[31m[bold]red.txt" in done.err


# export


@every_table
def test_a_table_has_the_promised_columns_and_leaves_stderr_alone(
    relmap: Relmap, seeds_store: Path, table: str
) -> None:
    done = relmap("export", table, "--store", seeds_store)
    assert done.code == 0
    assert done.out.split("\n")[0] == HEADERS[table]
    assert "\r" not in done.out
    if table != "unread":
        assert done.err == ""
        assert len(done.rows()) >= 5


@every_table
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_holds_the_same_bytes_as_standard_output(
    relmap: Relmap, seeds_store: Path, tmp_path: Path, table: str, form: str
) -> None:
    ask = ("export", table, "--store", seeds_store, "--format", form)
    printed = relmap(*ask).out
    done = relmap(*ask, "-o", tmp_path / "table")
    assert done.out == ""
    assert "written" in done.err
    assert (tmp_path / "table").read_bytes() == printed.encode()


def test_json_lines_have_the_same_rows(relmap: Relmap, seeds_store: Path) -> None:
    lines = relmap("export", "ties", "--store", seeds_store, "--format", "jsonl").out.splitlines()
    rows = relmap("export", "ties", "--store", seeds_store).rows()
    as_text = [
        {key: "" if value is None else str(value) for key, value in json.loads(line).items()}
        for line in lines
    ]
    assert as_text == rows
    assert isinstance(json.loads(lines[0])["sentences"], int)


def test_two_builds_in_any_order_export_the_same_bytes(
    relmap: Relmap, seeds: Path, tmp_path: Path
) -> None:
    texts = sorted(seeds.glob("*.txt"))
    exports = []
    for name, paths in (("one", texts), ("two", texts[::-1])):
        store = tmp_path / name
        assert relmap("build", *paths, "--store", store).code == 0
        found = [
            relmap("export", table, "--store", store, "--format", form, switch).out
            for table in HEADERS
            for form in ("csv", "jsonl")
            for switch in SWITCHES
        ]
        for switch in SWITCHES:
            page = tmp_path / f"{name}.html"
            assert relmap("map", "--store", store, "-o", page, switch).code == 0
            found.append(page.read_text(encoding="utf-8"))
        exports.append(found)
    assert exports[0] == exports[1]
    assert any(",reference\n" in text for text in exports[0])


#: Builds a store, then writes every table and the map of it, with and without references.
BUILD_AND_EXPORT = """
import sys
from pathlib import Path
from relmap.cli import main
from relmap.store import Store
def relmap(*arguments):
    try:
        main([*arguments])
    except SystemExit as end:
        assert not end.code, end.code
seeds, folder, *tables = sys.argv[1:]
store = folder + "/store"
relmap("build", seeds, "--store", store)
for switch in ("--references", "--no-references"):
    for table in tables:
        relmap("export", table, "--store", store, "-o", f"{folder}/{table}{switch}.csv", switch)
    relmap("map", "--store", store, "-o", f"{folder}/map{switch}.html", switch)
print(Store.open(Path(store)).model)
"""


def test_two_processes_build_and_export_the_same_bytes(seeds: Path, tmp_path: Path) -> None:
    exports, models = [], set()
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", BUILD_AND_EXPORT, str(seeds), str(folder), *HEADERS],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        models.add(done.stdout.strip())
        exports.append(
            {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        )
    assert exports[0] == exports[1]
    assert len(exports[0]) == 2 * (len(HEADERS) + 1)
    assert b",reference\n" in exports[0]["mentions--references.csv"]
    assert b",reference\n" not in exports[0]["mentions--no-references.csv"]
    (model,) = models
    assert " + names " in model, "the weights of this project are what both builds read with"


def articles(relmap: Relmap, store: Path, *filters: str) -> list[dict[str, str]]:
    return relmap("export", "articles", "--store", store, *filters).rows()


def test_filters_by_date(relmap: Relmap, seeds_store: Path) -> None:
    july = articles(relmap, seeds_store, "--from", "2023-07-01", "--to", "2023-07-05")
    assert {row["date"] for row in july} == {"2023-07-05", ""}
    dated = articles(relmap, seeds_store, "--to", "2023-07-05", "--no-undated")
    assert {row["date"] for row in dated} == {"2023-07-05", "2023-03-30"}


def test_naming_an_outlet_leaves_out_unknown_ones_unless_asked(
    relmap: Relmap, seeds_store: Path
) -> None:
    outlet = next(row["outlet"] for row in articles(relmap, seeds_store) if row["outlet"])
    named = articles(relmap, seeds_store, "--outlet", outlet)
    assert {row["outlet"] for row in named} == {outlet}
    both = articles(relmap, seeds_store, "--outlet", outlet, "--unknown-outlet")
    assert {row["outlet"] for row in both} == {outlet, ""}
    known = articles(relmap, seeds_store, "--no-unknown-outlet")
    assert "" not in {row["outlet"] for row in known}


def test_an_outlet_that_is_not_there_is_an_error_with_those_that_are(
    relmap: Relmap, seeds_store: Path
) -> None:
    done = relmap("export", "ties", "--store", seeds_store, "--outlet", "The Dilpomatic Insight")
    assert done.code == 1
    assert "The Diplomatic Insight" in done.err


def test_kinds_and_weights_filter_ties(relmap: Relmap, seeds_store: Path) -> None:
    ask = ("export", "ties", "--store", seeds_store)
    pairs = relmap(*ask, "--kind", "country", "--kind", "person").rows()
    assert {row["source_kind"] for row in pairs} <= {"country", "person"}
    heavy = relmap(*ask, "--min-weight", "3").rows()
    assert heavy
    assert min(int(row["sentences"]) for row in heavy) >= 3
    assert 0 < len(heavy) < len(relmap(*ask).rows())


def test_references_count_where_they_are_asked_for(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    asked = ("export", "mentions", "--store", seeds_store)
    by_name, both = relmap(*asked).rows(), relmap(*asked, "--references").rows()
    assert {row["by"] for row in by_name} == {"name"}
    assert [row for row in both if row["by"] == "name"] == by_name
    assert "he" in {row["surface"] for row in both if row["by"] == "reference"}
    page = tmp_path / "map.html"
    said = "“he”, “she” and “the minister” counted"
    for switch, is_said in (("--references", True), ("--no-references", False)):
        relmap("map", "-o", page, "--store", seeds_store, switch)
        assert (said in page.read_text(encoding="utf-8")) == is_said


def test_nothing_in_view_is_said(relmap: Relmap, seeds_store: Path) -> None:
    done = relmap("export", "ties", "--store", seeds_store, "--to", "1900-01-01", "--no-undated")
    assert done.code == 0
    assert done.out == HEADERS["ties"] + "\n"
    assert "0 rows of ties written." in done.err


@pytest.mark.parametrize("command", [["export", "ties"], ["map", "-o", "map.html"], ["serve"]])
def test_what_is_not_a_store_is_an_error_in_one_line(
    relmap: Relmap, seeds: Path, tmp_path: Path, command: list[str]
) -> None:
    for place in (tmp_path / "missing", seeds, seeds / "articles.csv"):
        done = relmap(*command, "--store", place)
        assert done.code == 1
        assert done.err.startswith("Error: ")
        assert done.err.count("\n") == 1
        assert str(place) in done.err


def test_a_place_that_cannot_be_written_keeps_the_old_file(
    relmap: Relmap, seeds_store: Path, tmp_path: Path
) -> None:
    done = relmap("export", "ties", "--store", seeds_store, "-o", tmp_path / "no" / "ties.csv")
    assert done.code == 1
    assert "-o" in done.err


def test_a_reader_that_has_seen_enough_is_no_error(seeds_store: Path) -> None:
    command = [sys.executable, "-m", "relmap", "export", "evidence", "--store", str(seeds_store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("output", [[], ["-o", "/dev/full"]], ids=["stdout", "-o"])
def test_a_full_disk_is_an_error_in_one_line(seeds_store: Path, output: list[str]) -> None:
    command = [sys.executable, "-m", "relmap", "export", "ties", "--store", str(seeds_store)]
    if not Path("/dev/full").exists():
        return
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, *output], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


# map


def test_map_writes_one_page(relmap: Relmap, seeds_store: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    done = relmap("map", "--store", seeds_store, "-o", page, "--title", "Five <b>articles</b>")
    assert (done.code, done.out) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert "Five &lt;b&gt;articles" in text
    assert "Russia" in text
    assert "5 of 5 articles" in text


def test_map_obeys_the_filters(relmap: Relmap, seeds_store: Path, tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    relmap("map", "--store", seeds_store, "-o", page, "--kind", "country", "--min-weight", "2")
    text = page.read_text(encoding="utf-8")
    assert "ties of at least 2 sentences" in text
    data = json.loads(text.split('id="data">')[1].split("</script>")[0])
    assert {node["kind"] for node in data["map"]["nodes"]} == {"country"}
    assert all(edge["weight"] >= 2 for edge in data["map"]["edges"])
    for edge in data["map"]["edges"]:
        assert len(data["evidence"][edge["id"]]) == edge["weight"]


# serve


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def test_serve_starts_the_dashboard_and_ends_with_it(seeds_store: Path, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "relmap", "serve", "--store", str(seeds_store)]
    environment = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    process = subprocess.Popen([*command, "--port", str(port)], cwd=tmp_path, env=environment)
    try:
        deadline = time.monotonic() + 60
        while not answers(f"http://localhost:{port}/_stcore/health"):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert answers(f"http://localhost:{port}/")
    finally:
        process.terminate()
        process.wait(timeout=20)
    assert not answers(f"http://localhost:{port}/_stcore/health")


def test_ctrl_c_stops_a_build_in_words(
    relmap: Relmap, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("relmap.build.build", interrupted)
    done = relmap("build", seeds, "--store", tmp_path / "store")
    assert done.code == 130
    assert "kept: the same command goes on" in done.err
