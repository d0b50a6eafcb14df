"""The fake behind the state port keeps the contract."""

from __future__ import annotations

import pytest

from functions.state.port import State
from tests.state.contract import StateContract
from tests.state.memory import MemoryState


class TestMemoryState(StateContract):
    @pytest.fixture
    def state(self) -> State:
        return MemoryState()
