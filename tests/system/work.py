"""Tasks that the tests hand to engines; a worker process imports them by name."""

from __future__ import annotations

import os
import time
from pathlib import Path


def square(number: int) -> int:
    return number * number


def faulty(number: int) -> int:
    if number == 3:
        raise ValueError("three is not allowed")
    return number


def dies_once(task: tuple[int, Path]) -> int:
    """Ends its own process the first time that task 5 is done."""
    number, mark = task
    if number == 5 and not mark.exists():
        mark.write_text("dead", encoding="utf-8")
        os._exit(1)
    time.sleep(0.02)
    return number * number


def dies_always(number: int) -> int:
    os._exit(1)


def slow_square(number: int) -> int:
    time.sleep(0.03)
    return number * number
