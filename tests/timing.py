"""How long work takes beside other work of the same run: seconds alone tell how busy a machine is."""

import resource
import time
from collections.abc import Callable

TRIES = 5
IN_A_PAGE = """() => {
  const begun = performance.now();
  for (let number = 0, letters = 0; number < 2_000_000; number += 1) letters += String(number).length;
  return performance.now() - begun;
}"""
"""The yardstick of a page: returns how many milliseconds plain JavaScript takes, 40 on a quiet machine of 2026."""


def seconds(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor ``work`` takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def seconds_outside(work: Callable[[], object]) -> float:
    """Return how many seconds of the processor the programs take that ``work`` starts and waits for."""
    before = spent_outside()
    work()
    return spent_outside() - before


def spent_outside() -> float:
    """Return how many seconds of the processor the programs took that this process has started and waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def yardstick() -> float:
    """Return how many seconds of the processor a fixed piece of plain Python takes: 0.04 on a quiet machine of 2026."""
    return seconds(lambda: sum(len(str(number)) for number in range(300_000)))


def ratio(one: Callable[[], float], other: Callable[[], float], below: float) -> float:
    """Return how many times as long ``one`` takes as ``other``; both return what they took.

    They take turns, so that a machine that is slow for a while is slow for both, and the shortest of each counts. A
    ratio ``below`` what is asked for needs no further try.
    """
    taken: list[tuple[float, float]] = []
    least = float("inf")
    while len(taken) < TRIES and not least < below:
        taken.append((one(), other()))
        least = min(first for first, _ in taken) / min(second for _, second in taken)
    return least
