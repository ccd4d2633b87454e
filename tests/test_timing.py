"""What measures must itself find the slow work slow, and no slower for a machine that was busy once."""

import subprocess
import sys
from functools import partial

from tests.timing import TRIES, ratio, seconds, seconds_outside, yardstick


def test_four_times_the_work_is_found_out() -> None:
    def four_times() -> float:
        return sum(yardstick() for _ in range(4))

    assert ratio(four_times, yardstick, below=0) > 2


def test_one_slow_moment_of_the_machine_does_not_count() -> None:
    slow_once = iter((9.0, 1.0))
    assert ratio(partial(next, slow_once), lambda: 1.0, below=2) == 1
    assert list(slow_once) == []


def test_what_is_always_slow_is_tried_again_and_told() -> None:
    tries: list[float] = []

    def slow() -> float:
        tries.append(3.0)
        return 3.0

    assert ratio(slow, lambda: 1.0, below=2) == 3
    assert len(tries) == TRIES


def test_work_is_counted_where_it_is_done() -> None:
    def outside() -> None:
        subprocess.run([sys.executable, "-c", "sum(range(10_000_000))"], check=True)

    assert seconds_outside(yardstick) == 0
    assert seconds_outside(outside) > seconds(outside)
