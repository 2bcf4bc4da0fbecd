"""Settings for people: every one with its value and where it comes from, and the file that explains them all."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from extractor.settings import PREFIX
from extractor.settings.model import Fields, Own
from extractor.settings.origins import Key, spelled
from extractor.settings.reading import Read

HIDDEN = "***"
"""What stands for a secret."""
DEFAULT = "default"
_OTHERS = {f"{PREFIX}{name}" for name in ("EVERY_KILL", "TESTS_INSIDE", "STORE")}
"""Variables that are no settings."""
_GROUPS = {name.upper() for name, field in Fields.model_fields.items() if isinstance(field.default, BaseModel | dict)}
"""Tables that a variable may hold whole, as JSON."""
_IN_A_QUERY = re.compile(r"(?i)\b(password|passwd|pwd|token|secret|key|sslpassword)=[^&#\s]*")


class Shown(NamedTuple):
    """A setting as it may be printed: its name in the file, its value (None: not set), where it comes from."""

    setting: str
    value: Any
    origin: str


def shown(read: Read) -> Iterator[Shown]:
    """Every setting; secrets are hidden, in addresses too."""
    for key, value in _values(read.configuration, ()):
        around = (key[:length] for length in range(len(key), 0, -1))
        origin = next((read.origins[one] for one in around if one in read.origins), DEFAULT)
        yield Shown(spelled(key), _printable(key, value), origin)


def unknown(read: Read, environment: Mapping[str, str]) -> list[str]:
    """Variables of the environment that are named like settings and are none."""
    known = {row.setting.replace(".", "_").upper() for row in shown(read)} | _GROUPS
    named = {name for name in environment if name.startswith(PREFIX)} - _OTHERS
    return sorted(name for name in named if name.removeprefix(PREFIX) not in known)


def _values(model: BaseModel, above: Key) -> Iterator[tuple[Key, Any]]:
    for name, field in type(model).model_fields.items():
        key, value = (*above, field.alias or name), getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _values(value, key)
        elif isinstance(value, dict):
            for own, table in value.items():
                told = ((one, had) for one, had in _values(table, (*key, own)) if had is not None)
                yield from told
        else:
            yield key, value


def _printable(key: Key, value: Any) -> Any:
    if isinstance(value, SecretStr):
        return HIDDEN
    if isinstance(value, list):
        return [_printable(key, one) for one in value]
    if key == ("nightly", "ping") and value is not None:
        return f"{urlsplit(value).scheme}://{urlsplit(value).hostname}/{HIDDEN}"  # its path is all that it keeps secret
    return without_secrets(value) if isinstance(value, str) else value


def without_secrets(text: str) -> str:
    """An address without the password in it: "postgresql://user:***@host/name"; any other text as it is."""
    scheme, mark, rest = text.partition("://")
    if not mark:
        return text
    place = re.match(r"[^/?#]*", rest)
    assert place is not None
    user, at, host = place[0].rpartition("@")
    name, colon, _ = user.partition(":")
    hidden = f"{name}:{HIDDEN}@{host}" if colon else f"{user}{at}{host}"
    return f"{scheme}://{hidden}" + _IN_A_QUERY.sub(rf"\1={HIDDEN}", rest[place.end() :])


def example() -> str:
    """A settings.toml with every setting as a comment, to begin from."""
    lines = [
        "# How extractor is set. Take away the # before what you want to say; what is not said is as it stands here.",
        "# EXTRACTOR_GAP, EXTRACTOR_MAIL_HOST ... in the environment outweigh this file, and flags outweigh both.",
        "# `extractor config show --origin` prints what holds and where it comes from.",
    ]
    tables = []
    for name, field in Fields.model_fields.items():
        kind = field.annotation
        if name == "outlet":
            tables += ["", "# What holds for one outlet, by its id.", '#[outlet."kompas.com"]', *_fields(Own)]
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            tables += ["", f"# {(kind.__doc__ or '').strip()}", f"[{name}]", *_fields(kind)]
        else:
            lines += _field(name, field)
    return "\n".join([*lines, *tables]) + "\n"


def _fields(model: type[BaseModel]) -> list[str]:
    return [line for name, field in model.model_fields.items() for line in _field(field.alias or name, field)]


def _field(name: str, field: FieldInfo) -> list[str]:
    value = field.examples[0] if field.examples else field.default
    if value is None:  # of one outlet: as for all
        value = Fields.model_fields[name].default
    return ["", f"# {field.description}", f"#{name} = {json.dumps(value, ensure_ascii=False)}"]
