"""Inputs shared out to workers, results in the order of the inputs.

The results are the same for any number of jobs. A page that takes too long or too much memory is killed with its
worker, set aside with the reason, and another worker takes its place. With one job, small inputs are read in this
process, which spares a short run the start of another; what could be hostile (it is large, or a server gives it byte by
byte) goes to a worker.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path

from extractor.batch.archived import place_of
from extractor.batch.inputs import is_address, is_here, read
from extractor.batch.reader import PIPELINE, Pipeline, load, read_input
from extractor.batch.results import Input, Job, Result, lost
from extractor.batch.worker import Worker
from extractor.errors import SetAside

SECONDS = 30.0
MEMORY = 2 * 1024**3
_SMALL = 256 * 1024  # bytes that are read in this process
_AHEAD = 32  # results that may wait, for each worker, for a slow page before them


def extract_all(
    inputs: Sequence[Input], jobs: int = 1, *, pipeline: str = PIPELINE, seconds: float = SECONDS, memory: int = MEMORY
) -> Iterator[Result]:
    """The results of the inputs in their order; `pipeline` names the function that reads pages ("module:function").

    An input of several names has one result, and one more for each name that is no page of its story. Raises
    `PatternError` where the patterns cannot be meant.
    """
    for _, result in extract_each(inputs, jobs, pipeline=pipeline, seconds=seconds, memory=memory):
        yield from result.each


def extract_each(
    inputs: Sequence[Input], jobs: int = 1, *, pipeline: str = PIPELINE, seconds: float = SECONDS, memory: int = MEMORY
) -> Iterator[tuple[Input, Result]]:
    """Each input with its result, as `extract_all`; what is no page of an input's story is in `Result.apart`."""
    pool = Pool(pipeline, seconds, memory)
    try:
        results = _alone(inputs, pool) if jobs == 1 or len(inputs) < 2 else _shared(inputs, pool, jobs)
        yield from zip(inputs, results, strict=True)
    finally:
        pool.close()


class Pool:
    """Workers, made when they are needed and replaced when they die."""

    def __init__(self, pipeline: str, seconds: float, memory: int) -> None:
        self.pipeline, self.seconds, self.memory = pipeline, seconds, memory
        self.workers: list[Worker] = []

    def give(self, number: int, job: Job) -> None:
        """Hand a job to an idle worker, or to a new one."""
        worker = next((worker for worker in self.workers if worker.number is None), None)
        if worker is None:
            worker = Worker(self.pipeline, self.memory)
            self.workers.append(worker)
        with suppress(BrokenPipeError, ConnectionResetError):  # it died idle, or at the start: wait() sees that
            worker.give(number, job, self.seconds)

    @property
    def busy(self) -> list[Worker]:
        """The workers that are at a job."""
        return [worker for worker in self.workers if worker.number is not None]

    def wait(self) -> list[tuple[int, Result]]:
        """The jobs that ended, by an answer, a death or the end of their time; at least one."""
        done: list[tuple[int, Result]] = []
        while not done:
            busy = self.busy
            due = min(worker.due for worker in busy)
            answered = wait([worker.connection for worker in busy], max(0.0, due - time.monotonic()))
            for worker in busy:
                assert worker.number is not None
                number = worker.number
                if worker.connection in answered:
                    result = self._answer(worker)
                    if result is not None:
                        done.append((number, result))
                elif time.monotonic() >= worker.due:
                    self._remove(worker)
                    done.append((number, lost(worker.names, f"not read within {self.seconds:.0f} s")))
        return done

    def _answer(self, worker: Worker) -> Result | None:
        try:
            return worker.take()
        except (EOFError, ConnectionResetError):
            code = self._remove(worker)
            return lost(worker.names, _ending(code))

    def _remove(self, worker: Worker) -> int:
        self.workers.remove(worker)
        return worker.kill()

    def close(self) -> None:
        """End all workers."""
        for worker in list(self.workers):
            self._remove(worker)


def _ending(code: int) -> str:
    """What the end of a worker says of its page."""
    if code < 0:
        return f"its reader was ended by signal {-code}, for its memory most likely; read it again by itself"
    return f"its reader ended with code {code}"


def _alone(inputs: Sequence[Input], pool: Pool) -> Iterator[Result]:
    """The inputs one after the other."""
    extract: Pipeline | None = None
    for number, given in enumerate(inputs):
        if given.refused is not None:
            yield Result(given.name, None, given.refused)
            continue
        try:
            job, small = _job(given)
        except SetAside as error:
            yield Result(given.name, None, error.reason)
            continue
        if small:
            extract = extract or load(pool.pipeline)
            yield read_input(job, extract)
        else:
            pool.give(number, job)
            yield pool.wait()[0][1]


def _job(given: Input) -> tuple[Job, bool]:
    """What there is to do for an input, and whether it is small enough to be done in this process."""
    if is_address(given.name) or (given.others and place_of(given.name)):
        return list(given.names) if given.others else given.name, False
    if given.others:
        with suppress(OSError):  # said when it is read
            return list(given.names), sum(Path(name).stat().st_size for name in given.names) <= _SMALL
        return list(given.names), True
    page = read(given.name)
    return page, len(page.content) <= _SMALL


def _shared(inputs: Sequence[Input], pool: Pool, jobs: int) -> Iterator[Result]:
    """The inputs shared out to `jobs` workers; at most `_AHEAD` results for each wait for a slow page before them."""
    waiting: dict[int, Result] = {}
    given = 0
    for number in range(len(inputs)):
        while number not in waiting:
            while given < len(inputs) and len(pool.busy) < jobs and given < number + jobs * _AHEAD:
                _give(given, inputs[given], pool, waiting)
                given += 1
            if number not in waiting:
                waiting.update(pool.wait())
        yield waiting.pop(number)


def _give(number: int, given: Input, pool: Pool, waiting: dict[int, Result]) -> None:
    """Hand an input to a worker; what only this process has is read here."""
    if given.refused is not None:
        waiting[number] = Result(given.name, None, given.refused)
    elif is_here(given.name):
        try:
            pool.give(number, read(given.name))
        except SetAside as error:
            waiting[number] = Result(given.name, None, error.reason)
    else:
        pool.give(number, list(given.names) if given.others else given.name)
