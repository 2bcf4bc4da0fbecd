"""A PostgreSQL server for tests: in a temporary folder, on a socket there, gone with the process that started it."""

import atexit
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
import time
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL

GUEST, SECRET = "guest", "rahasia123"
"""A role that needs its password; all others are trusted."""
_SUPERUSER = "postgres"
_HBA = f"local all {GUEST} scram-sha-256\nlocal all all trust\n"
_QUICK = ("fsync=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=40")
"""For data that nobody needs after a crash of the machine; a crash of the server alone loses none of it."""
_PR_SET_PDEATHSIG = 1
_SECONDS = 30.0


class Missing(Exception):
    """PostgreSQL cannot be started here; the text says why."""


class Server:
    """A server with its own data; it can be stopped and started, and a database is made in it for each test."""

    def __init__(self, *settings: str) -> None:
        self.programs = programs()
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir=_short_folder()))
        self.settings = (*_QUICK, *settings)
        self.process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._numbers = count(1)
        self._as: dict[str, Any] = {"user": None} if os.geteuid() else _other_user()
        if not os.geteuid():
            os.chown(self.folder, self._as["user"], self._as["group"])
        command = [self.programs / "initdb", "-D", self.folder / "data", "-U", _SUPERUSER, "-A", "trust", "-N"]
        self._run([*command, "-E", "UTF8", "--locale=C"])
        (self.folder / "data" / "pg_hba.conf").write_text(_HBA, encoding="ascii")
        self.start()
        with self.connected() as connection:
            connection.execute(f"CREATE ROLE {GUEST} LOGIN PASSWORD '{SECRET}'")

    def _run(self, command: list[str | Path]) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/", **self._as)
        if done.returncode:
            raise Missing(f"{Path(command[0]).name}: {' '.join(done.stderr.split())}")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = ["-k", str(self.folder), "-c", "listen_addresses="]
        for setting in self.settings:
            options += ["-c", setting]
        log = (self.folder / "log").open("ab")
        command = [self.programs / "postgres", "-D", self.folder / "data", *options]
        own = {**self._as, "preexec_fn": _die_with_parent}
        with log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **own)
        until = time.monotonic() + _SECONDS
        while True:
            try:
                self.connected().close()
                return
            except psycopg.OperationalError as error:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise Missing((self.folder / "log").read_text(errors="replace")[-500:]) from error
                time.sleep(0.02)

    def stop(self, how: str = "fast") -> None:
        """Stop the server: "fast" ends its sessions, "immediate" is as good as a crash."""
        if self.process:
            self.process.send_signal({"fast": signal.SIGINT, "immediate": signal.SIGQUIT}[how])
            self.process.wait(_SECONDS)
            self.process = None

    def connected(self, database: str = _SUPERUSER) -> "psycopg.Connection[Any]":
        """A connection of the superuser that commits each statement."""
        return psycopg.connect(host=str(self.folder), user=_SUPERUSER, dbname=database, autocommit=True)

    def url(self, database: str, user: str = _SUPERUSER, password: str | None = None) -> str:
        """The address of a database of this server, as a user writes it."""
        query = {"host": str(self.folder)}
        made = URL.create("postgresql", username=user, password=password, database=database, query=query)
        return made.render_as_string(hide_password=False)

    def database(self, template: str = "template0") -> str:
        """The name of a new database, a copy of the template."""
        name = f"test_{next(self._numbers)}"
        with self.connected() as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        if not self.process:
            self.start()
        with self.connected() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')

    def remove(self) -> None:
        """Stop it and remove its folder; a child of the process that started it leaves both alone."""
        if os.getpid() != self._owner:
            return
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)


@cache
def shared_server() -> Server | str:
    """The one server of this process's tests, which goes when the process ends; or why there is none."""
    try:
        server = Server()
    except Missing as error:
        return f"PostgreSQL: {error}"
    atexit.register(server.remove)
    return server


def programs() -> Path:
    """The folder with PostgreSQL's programs: the newest of Debian's, else where PATH finds `postgres`."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("postgres")
    if not found:
        raise Missing("not installed: apt-get install postgresql")
    return Path(found).resolve().parent


def _short_folder() -> str | None:
    """Where a socket's path stays within the 107 bytes that the system allows."""
    return None if len(tempfile.gettempdir()) < 60 else "/tmp"


def _other_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: another user, whom the folder is given to."""
    import pwd

    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise Missing("refuses to run as root, and there is neither a user postgres nor nobody")


def _die_with_parent() -> None:
    """The kernel stops the server when the process that started it ends, however it ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)
