"""A gold file and a model → how many names and ties are right, by which rule, and what is not.

    goldfile.py (cells.py, labels.py) → gold.py → running.py → predictions.py
    readings.py ← matching.py: what was found in each sentence, and whether it is right
    ties.py, identities.py, references.py, rules.py, spans.py, mistakes.py: what that adds up to
    report.py → tables.py → formats.py: the same as text, Markdown or JSON

No language model is loaded before articles are read.
"""

from relmap.evaluation.formats import FORMATS, Format, render
from relmap.evaluation.goldfile import read_gold
from relmap.evaluation.running import evaluate

__all__ = ["FORMATS", "Format", "evaluate", "read_gold", "render"]
