"""Every layer that can be left out is asked for somewhere, by the name that it has."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from relmap.layers import LAYER_NAMES, LAYERS

PACKAGE = Path(__file__).resolve().parents[1] / "graphlib" / "relmap"


def asked_for() -> set[str]:
    """Every text that the code of the steps compares or passes on."""
    found: set[str] = set()
    for room in ("corpus", "extract", "actors"):
        for path in (PACKAGE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant):
                    found.add(str(node.left.value))
    return found


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_a_layer_can_be_left_out(name):
    assert name in asked_for()


def test_names_are_short_and_stand_once():
    assert len(set(LAYER_NAMES)) == len(LAYERS)
    assert all(name == name.lower() and len(name) < 24 for name in LAYER_NAMES)
    assert all(layer.does for layer in LAYERS)
