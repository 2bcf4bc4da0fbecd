"""Settings read: the sources laid over each other by pydantic-settings, and for each value where it comes from."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource
from pydantic_settings import SettingsError as Undecoded
from pydantic_settings.sources import InitSettingsSource
from pydantic_settings.sources.utils import parse_env_vars

from extractor.settings import FILE, PREFIX, SettingsError
from extractor.settings.model import Configuration, Fields
from extractor.settings.origins import Key, leaves, line_of, lines_of, spelled, variable_of

_SAID = {
    "string_type": "a text in quotes",
    "string_sub_type": "a text in quotes",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "list_type": "a list in [brackets]",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
"""What a value must be where it has the wrong type, by pydantic's name of the error."""


class Read(NamedTuple):
    """Settings, and the origin of each that was set: "--contact", "EXTRACTOR_GAP", "data/settings.toml:3"."""

    configuration: Configuration
    origins: dict[Key, str]


class _File(NamedTuple):
    """What a file sets, and the lines on which it does."""

    path: Path
    told: dict[str, Any]
    lines: dict[Key, int]


class _Environment(EnvSettingsSource):
    """The environment that is given, and not that of the process."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._given = environment
        super().__init__(Configuration)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return parse_env_vars(self._given, self.case_sensitive, self.env_ignore_empty)


def read(folder: Path, environment: Mapping[str, str], flags: Mapping[str, object]) -> Read:
    """The settings of a data folder; `SettingsError` where a value cannot be meant, with its place."""
    file = _read_file(folder / FILE)
    try:
        Fields.model_validate(file.told, strict=True)  # here a number is no text; in the environment all are texts
    except ValidationError as error:
        raise _refused(error, {}, file) from None
    given = {name: value for name, value in flags.items() if value is not None and value != ""}
    variables = {name: value.strip() for name, value in environment.items() if name.startswith(PREFIX)}
    source = _Environment(variables)
    try:
        told = source()
    except Undecoded as error:
        name = "".join(re.findall(r'field "(\w+)"', str(error))).upper()
        raise SettingsError(f"{PREFIX}{name}: is to be written as JSON, or by its parts: {PREFIX}MAIL_HOST") from None
    origins = {key: _place(key, file) for key, value in leaves(file.told) if value != {}}  # [mail] alone sets nothing
    origins |= {key: _variable(key, variables) for key, value in leaves(told) if value != {}}
    origins |= {(name,): f"--{name}" for name in given}
    try:
        made = _laid_over(given, source, file.told)
    except ValidationError as error:
        raise _refused(error, origins, file) from None
    return Read(made, origins)


def _laid_over(given: dict[str, object], environment: _Environment, told: dict[str, Any]) -> Configuration:
    """Flags over the environment over the file over defaults."""

    class Sourced(Configuration):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,  # noqa: ARG003  as above
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  as above
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  as above
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, environment, InitSettingsSource(settings_cls, told)

    made = Sourced(**given)  # type: ignore[arg-type]
    return Configuration.model_construct(**{name: getattr(made, name) for name in Configuration.model_fields})


def _read_file(path: Path) -> _File:
    try:
        text = path.read_text(encoding="utf-8")
        return _File(path, tomllib.loads(text), lines_of(text))
    except (FileNotFoundError, NotADirectoryError):
        return _File(path, {}, {})
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: is no text in UTF-8") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SettingsError(f"{path}: cannot be read: {reason}") from error


def _place(key: Key, file: _File) -> str:
    line = line_of(key, file.lines)
    return f"{file.path}:{line}" if line else str(file.path)


def _variable(key: Key, variables: Mapping[str, str]) -> str:
    names = (variable_of(key[:length], PREFIX) for length in range(len(key), 0, -1))
    return next((name for name in names if name in {one.upper() for one in variables}), variable_of(key, PREFIX))


def _refused(error: ValidationError, origins: Mapping[Key, str], file: _File) -> SettingsError:
    """The first thing that is wrong, for a person; what stands there is not repeated, for it may be a secret."""
    wrong = error.errors(include_url=False, include_input=False)[0]
    key = tuple(str(part) for part in wrong["loc"] if not isinstance(part, int) and part != "[key]")
    around = next((key[:length] for length in range(len(key), 0, -1) if key[:length] in origins), None)
    place = origins[around] if around else _place(key, file)
    return SettingsError(f"{place}: {_reason(key, wrong)}")


def _reason(key: Key, wrong: ErrorDetails) -> str:
    if wrong["type"] == "extra_forbidden":
        return f"nobody knows {spelled(key)!r}; there are {', '.join(_known(key[:-1]))}"
    if wrong["type"] in _SAID:
        return f"`{spelled(key)}` is to be {_SAID[wrong['type']]}"
    if wrong["type"] == "meant":
        return wrong["msg"] if wrong["msg"].startswith("'") else f"`{spelled(key)}` {wrong['msg']}"
    return f"`{spelled(key)}` {_meant(key) or wrong['msg']}"


def _meant(key: Key) -> str | None:
    """What a value must be, as the model says it."""
    model = model_of(key[:-1])
    field = next((one for name, one in model.model_fields.items() if key[-1] in (name, one.alias)), None)
    told = field.json_schema_extra if field else None
    return str(told["meant"]) if isinstance(told, dict) and "meant" in told else None


def _known(key: Key) -> list[str]:
    return [field.alias or name for name, field in model_of(key).model_fields.items()]


def model_of(key: Key) -> type[BaseModel]:
    """The model of a table: () for all, ("mail",) for one, ("outlet", ID) for an outlet's."""
    from extractor.settings.model import Own

    if not key:
        return Fields
    if key[0] == "outlet":
        return Own
    kind = Fields.model_fields[key[0]].annotation
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else Fields
