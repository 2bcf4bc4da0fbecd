"""Bytes to text: marks, labels, UTF-16, windows-1252, and what is no text."""

import gzip
import random

import pytest

from extractor.clean.encoding import decode
from extractor.errors import SetAside

STORY = "AMBON – “Ini baru langkah awal,” kata Wali Kota, seraya menyebut 3.405 nelayan dan café pelabuhan. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_text_is_read_in_whatever_it_was_saved(encoding: str) -> None:
    assert decode((STORY * 3).encode(encoding), "a.txt") == STORY * 3


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "utf-8", "nonsense", None])
def test_valid_utf8_is_utf8_whatever_the_label_says(label: str | None) -> None:
    assert decode(STORY.encode(), "a.html", label) == STORY


def test_a_page_names_its_own_charset() -> None:
    page = '<html><head><meta charset="windows-1251"></head><p>Амбон'
    assert decode(page.encode("windows-1251"), "a.html") == page


def test_a_label_means_what_browsers_take_it_to_mean() -> None:
    assert decode("“Ambon”".encode("windows-1252"), "a.html", "iso-8859-1") == "“Ambon”"


def test_one_cut_letter_does_not_spoil_the_rest() -> None:
    assert decode((STORY * 5).encode() + "–".encode()[:2], "a.txt") == STORY * 5 + "\ufffd"


def test_a_lone_nul_is_part_of_the_text() -> None:
    assert decode(b"Ambon\0 " + STORY.encode() * 3, "a.txt") == "Ambon\0 " + STORY * 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n%", "PDF"),
        (b"PK\x03\x04\x14\x00", "office"),
        (gzip.compress(b"Ambon"), "gzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (random.Random(1).randbytes(4000), "binary"),
        (b"Ambon" + b"\0" * 40, "binary"),
    ],
)
def test_what_is_no_text_is_set_aside_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(SetAside, match=f"^berkas: not text: .*{reason}"):
        decode(content, "berkas")
