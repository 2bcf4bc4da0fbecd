"""The command `extractor`: data on standard output, everything else on standard error.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were set aside, 75 another process is at work on the
same. A command is a module or folder here that holds a click command named `command`, and one line in `GROUPS`. It is
imported when it is called, and has words and options alone; what it does stands in a module that it imports when it
does it, such as ingesting.py of ingest.py, so that help comes at once.
"""

import importlib
import io
import os
import signal
import sys
from pathlib import Path
from typing import Never, TextIO, cast

import click

from extractor import __version__
from extractor.errors import ExtractorError, Locked

GROUPS = {
    "Read articles": {
        "extract": "Facts and award records of files, folders, pages or standard input.",
        "clean": "The story of each page and its metadata; what was removed, and why.",
        "run": "The main job on the articles that come with extractor: tables, a crawl, the register, a dataset.",
        "schema": "The JSON Schema of what `extract` prints.",
    },
    "Keep them, and what they say together": {
        "ingest": "Articles and what is read in them into the store; the same again changes nothing.",
        "search": "Articles of the store by their words, newest first.",
        "clusters": "Which articles are one release: who printed it first, who followed, how near.",
        "register": "One entry for an award, edition, level, category and recipient, from all articles.",
        "review": "What people say of what was read: look, accept, correct, reject, add; stands above the machine.",
        "export": "The register and all that it stands on, as files: CSV, JSON, Parquet, XLSX, SQLite, Data Package.",
        "digest": "What is new, as a mail or a text: entries, changes, disputes, outlets; nothing twice.",
        "kliping": "The daily sheet: what was printed on a day, as XLSX and as a page to print.",
        "db": "The store's database: upgrade, check, backup, copy.",
    },
    "Every night": {
        "nightly": "All that a night has to do: crawl, ingest, cluster, register, back up; goes on after a kill.",
        "crawl": "Find, fetch and keep the press's new articles on the awards.",
        "sources": "The outlets that are crawled: list, add, check, and how many articles they gave.",
        "why": "The whole story of one address: found where, wanted why, asked when, what came of it.",
        "config": "What is set: every setting with its value and where it comes from; a first file of them.",
    },
    "Write patterns": {
        "doctor": "Whether machine, settings, store and patterns are fit for the next night, and what to do.",
        "explain": "What was read in a text, by which pattern, and what was nearly read.",
        "patterns": "Check, compare and begin patterns, for those who write them.",
        "rerun": "Read the store's texts again with changed patterns: all, or those that the change can touch.",
        "runs": "The runs that wrote into the store: when, with which patterns, what came of them.",
        "diff": "What two runs read differently: facts and records gained, lost and changed, by pattern.",
        "completion": "What a shell needs to complete the command's words.",
    },
}
COMMANDS = {name: told for group in GROUPS.values() for name, told in group.items()}

_EPILOG = """\b
Examples:
  extractor extract article.txt
  extractor extract pages/ --format jsonl --jobs 2 > articles.jsonl
  extractor extract https://example.org/news/1 --format json
  pdftotext clipping.pdf - | extractor extract -

\b
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs set aside.
"""
DONE, FAILED, SET_ASIDE, LOCKED, INTERRUPTED = 0, 1, 3, 75, 130


class Commands(click.Group):
    """The commands, each imported when it is called; the list of them needs none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click calls it so
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click calls it so
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"extractor.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an interrupt ends it without a word, and who is at work already is named."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        except Locked as locked:
            fail(str(locked))
            raise click.exceptions.Exit(LOCKED) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands with what each is for, from the lists above, in one column."""
        width = max(map(len, COMMANDS))
        for name, commands in GROUPS.items():
            with formatter.section(name):
                formatter.write_dl([(command.ljust(width), told) for command, told in commands.items()])


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="extractor")
def group() -> None:
    """Read Indonesian press articles: what they state, who won which award, and the words that prove it."""


def main() -> Never:
    """Run the command line and exit."""
    _mend_streams()
    signal.signal(signal.SIGTERM, _interrupt)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing here multiplies matrices; threads take time to start
    try:
        code = group.main(prog_name="extractor", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except ExtractorError as error:
        code = fail(str(error))
    except BrokenPipeError:  # the reader of a pipe has seen enough
        code = FAILED
        discard_stdout()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        code = fail(f"{where}{error.strerror or error}")
        discard_stdout()
    except (KeyboardInterrupt, click.Abort):
        code = INTERRUPTED
        discard_stdout()
    sys.exit(code or DONE)


def _mend_streams() -> None:
    """What the shell closed leads nowhere, but for standard output; what its encoding lacks is printed as "?"."""
    closed = sys.stdout is None
    if sys.stdin is None:  # in this order, each gets its own number back
        sys.stdin = _nowhere("r")
    if closed:
        sys.stdout = _nowhere("w")
    if sys.stderr is None:
        sys.stderr = _nowhere("w")
    if closed:
        sys.exit(fail("standard output is closed; send it to a file, or to /dev/null with --out"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _nowhere(mode: str) -> TextIO:
    """A stream that holds nothing and keeps nothing."""
    return cast(TextIO, Path(os.devnull).open(mode, encoding="utf-8"))


def _interrupt(signal_number: int, _: object) -> None:
    """A request to end is taken as Ctrl-C is: workers are ended, and nothing half written stays."""
    raise KeyboardInterrupt(signal_number)


def fail(message: str) -> int:
    """Say on one line why nothing more can be done; the exit code for it."""
    print(f"extractor: {printable(message)}", file=sys.stderr)
    return FAILED


def printable(text: str) -> str:
    """A text on one line, without what would move a terminal's cursor."""
    return printable_piece(" ".join(text.split()))


def brief(text: str, longest: int = 200) -> str:
    """A text on one line as `printable` has it, cut where it is long: of 10,000 letters no table is left."""
    line = printable(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def printable_piece(text: str) -> str:
    """A piece of a line without what would move a terminal's cursor; it keeps all its blanks, as columns need them."""
    return "".join(one if one.isprintable() else " " if one.isspace() else "\ufffd" for one in text)


def discard_stdout() -> None:
    """Nothing more goes to standard output, or Python would complain of it while it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
