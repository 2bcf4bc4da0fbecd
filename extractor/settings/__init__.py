"""How `extractor` is set: by flags, the environment (EXTRACTOR_...), DATA/settings.toml and defaults, in this order.

Everything that can be set is a field of `model.Configuration`; deploy/settings.example.toml shows all of it, as
`extractor config init` writes it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from extractor.settings.model import Configuration

FILE = "settings.toml"
"""The name of the file in a data folder."""
PREFIX = "EXTRACTOR_"
"""What the names of all variables of the environment begin with: EXTRACTOR_GAP, EXTRACTOR_MAIL_HOST."""


class SettingsError(ExtractorError):
    """The settings cannot be meant, or lack what is needed; the text says where, which key, and what to do."""


def settings_of(folder: Path, environment: Mapping[str, str], **flags: object) -> "Configuration":
    """What holds for a data folder; a flag that is None was not given. `SettingsError` where it cannot be meant."""
    from extractor.settings.reading import read

    return read(folder, environment, flags).configuration
