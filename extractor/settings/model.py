"""Everything that can be set, with what it means, what is refused, and what holds where nothing is said."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from extractor.settings import PREFIX
from extractor.settings.deadlines import deadline_of

MOST_WORKERS = 200
SHORTEST_GAP, LONGEST_GAP = 2.0, 86_400.0
_CONTACT = re.compile(r"[^@\s()<>]{1,100}@[^@\s()<>]{1,100}\.[^@\s()<>.]{2,40}|https?://[^\s()<>]{4,300}")
_DOI = re.compile(r"10\.[0-9.]{4,20}/[^\s<>\"'#{}]{1,200}")
_MAILBOX = re.compile(r"[^@\s<>,;]{1,100}@[^@\s<>,;]{1,200}")


def _refuse(reason: str) -> PydanticCustomError:
    return PydanticCustomError("meant", "{reason}", {"reason": reason})


def _reachable(contact: str) -> str:
    contact = contact.strip()
    if not contact.isascii() or not _CONTACT.fullmatch(contact):
        raise _refuse(f"{contact!r} is no address that a site can reach: you@example.org or https://example.org/us")
    return contact


def _mailbox(address: str) -> str:
    bare = address.rpartition("<")[2].rstrip(">").strip()
    if any(character in address for character in "\r\n") or not _MAILBOX.fullmatch(bare):
        raise _refuse('is to hold addresses of mail: "you@example.org" or "Name <you@example.org>"')
    return address


def _listed(told: object, mark: str = ",") -> object:
    """A list as the environment has it: "a@example.org, b@example.org"."""
    return [one.strip() for one in told.split(mark) if one.strip()] if isinstance(told, str) else told


def _names(told: object) -> object:
    """A list of names as the environment has it: "Rahma, Siti; Lembaga Riset Contoh"."""
    return _listed(told, ";")


def _on_the_web(address: str) -> str:
    try:
        parts = urlsplit(address)
        reachable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        reachable = False
    if not reachable:
        raise _refuse("is to be an address of the web: https://...")
    return address


def _doi(name: str) -> str:
    bare = name.strip().removeprefix("https://doi.org/").removeprefix("doi:")
    if not _DOI.fullmatch(bare):
        raise _refuse("is to be a DOI: 10.5281/zenodo.0000000")
    return bare


def _time(deadline: str) -> str:
    try:
        deadline_of(deadline)
    except ValueError as error:
        raise _refuse(f"is to be {error}") from None
    return deadline


def _hours(hours: list[float]) -> list[float]:
    if len(hours) != 2 or not all(0 <= hour <= 24 for hour in hours):
        raise _refuse("are two, from 0 to 24: [22, 5]")
    return hours


def _meant(text: str) -> JsonDict:
    """What a value must be, for a person who reads that it is not."""
    return {"meant": text}


Contact = Annotated[str, AfterValidator(_reachable)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]
Address = Annotated[str, AfterValidator(_on_the_web)]
Gap = Annotated[float, Field(ge=SHORTEST_GAP, le=LONGEST_GAP, allow_inf_nan=False)]
Budget = Annotated[int, Field(ge=1)]
_GAP, _BUDGET = _meant("is from 2 seconds to a day"), _meant("is one request or more")


class Group(BaseModel):
    """A table of the file; keys that nobody knows are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Own(Group):
    """What holds for one outlet; None where it is as for all."""

    gap: Gap | None = Field(
        default=None, description="seconds between two requests to its site", json_schema_extra=_GAP
    )
    budget: Budget | None = Field(
        default=None, description="requests to its site in a night", json_schema_extra=_BUDGET
    )
    hours: Annotated[list[float], AfterValidator(_hours)] | None = Field(
        default=None, description="the hours of its own day in which it may be asked", examples=[[22, 5]]
    )


class Backup(Group):
    """Copies of the store."""

    folder: str | None = Field(
        default=None,
        description="where copies of the store are kept (DATA/backups)",
        examples=["/var/backups/extractor"],
    )
    keep: int = Field(
        default=7, ge=1, description="how many of them are kept", json_schema_extra=_meant("is 1 or more")
    )


