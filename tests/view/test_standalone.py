"""What lets a page stand alone: its policy, its scripts, and the addresses that it may link."""

from __future__ import annotations

import base64
from hashlib import sha256

import pytest

from relmap.view.standalone import content_policy, fill, our_scripts, our_styles, web_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (" http://example.org ", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,hello", ""),
        ("//example.org/a", ""),
        ("https:", ""),
        ("http://[broken", ""),
        ("file:///etc/passwd", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_web_address(url: str | None, address: str) -> None:
    assert web_address(url) == address


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_each_script_and_style_and_no_place() -> None:
    rules = dict(rule.split(" ", 1) for rule in content_policy(["one", "two"], ["é"]).split("; "))
    assert rules["script-src"].split() == [digest("one"), digest("two")]
    assert rules["style-src"] == digest("é")
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"


def test_the_scripts_of_the_map_keep_their_names_to_themselves() -> None:
    vis, ours = our_scripts("page.js")
    assert "vis" in vis
    assert ours.startswith("const { createRelmap, unpackMap } = (() => {")
    assert ours.index("function startPage") > ours.index("return { createRelmap, unpackMap };")


def test_no_script_can_end_its_element_early() -> None:
    with pytest.raises(ValueError, match="</script"):
        fill("page.html", scripts=["'</SCRIPT>'"], styles=[], data={})


def test_the_styles_ask_for_nothing() -> None:
    for name in ("page.css", "pack.css"):
        (style,) = our_styles(name)
        assert "url(" not in style
        assert "@import" not in style
