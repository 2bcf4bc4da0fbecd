"""Commands of Python in processes of their own that need not load the program first: forks of one that has.

`run` is `subprocess.run` of this Python, for tests of what a command does; what it loads and how it starts is tested
with processes from scratch. A child has its own environment, folder, arguments and streams, and ends as Python ends.
It has the patterns from the start, too, and the digest of the program: who edits files beside a run of the tests does
not have them seen by one command and not by the next. `forget` is for a child that reads by other patterns.
"""

import atexit
import gc
import importlib
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOADED = (
    *("extractor.cli.crawling", "extractor.cli.nightwork", "extractor.cli.stores", "extractor.pipeline"),
    *("extractor.clean.page", "extractor.batch.ingesting", "extractor.store.entries", "extractor.store.clusters"),
    *("extractor.store.check", "extractor.store.backup", "extractor.store.migrations", "extractor.export"),
    *("spacy", "lxml.html", "bs4", "dateparser", "sqlalchemy.dialects.sqlite", "alembic.command", "snowballstemmer"),
    *("structlog", "rich.progress", "rich.table", "jinja2", "tomlkit", "psycopg"),
)
Told = subprocess.CompletedProcess[str]
_MOST = 200_000
"""Bytes of a request."""
_PAGE = b"""<html><head><title>Kota Tegal Raih Adipura</title></head><body><article><h1>Kota Tegal Raih Adipura</h1>
<p>TEGAL - Pemerintah Kota Tegal meraih Piala Adipura 2024 dari Kementerian Lingkungan Hidup, Selasa (3/6/2025).</p>
<p>Wali Kota Tegal, Yermias Tupalessy, menyebut 32 petugas kebersihan di Desa Latuhalat ikut berjasa.</p>
</article></body></html>"""
"""A story whose reading loads all that any needs."""


def run(
    arguments: Sequence[str | Path], cwd: Path, env: Mapping[str, str], given: bytes = b"", timeout: float = 120.0
) -> subprocess.CompletedProcess[bytes]:
    """What a command printed and how it ended; `arguments` stand behind `python`."""
    request = json.dumps({"arguments": list(map(str, arguments)), "cwd": str(cwd), "env": dict(env)}).encode()
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        stdin.write(given)
        stdin.seek(0)
        asking = _loaded()
        asking.settimeout(timeout)
        socket.send_fds(asking, [request], [stream.fileno() for stream in (stdin, out, err)])
        code = int(asking.recv(_MOST))
        printed = []
        for stream in (out, err):
            stream.seek(0)
            printed.append(stream.read())
    return subprocess.CompletedProcess(list(map(str, arguments)), code, *printed)


def told(arguments: Sequence[str | Path], cwd: Path, env: Mapping[str, str], given: str = "") -> Told:
    """As `run`, in text."""
    done = run(arguments, cwd, env, given.encode())
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def forget() -> None:
    """Have nothing of what the program read from its files, as if it had only just been loaded."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] == "extractor":
            for value in tuple(vars(module).values()):
                if isinstance(value, type(_loaded)):  # what `cache` and `lru_cache` make
                    value.cache_clear()


@cache
def _loaded() -> socket.socket:
    """Where the process that has loaded the program listens; it goes with the one that asks."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.forks", str(theirs.fileno())], cwd=ROOT, pass_fds=[theirs.fileno()]
        )
    atexit.register(_end, process, ours)
    return ours


def _end(process: subprocess.Popen[bytes], asking: socket.socket) -> None:
    asking.close()
    process.wait(10)


def _serve(asked: socket.socket) -> dict[str, Any] | None:
    """Fork for each request: the request, in the child; None in the parent, at the end."""
    while True:
        told, streams, _, _ = socket.recv_fds(asked, _MOST, 3)
        if not told:
            return None
        child = os.fork()
        if not child:
            asked.close()
            for number, stream in enumerate(streams):
                os.dup2(stream, number)
                os.close(stream)
            request: dict[str, Any] = json.loads(told)
            return request
        for stream in streams:
            os.close(stream)
        asked.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _read() -> None:
    """Read a story as for the store."""
    from extractor.article import Page
    from extractor.batch.kept import keep_story
    from extractor.store import pattern_sets

    keep_story(Page("-", _PAGE, "https://koran.example/berita/kota-tegal-raih-adipura")).to_dict()
    pattern_sets.current()


def _become(request: dict[str, Any]) -> None:
    """Do what `python ARGUMENTS...` does."""
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    first, *rest = request["arguments"]
    if first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = [first, *rest]
        runpy.run_path(first, run_name="__main__")


if __name__ == "__main__":
    listening = socket.socket(fileno=int(sys.argv[1]))
    for module in LOADED:
        importlib.import_module(module)
    _read()
    gc.freeze()
    if (asked_for := _serve(listening)) is not None:
        _become(asked_for)