class Nightly(Group):
    """The nightly job."""

    deadline: Annotated[str, AfterValidator(_time)] | None = Field(
        default=None,
        description='when it is to end: a time of the machine\'s day "05:30", or after "6h", "90m", "360" minutes',
        examples=["05:30"],
    )
    ping: Address | None = Field(
        default=None,
        description="told of each start, success and failure (/start, nothing, /fail behind it), as healthchecks.io is",
        examples=["https://ping.example.org/0000"],
    )
    ping_inside: bool = Field(
        default=False,
        description="whether that address may be one of your own network, on any port; a crawl never asks such",
        json_schema_extra=_meant("is true or false"),
    )
    metrics: str | None = Field(
        default=None,
        description="a file for Prometheus' textfile collector: the last whole night in numbers",
        examples=["/var/lib/node_exporter/extractor.prom"],
    )


class Digest(Group):
    """The mail that says what is new."""

    to: Annotated[list[Mailbox], NoDecode, BeforeValidator(_listed)] = Field(
        default=[], description="who gets it", examples=[["peneliti@example.org"]]
    )
    sender: Mailbox | None = Field(
        default=None, alias="from", description="who sends it", examples=["Extractor <extractor@example.org>"]
    )
    period: Literal["day", "week", "month"] = Field(
        default="day",
        description="one for each day, week or month",
        json_schema_extra=_meant('is "day", "week" or "month"'),
    )
    notify: Annotated[list[SecretStr], NoDecode, BeforeValidator(_listed)] = Field(
        default=[],
        description="addresses of Apprise (extractor[notify]) that get it too; they are never printed",
        examples=[["tgram://..."]],
    )


class Mail(Group):
    """The server that takes mail."""

    host: str | None = Field(default=None, description="its name", examples=["smtp.example.org"])
    port: int = Field(
        default=587, ge=1, le=65535, description="its port", json_schema_extra=_meant("is from 1 to 65535")
    )
    user: str | None = Field(default=None, description="who we are to it", examples=["extractor@example.org"])
    password: SecretStr | None = Field(
        default=None, description=f"better in {PREFIX}MAIL_PASSWORD; it is never printed", examples=["..."]
    )
    tls: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description='"starttls", "tls" from the first byte (port 465), "none" on this machine only',
        json_schema_extra=_meant('is "starttls", "tls" or "none"'),
    )


class Release(Group):
    """Who answers for what is exported, and where it can be had: what CITATION.cff says."""

    authors: Annotated[list[str], NoDecode, BeforeValidator(_names)] = Field(
        default=[],
        description='who is to be cited: institutions, or persons as "Family, Given" (extractor, and those who run it)',
        examples=[["Lembaga Riset Contoh", "Rahma, Siti"]],
    )
    doi: Annotated[str, AfterValidator(_doi)] | None = Field(
        default=None, description="the DOI of the data", examples=["10.5281/zenodo.0000000"]
    )
    address: Address | None = Field(
        default=None, description="the page from which the data can be had", examples=["https://data.example.org/"]
    )


class Fields(BaseModel):
    """All settings; tables of the file are groups."""

    contact: Contact | None = Field(
        default=None,
        description="an address or a page by which whoever runs a site can reach who crawls it",
        examples=["redaksi@lembaga.example"],
    )
    workers: int = Field(
        default=32,
        ge=1,
        le=MOST_WORKERS,
        description="sites that are asked at the same time",
        json_schema_extra=_meant(f"is from 1 to {MOST_WORKERS}"),
    )
    gap: Gap = Field(
        default=2.0, description="seconds between two requests to a site, at least", json_schema_extra=_GAP
    )
    budget: Budget = Field(
        default=2000, description="requests to a site in a night, at most", json_schema_extra=_BUDGET
    )
    store: str | None = Field(
        default=None,
        description="where the store is: a path, or a database of PostgreSQL (DATA/store.sqlite)",
        examples=["postgresql://extractor@db.example/extractor"],
    )
    language: Literal["id", "en"] = Field(
        default="id",
        description="of what is written for people: Indonesian or English",
        json_schema_extra=_meant('is "id" or "en"'),
    )
    reviewer: str | None = Field(default=None, description="who decides, where `review` is not told", examples=["siti"])
    nightly: Nightly = Nightly()
    backup: Backup = Backup()
    digest: Digest = Digest()
    mail: Mail = Mail()
    release: Release = Release()
    outlet: dict[str, Own] = Field(default={}, description="what holds for one outlet, by its id")

    model_config = ConfigDict(extra="forbid", frozen=True)


class Configuration(Fields, BaseSettings):
    """All settings as they hold; made by `reading.read`, which knows where each comes from."""

    model_config = SettingsConfigDict(
        extra="forbid", frozen=True, env_prefix=PREFIX, env_nested_delimiter="_", env_nested_max_split=1,
        env_ignore_empty=True,
    )  # fmt: skip
