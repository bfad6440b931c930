"""One build, as a process that can be killed: `python -m killing.drive`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from killing import known
from relmap.build import Inputs, build, run
from relmap.corpus import read_anew
from relmap.errors import RelmapError
from relmap.extracting import Hands
from relmap.steps import STEPS
from relmap.store import writing
from relmap.workers import connecting

#: Articles of a part: few, so that a small corpus has many moments between two parts.
ARTICLES_PER_PART = 16

#: A scheduler that was killed for good is not waited for longer than this.
PATIENCE = 5.0


def main() -> None:
    """Build a store of the generated table, with the language model or without."""
    options = argparse.ArgumentParser()
    options.add_argument("--table", type=Path, required=True)
    options.add_argument("--store", type=Path, required=True)
    options.add_argument("--model", help="of `known.load`; without it the real one")
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--cluster")
    chosen = options.parse_args()
    connecting.PATIENCE, writing.ARTICLES_PER_PART = PATIENCE, ARTICLES_PER_PART
    try:
        if chosen.model is None:
            build([chosen.table], chosen.store, workers=chosen.workers, cluster=chosen.cluster)
        else:
            run(
                Inputs(lambda told: read_anew([chosen.table], told), (str(chosen.table),), False),
                chosen.store,
                model=chosen.model,
                steps=replace(STEPS, load_extractor=known.load),
                hands=Hands(chosen.workers, chosen.cluster),
            )
    except RelmapError as error:
        print(f"Error: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
