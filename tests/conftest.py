"""What several tests share: one pass of the command over the corpus."""

import fcntl
import gc
import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from extractor.batch.fetch import INSIDE
from tests.corpus.passes import over_the_corpus

os.environ[INSIDE] = "1"  # tests start their servers on this machine


@pytest.fixture(scope="session")
def corpus_output(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What `extractor extract --jobs 1` prints of all articles of the corpus; the first process that asks makes it."""
    own = tmp_path_factory.getbasetemp()
    kept = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "corpus.jsonl"
    with kept.open("ab+") as shared:
        fcntl.flock(shared, fcntl.LOCK_EX)
        if not shared.seek(0, os.SEEK_END):
            shared.write(over_the_corpus(jobs=1, seed=1))
        shared.seek(0)
        return shared.read()


@pytest.fixture(scope="session")
def corpus_read(corpus_output: bytes) -> dict[str, dict[str, Any]]:
    """What was read in each article of the corpus, by its file name."""
    articles = map(json.loads, corpus_output.decode().splitlines())
    return {Path(article["article"]["source"]).name: article for article in articles}


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Thousands of tests are gathered to stay: looking for cycles among them takes as long as that, and later again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: a fifth of their time they wait for disks, servers and gaps of a crawl."""
    return (os.cpu_count() or 1) + 1


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Names for bytes that are no text: in packed ones the time of day stands, which is another in each process."""
    return argname if isinstance(val, bytes) and not val.isascii() else None
