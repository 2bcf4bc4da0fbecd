"""A little web on loopback: outlets of the press that do not exist, each on an address of its own, with their logs."""

from tests.sources.web.kinds import KINDS, Site, little_press
from tests.sources.web.night import press_patterns, settings, sources_of_little_web
from tests.sources.web.serving import LittleWeb, Request, Seen
from tests.sources.web.stories import Story, stories_of, story

__all__ = [
    "KINDS", "LittleWeb", "Request", "Seen", "Site", "Story", "little_press", "press_patterns", "settings",
    "sources_of_little_web", "stories_of", "story",
]  # fmt: skip
