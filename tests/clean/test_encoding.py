"""Bytes to text: marks, labels, UTF-16, windows-1252, and what is no text."""

import gzip
import random

import ftfy.bad_codecs  # noqa: F401  the codec of windows-1252 as browsers read it
import pytest

from extractor.clean.encoding import decode
from extractor.errors import SetAside

STORY = "AMBON – “Ini baru langkah awal,” kata Wali Kota, seraya menyebut 3.405 nelayan dan café pelabuhan. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
def test_text_is_read_in_whatever_it_was_saved(encoding: str) -> None:
    assert decode((STORY * 3).encode(encoding), "a.txt").text == STORY * 3


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "utf-8", "nonsense", None])
def test_valid_utf8_is_utf8_whatever_the_label_says(label: str | None) -> None:
    assert decode(STORY.encode(), "a.html", label).text == STORY


def test_a_page_names_its_own_charset() -> None:
    page = '<html><head><meta charset="windows-1251"></head><p>Амбон'
    assert decode(page.encode("windows-1251"), "a.html").text == page


def test_a_label_means_what_browsers_take_it_to_mean() -> None:
    assert decode("“Ambon”".encode("windows-1252"), "a.html", "iso-8859-1").text == "“Ambon”"


def test_one_cut_letter_does_not_spoil_the_rest() -> None:
    assert decode((STORY * 5).encode() + "–".encode()[:2], "a.txt").text == STORY * 5 + "\ufffd"


def test_a_lone_nul_is_part_of_the_text() -> None:
    assert decode(b"Ambon\0 " + STORY.encode() * 3, "a.txt").text == "Ambon\0 " + STORY * 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n%", "PDF"),
        (b"PK\x03\x04\x14\x00", "office"),
        (gzip.compress(b"Ambon", mtime=0), "gzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (random.Random(1).randbytes(4000), "binary"),
        (b"Ambon" + b"\0" * 40, "binary"),
    ],
)
def test_what_is_no_text_is_set_aside_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(SetAside, match=f"^berkas: not text: .*{reason}"):
        decode(content, "berkas")


@pytest.mark.parametrize(
    ("content", "label", "charset", "by"),
    [
        (b"\xef\xbb\xbfAmbon", "windows-1252", "utf-8", "byte order mark"),
        ("“Ambon”".encode("windows-1252"), "latin1", "windows-1252", "server"),
        ("<meta charset=windows-1251><p>Амбон".encode("windows-1251"), None, "windows-1251", "page"),
        ("<meta charset=windows-1251><p>Амбон".encode("windows-1251"), "koi8-r", "koi8-r", "server"),
        ("<p>Ambon – café".encode("windows-1252"), None, "windows-1252", "its bytes"),
        ("<p>Ambon – café".encode("windows-1252"), "utf-8", "windows-1252", "its bytes"),
        ("<meta charset=iso-2022-jp><p>日本".encode("iso-2022-jp"), None, "iso-2022-jp", "page"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><p>caf\xe9', None, "windows-1252", "page"),
        (b"<!-- <meta charset=koi8-r> --><meta content='a; charset=latin1'>caf\xe9", None, "windows-1252", "page"),
        (b"<script charset='koi8-r'></script><p>caf\xe9", None, "windows-1252", "its bytes"),
    ],
)
def test_the_choice_of_the_charset_is_kept(content: bytes, label: str | None, charset: str, by: str) -> None:
    read = decode(content, "a.html", label)
    assert (read.charset, read.named_by) == (charset, by)


def test_an_unlabelled_page_in_another_script_is_sniffed() -> None:
    story = "Губернатор области вручил награду за охрану труда рабочих завода, сообщает пресс-служба. " * 8
    assert decode(f"<p>{story}".encode("windows-1251"), "a.html").text == f"<p>{story}"


@pytest.mark.parametrize("encoding", ["sloppy-windows-1252", "macroman"])
def test_mojibake_is_mended_line_by_line_and_counted(encoding: str) -> None:
    wrong = "“Kami bangga,” ujar José – luas 12 m².".encode().decode(encoding)
    read = decode(f"Ambon – satu.\n{wrong}\nSelesai.".encode(), "a.txt")
    assert read.text == "Ambon – satu.\n“Kami bangga,” ujar José – luas 12 m².\nSelesai."
    assert str(read) == "utf-8 (its bytes), 1 line of mojibake mended"


@pytest.mark.parametrize("text", ["São Tomé – Ângela", "Harga Â tetap", "Ã", "10 °C ± 2 · “kutip” ‘kutip’ … café"])
def test_what_is_no_mojibake_for_certain_stays(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text
