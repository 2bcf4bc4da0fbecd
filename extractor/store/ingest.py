"""Articles into the store: each with its text, what was read in it and where it came from, in one transaction.

The same input again changes nothing. Another text at an article's address is a new version of it, and the one that the
server sent last holds; where no archive tells when that was, the one that was ingested last. Of several inputs with one
text, the one that was sent last tells its title, author and the like; of several such, the first by name: so that the
store does not depend on the order in which its inputs came.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

from extractor.clean.addresses import read_address, story_address
from extractor.store.database import Store
from extractor.store.insertions import driven, insert, inserted
from extractor.store.pieces import pieces
from extractor.store.readings import Reading, groups_of, lay_down, reading_of, replace, touch
from extractor.store.runs import Run
from extractor.store.search import index_new, index_text
from extractor.store.storable import short, storable, storable_object
from extractor.store.strangers import are_strangers
from extractor.store.tables import archives, articles, inputs, texts
from extractor.store.tokens import Words, words_of

_Text = Any
"""A row of `_VERSIONS`: a text, and the article whose version it is."""
NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
_TOLD = (
    "title", "author", "published", "dateline", "title_span", "dateline_span", "section", "tags", "language",
    "conflicts", "pages", "advertorial",
)  # fmt: skip
_VERSIONS = (
    select(
        articles.c.id.label("article_id"),
        articles.c.url,
        articles.c.outlet,
        articles.c.site,
        articles.c.text_id.label("current"),
        articles.c.set_aside,
        texts.c.id,
        texts.c.hash,
        texts.c.version,
        texts.c.source,
        texts.c.fetched,
        texts.c.seen,
        texts.c.patterns,
        *(texts.c[name] for name in _TOLD),
    )
    .join(texts, texts.c.article_id == articles.c.id)
    .where(articles.c.key == bindparam("key"))
    .order_by(texts.c.version)
)
_HOLD = (
    update(articles)
    .where(articles.c.id == bindparam("number"))
    .values({"text_id": bindparam("held"), **{name: bindparam(name) for name in ("url", "outlet", "site")}})
)
_KNOWN = select(inputs).where(inputs.c.source.in_(bindparam("names", expanding=True)))


_UNSURE = ("fault", "unreadable")
"""Codes of what may be an article all the same."""
_NOTHING = reading_of({})


class Brought(NamedTuple):
    """An input as it was named, and SHA-256 of its bytes; None where they could not be read or nobody counted them."""

    source: str
    digest: str | None = None


class Before(NamedTuple):
    """What came of an input when it was read last: an article, or why it was set aside."""

    digest: str
    article_id: int | None
    code: str | None
    reason: str | None


class Story:
    """An extraction as the store keeps it.

    `kept` is the object of the annotation guideline, its article with what else the store keeps: `canonical`, `site`,
    `published` with its time, `section`, `tags`, `language`, `conflicts`, `pages`, `title_span`, `dateline_span`,
    `fetched` (ISO, UTC), `hearsay` (nobody but the page itself gives its address), and beside it the index's `words`.
    What of these is not there is unknown, or worked out here.
    """

    def __init__(self, kept: dict[str, Any], brought: Sequence[Brought]) -> None:
        words = kept.get("words")  # of a to z: storable as they are
        kept = storable_object({name: told for name, told in kept.items() if name != "words"})
        article = kept["article"]
        self.text: str = article["text"]
        self.hash = hashlib.sha256(self.text.encode()).hexdigest()
        url = article.get("canonical") or _address(article["url"])
        self.key = url if url and short(url) == url else f"sha256:{self.hash}"
        self.is_hearsay = bool(article.get("hearsay"))
        self.named = {"url": url, "outlet": article["outlet"], "site": article.get("site") or article["outlet"]}
        self.told = {name: article.get(name) for name in _TOLD} | {"advertorial": bool(article["advertorial"])}
        self.told |= {name: article.get(name) or [] for name in ("tags", "conflicts")}
        self.source = short(storable(brought[0].source) if brought else article["source"])
        self.fetched: str | None = article.get("fetched")
        self.words = Words(**words) if words else words_of(self.told["title"], self.text)
        self.reading: Reading = reading_of(kept)

    def stand_alone(self) -> None:
        """Have no address: the one that its page gives is another story's."""
        self.key, self.named["url"] = f"sha256:{self.hash}", None

    def outranks(self, text: _Text) -> bool:
        """Whether this input, and not the one that brought the text before, tells its title and the like."""
        mine, other = self.fetched or "", text.seen or ""
        return mine > other or (mine == other and self.source <= text.source)

    def is_later(self, current: _Text) -> bool:
        """Whether this text holds now, and not the one that did; one that lacks pages of the story never outdoes it."""
        mine, other = _wholeness(self.told["pages"]), _wholeness(current.pages)
        if mine != other:
            return mine > other
        if self.fetched is None or current.seen is None or self.source == current.source:
            return True
        return (self.fetched, self.hash) > (current.seen, current.hash)


