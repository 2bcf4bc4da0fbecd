"""What the gazetteer costs a fresh process, in seconds of processor time and in memory."""

import subprocess
import sys

import pytest

# each script prints the seconds that its lookups took, imports included, and the memory of the process in MB
CLOCK = "import resource, time; began = time.process_time(); from extractor.gazetteer import gazetteer; g = gazetteer()"
REPORT = (
    "print(time.process_time() - began); "
    "print(next(int(line.split()[1]) / 1024 for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)


def cost(lookup: str) -> tuple[float, float]:
    command = [sys.executable, "-c", f"{CLOCK}; found = {lookup}; assert found, found; {REPORT}"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    return float(printed[0]), float(printed[1])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.parametrize(
    ("lookup", "most_seconds"),
    [
        ("g.named('Muaro Jambi', level='regency')", 0.25),
        ("g.named('Danau Sipin', level='district', within='15.71')", 0.25),
        ("g.named('Linsowu', level='village')", 0.5),
        ("g.near('Linsowo', level='village')", 0.5),
    ],
)
def test_first_use_takes_under_half_a_second_and_150_mb(lookup: str, most_seconds: float) -> None:
    seconds, megabytes = cost(lookup)
    assert seconds < most_seconds
    assert megabytes < 150


def test_a_district_is_found_without_reading_a_village() -> None:
    command = "from extractor.gazetteer import gazetteer; g = gazetteer(); g.get('15.71.10'); print(len(g._read))"
    assert subprocess.run([sys.executable, "-c", command], capture_output=True, check=True).stdout == b"0\n"
