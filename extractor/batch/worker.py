"""A worker: a process that reads pages one after the other and can be killed.

It is started with FD, PIPELINE and MEMORY; FD is its end of a connection, over which it takes jobs and answers with a
`Result`, or with a text where the program itself cannot go on. Before its first answer, and where it has fetched one of
several pages, it says that it is ready: its time counts from then.
"""

import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from extractor.batch.results import Job, Result, names_of
from extractor.errors import ExtractorError

_READY = ("ready",)
_STARTUP = 60.0  # seconds in which a worker must be ready; its first page's time counts from then
_START = "from extractor.batch.worker import main; main()"


class Worker:
    """The parent's side of a worker: its process, and the job it is at, with the time when that must be done."""

    def __init__(self, pipeline: str, memory: int) -> None:
        self.connection, theirs = Pipe()
        command = [sys.executable, "-c", _START, str(theirs.fileno()), pipeline, str(memory)]
        path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        # one thread in the linear algebra under spaCy: each reserves address space that counts as memory
        environment = {**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        theirs.close()
        self.ready = False
        self.number: int | None = None
        self.names: list[str] = []
        self.due = self.seconds = 0.0

    def give(self, number: int, job: Job, seconds: float) -> None:
        """Send a job; it must be answered within `seconds` of the worker's being ready."""
        self.number, self.names, self.seconds = number, names_of(job), seconds
        self.due = time.monotonic() + (seconds if self.ready else _STARTUP)
        self.connection.send(job)

    def take(self) -> Result | None:
        """The answer to the job, or None for word that the worker is ready; `EOFError` where the process ended."""
        answer = self.connection.recv()
        if answer == _READY:
            self.ready, self.due = True, time.monotonic() + self.seconds
            return None
        self.number = None
        if isinstance(answer, str):
            raise ExtractorError(answer)
        assert isinstance(answer, Result)
        return answer

    def kill(self) -> int:
        """End the process at once; its exit code."""
        self.process.kill()
        self.connection.close()
        return self.process.wait()


def serve(connection: Connection, pipeline: str, memory: int) -> None:
    """Answer jobs; an error of the connection where the parent goes away."""
    from extractor.batch.reader import load, read_input

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    extract = load(pipeline)
    connection.send(_READY)
    while True:
        job = connection.recv()
        try:
            answer: Result | str = read_input(job, extract, lambda: connection.send(_READY))
        except ExtractorError as error:
            answer = str(error)
        connection.send(answer)


def main() -> None:
    """Serve as the command line says, until the parent has ended, in whatever way it did."""
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(Connection(int(sys.argv[1])), sys.argv[2], int(sys.argv[3]))
