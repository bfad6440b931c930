"""The page that Streamlit runs: `streamlit run dashboard.py`."""

from __future__ import annotations

from pathlib import Path

from relmap.app import main

HERE = Path(__file__).resolve().parent

main(assets=HERE / "assets", seeds=HERE / "seeds")
