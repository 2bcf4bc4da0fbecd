"""Clocks: seconds of processor time, taken in turn so that a busy machine is busy for all alike."""

import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

Task = Callable[[], object]


def one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def in_turn(rounds: int, *, warm: bool = True, **tasks: Task) -> dict[str, list[float]]:
    """Seconds of each task in each round, after a round that only warms up; the order turns with the rounds."""
    names = list(tasks)
    for task in tasks.values() if warm else ():
        task()
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        for name in names if number % 2 == 0 else reversed(names):
            gc.collect()
            began = time.process_time()
            tasks[name]()
            seconds[name].append(time.process_time() - began)
    return seconds


def ratio(over: list[float], under: list[float]) -> float:
    """The median of the ratios of rounds."""
    return median(one / other for one, other in zip(over, under, strict=True))


def cold(rounds: int, *arguments: str) -> tuple[float, float]:
    """Median seconds of processor time and by the clock on the wall of fresh processes: python with these arguments."""
    busy, passed = [], []
    for _ in range(rounds):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        folder = Path(__file__).parent.parent
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=folder)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        passed.append(time.perf_counter() - began)
        busy.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return median(busy), median(passed)


def printed_by(code: str) -> list[float]:
    """The numbers that a fresh process prints."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    return [float(number) for number in done.stdout.split()]
