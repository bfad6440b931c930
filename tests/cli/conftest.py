"""Commands, run as a user types them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from command_scenes import Done, commands


@pytest.fixture
def relmap(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Done]:
    """Run a command in this process and return how it ended and what it printed."""
    return commands(capfdbinary)
