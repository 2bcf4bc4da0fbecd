"""Deadlines as people write them: a time of the day, or how long from now."""

import re
from datetime import datetime, time, timedelta

_SHAPE = 'a time such as "05:30", or how long: "6h", "90m", "1h30m", or minutes'


def deadline_of(text: str) -> time | timedelta:
    """What a text means: "05:30" a time of the day, "6h", "90m", "360" (minutes) a duration; `ValueError` else."""
    text = text.strip()
    if clock := re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text):
        return time(int(clock[1]), int(clock[2]))
    if re.fullmatch(r"[1-9]\d{0,4}", text):
        return timedelta(minutes=int(text))
    found = re.fullmatch(r"(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?", text)
    if not found or not any(int(number or 0) for number in found.groups()):
        raise ValueError(_SHAPE)
    hours, minutes, seconds = (int(number or 0) for number in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def seconds_left(text: str, now: datetime) -> float:
    """Seconds from now to a deadline; the next such time of the day in the zone of `now`."""
    told = deadline_of(text)
    if isinstance(told, timedelta):
        return told.total_seconds()
    at = now.replace(hour=told.hour, minute=told.minute, second=0, microsecond=0)
    return (at if at > now else at + timedelta(days=1)).timestamp() - now.timestamp()
