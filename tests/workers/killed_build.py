"""A build as a process that can be killed: `killed_build.py TABLE STORE WORKERS [ADDRESS]`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from fake_readers import load_slow

from relmap.build import Inputs, run
from relmap.corpus import read_anew
from relmap.extracting import Hands
from relmap.steps import STEPS
from relmap.store import writing

if __name__ == "__main__":
    table, store, workers, *cluster = sys.argv[1:]
    writing.ARTICLES_PER_PART = 8
    run(
        Inputs(lambda known: read_anew([Path(table)], known), (table,), upload=False),
        Path(store),
        model="slow",
        steps=replace(STEPS, load_extractor=load_slow),
        hands=Hands(int(workers), *cluster),
    )