def _address(url: str | None) -> str | None:
    """A story's address; None where there is none but that of a front page."""
    read = read_address(url) if url else None
    return None if url is None or (read and read.is_front) else story_address(url)


def _wholeness(pages: dict[str, Any] | None) -> tuple[bool, bool, int]:
    """Of two texts of a story, the one with the larger is to be preferred: all pages, the first page, more pages."""
    if not pages or not pages["missing"]:
        return True, True, 0
    return False, 1 not in pages["missing"], pages["have"]


class Ingest:
    """What writes articles and inputs into a store, in the name of a run; one at a time on a store.

    `withdrawn` are articles that today's patterns call none, so far.
    """

    def __init__(self, store: Store, run: Run) -> None:
        self.store, self.run = store, run
        self.withdrawn = 0

    def article(self, kept: dict[str, Any], brought: Sequence[Brought] = ()) -> str:
        """Write an article that was read from some inputs; whether it is new, changed or unchanged."""
        story = Story(kept, brought)
        with self.run.writing(self.store) as connection:
            met = driven(connection, "SELECT id FROM articles WHERE key = ?", story.key).first()
            versions = connection.execute(_VERSIONS, {"key": story.key}).all() if met else ()
            if versions and story.is_hearsay and self._is_another(connection, story, versions):
                story.stand_alone()
                versions = connection.execute(_VERSIONS, {"key": story.key}).all()
            rows = [self._input(one, article_id=versions[0].article_id if versions else None) for one in brought]
            known = self._known(connection, rows)
            same = next((text for text in versions if text.hash == story.hash), None)
            if same and same.patterns == self.run.patterns.version and rows and all(map(known.holds, rows)):
                return UNCHANGED
            article_id, became = self._write(connection, story, versions, same)
            self._keep(connection, [row | {"article_id": article_id} for row in rows], known)
            return became

    def set_aside(self, brought: Brought, code: str, reason: str, site: str | None = None) -> None:
        """Write why an input gave no article.

        The article that it gave once stays: its page is gone or another. But where the very same bytes gave it, and
        nothing else does, it is the patterns that call it none now, and what they read in it is withdrawn.
        """
        with self.run.writing(self.store) as connection:
            row = self._input(brought, code=code, reason=storable(reason), site=site)
            known = self._known(connection, [row])
            before = known.rows.get(row["source"])
            self._keep(connection, [row | {"article_id": before.article_id if before else None}], known)
            if before and before.code is None and before.digest == brought.digest and code not in _UNSURE:
                self._withdraw(connection, before.article_id, code)

    def known(self, sources: Iterable[str]) -> dict[str, "Before"]:
        """Of inputs by their names, those that were read by the run's patterns, and what came of them.

        What could not be read, or not to its end, is not among them: it is worth another try.
        """
        names = {short(storable(source)): source for source in sources}
        found: dict[str, Before] = {}
        with self.store.reading() as connection:
            for several in pieces(list(names)):
                for row in connection.execute(_KNOWN, {"names": several}):
                    if row.patterns == self.run.patterns.version and row.digest and row.code != "fault":
                        found[names[row.source]] = Before(row.digest, row.article_id, row.code, row.reason)
        return found

    def is_whole(self, source: str, digest: str) -> bool:
        """Whether a WARC file of these bytes was ingested whole, with the run's patterns."""
        with self.store.reading() as connection:
            row = connection.execute(select(archives).where(archives.c.source == short(storable(source)))).first()
        return row is not None and (row.digest, row.patterns) == (digest, self.run.patterns.version)

    def whole(self, source: str, digest: str) -> None:
        """Remember that all pages of a WARC file of these bytes were ingested."""
        if self.is_whole(source, digest):
            return
        row = {"source": short(storable(source)), "digest": digest, "patterns": self.run.patterns.version}
        with self.run.writing(self.store) as connection:
            self.run.number(connection)
            connection.execute(delete(archives).where(archives.c.source == row["source"]))
            connection.execute(archives.insert(), row)

    def end(self, ended: str, outcome: str, reason: str | None, counts: dict[str, Any]) -> None:
        """Write what came of the run."""
        if self.run.id is not None:
            with self.run.writing(self.store, lasting=True) as connection:
                self.run.end(connection, ended, outcome, reason, counts)

    @staticmethod
    def _is_another(connection: Connection, story: Story, versions: Sequence[_Text]) -> bool:
        """Whether the article at the address that a page gives itself is another story."""
        if any(text.hash == story.hash for text in versions):
            return False
        return are_strangers(connection, versions[0].current, story.told["title"], story.text)

    def _input(self, brought: Brought, **told: Any) -> dict[str, Any]:
        none = {"article_id": None, "code": None, "reason": None, "site": None}
        named = {"source": short(storable(brought.source)), "digest": brought.digest}
        return none | named | {"patterns": self.run.patterns.version} | told

    @staticmethod
    def _known(connection: Connection, rows: list[dict[str, Any]]) -> "_Known":
        asked = "SELECT 1 FROM inputs WHERE source = ?"
        names = [name for row in rows if driven(connection, asked, name := row["source"]).first()]
        found = connection.execute(_KNOWN, {"names": names}) if names else ()
        return _Known({row.source: row for row in found})

    def _keep(self, connection: Connection, rows: list[dict[str, Any]], known: "_Known") -> None:
        """Write the rows of inputs that are new or say something else than before."""
        for row in {row["source"]: row for row in rows if not known.holds(row)}.values():
            full = row | {"run_id": self.run.number(connection)}
            if row["source"] in known.rows:
                connection.execute(update(inputs).where(inputs.c.source == row["source"]).values(full))
            else:
                insert(connection, inputs, [full])

    def _write(
        self, connection: Connection, story: Story, versions: Sequence[_Text], same: _Text | None
    ) -> tuple[int, str]:
        """Write what the store does not have yet of a story; the article's id and what became of it."""
        if not versions:
            row = {"key": story.key, "run_id": self.run.number(connection), **story.named}
            article_id = inserted(connection, articles, row)
            text_id = self._add(connection, story, article_id, 1)
            driven(connection, "UPDATE articles SET text_id = ? WHERE id = ?", text_id, article_id)
            index_new(connection, text_id, story.words)
            touch(connection, story.reading.groups)
            return article_id, NEW
        article_id, current = versions[0].article_id, next(text for text in versions if text.id == versions[0].current)
        was_none = current.set_aside is not None
        if was_none:
            connection.execute(update(articles).where(articles.c.id == article_id).values(set_aside=None))
        if same is None:
            text_id = self._add(connection, story, article_id, versions[-1].version + 1)
            if was_none or story.is_later(current):
                self._hold(connection, story, article_id, text_id, current.id)
            return article_id, CHANGED
        return article_id, CHANGED if self._renew(connection, story, same, current) else UNCHANGED

    def _withdraw(self, connection: Connection, article_id: int, code: str) -> None:
        """Have nothing be read in an article that no input gives any more; it stays, with all that was read before."""
        giving = select(inputs.c.source).where(inputs.c.article_id == article_id, inputs.c.code.is_(None))
        if connection.execute(giving.limit(1)).first():
            return
        mine = articles.c.id == article_id
        text_id = connection.execute(select(articles.c.text_id).where(mine)).scalar_one()
        before = groups_of(connection, text_id)
        replace(connection, text_id, _NOTHING, self.run)
        connection.execute(update(texts).where(texts.c.id == text_id).values(patterns=self.run.patterns.version))
        connection.execute(update(articles).where(mine).values(set_aside=code))
        touch(connection, before)
        self.withdrawn += 1

    def _add(self, connection: Connection, story: Story, article_id: int, version: int) -> int:
        """A text that the store does not have, with what was read in it; its id."""
        row = story.told | {
            "article_id": article_id,
            "hash": story.hash,
            "version": version,
            "source": story.source,
            "fetched": story.fetched,
            "seen": story.fetched,
            "words": len(story.text.split()),
            "text": story.text,
            "patterns": self.run.patterns.version,
            "run_id": self.run.number(connection),
        }
        text_id = inserted(connection, texts, row)
        lay_down(connection, text_id, story.reading, self.run)
        return text_id

    @staticmethod
    def _hold(connection: Connection, story: Story, article_id: int, text_id: int, before: int | None) -> None:
        """Have a text be the one that holds: its article's names, the search index and the register follow it."""
        connection.execute(_HOLD, {"held": text_id, "number": article_id, **story.named})
        index_text(connection, text_id, story.told["title"], story.text, story.words)
        touch(connection, story.reading.groups | (groups_of(connection, before) if before else set()))

    def _renew(self, connection: Connection, story: Story, text: _Text, current: _Text) -> bool:
        """Bring a text that the store has up to an input that holds it too; whether anything changed that is told."""
        new, before, reread = dict[str, Any](), set[str](), False
        if story.fetched:
            new["fetched"] = min(filter(None, (text.fetched, story.fetched)))
            new["seen"] = max(filter(None, (text.seen, story.fetched)))
        was_none = text.set_aside is not None
        if was_none or story.outranks(text) or text.patterns != self.run.patterns.version:
            new |= story.told | {"source": story.source, "patterns": self.run.patterns.version}
            before = groups_of(connection, text.id)
            reread = replace(connection, text.id, story.reading, self.run)
        differing = {name for name, value in new.items() if getattr(text, name) != value}
        if differing:
            self.run.number(connection)
            connection.execute(update(texts).where(texts.c.id == text.id).values(new))
        changed = reread or not differing <= {"fetched", "seen", "source", "patterns"}
        if text.id == current.id and changed:
            touch(connection, before)
            self._hold(connection, story, text.article_id, text.id, None)
        elif text.id != current.id and (was_none or self._comes_back(new, text, current)):
            self._hold(connection, story, text.article_id, text.id, current.id)
            changed = True
        return changed

    @staticmethod
    def _comes_back(new: dict[str, Any], text: _Text, current: _Text) -> bool:
        """Whether the server has gone back to a text of before."""
        if "seen" not in new or _wholeness(text.pages) < _wholeness(current.pages):
            return False
        return current.seen is not None and bool((new["seen"], text.hash) > (current.seen, current.hash))


class _Known:
    """What the store says of inputs."""

    def __init__(self, rows: dict[str, Any]) -> None:
        self.rows = rows

    def holds(self, row: dict[str, Any]) -> bool:
        """Whether an input's row says the same already."""
        before = self.rows.get(row["source"])
        return before is not None and all(getattr(before, name) == value for name, value in row.items())
