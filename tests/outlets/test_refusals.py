"""An outlet file that cannot be meant is refused whole, with its file, its line and the reason."""

import sys
from pathlib import Path

import pytest

from extractor import folders
from extractor.cli import main
from extractor.errors import PatternError
from extractor.outlets import load
from extractor.patterns import patterns

from .folder import OUTLET, SYSTEM, outlets_folder

WARTA, LENTERA = "warta.example.toml", "systems/lentera.toml"
SHORT = 'name = "Kabar Rimba"\ndomains = ["rimba.example"]\nverified = "never"\n'
LOOSE = "verified = \"never\"\n"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (WARTA, OUTLET + "[layout\n", "outlets/warta.example.toml:30: no TOML"),
        (WARTA, OUTLET.replace("name =", "title =", 1), "outlets/warta.example.toml:1: unknown key 'title'; known are"),
        (WARTA, OUTLET.replace('name = "Warta Bahari"\n', ""), "outlets/warta.example.toml: an outlet needs `name`"),
        (WARTA, OUTLET.replace('verified = "saved page 2024-05-06"\n', ""),
         "outlets/warta.example.toml: must say when it was verified"),
        (WARTA, OUTLET.replace("saved page 2024-05-06", "yesterday"), "warta.example.toml:6: `verified` is"),
        (WARTA, OUTLET.replace("saved page 2024-05-06", "2024-02-30"), "warta.example.toml:6: `verified` is"),
        (WARTA, OUTLET.replace('region = "15"', 'region = "10"'), "warta.example.toml:4: the gazetteer has no region"),
        (WARTA, OUTLET.replace('region = "81"', 'region = "81.99"'), "warta.example.toml:10: the gazetteer has no"),
        (WARTA, OUTLET.replace('system = "lentera"', 'system = "suar"'),
         "warta.example.toml:5: no page system is called 'suar'; there are lentera"),
        (WARTA, OUTLET.replace('region = "15"', 'zone = "WIB"'), "warta.example.toml:4: `zone` is one of Asia/Jakarta"),
        (WARTA, OUTLET.replace('"warta.example",', '"www.example",'), "warta.example.toml:2: the file of"),
        (WARTA, OUTLET.replace('"wartabahari.example"', '"https://warta"'), "warta.example.toml:2: 'https://warta' is"),
        (WARTA, OUTLET.replace('domain = "ambon', 'host = "ambon'), "warta.example.toml:10: unknown key 'host'"),
        (WARTA, OUTLET.replace('name = "Warta Ambon", ', ""), "warta.example.toml:10: each of `outlets` needs"),
        (WARTA, OUTLET.replace("dari redaksi:", "Dari Redaksi:"), "warta.example.toml:7: `furniture` must be in lower"),
        (WARTA, OUTLET.replace("dari redaksi:", "(*)"), "warta.example.toml:7: '(*)' in `furniture` is too short"),
        (WARTA, OUTLET.replace('["dari redaksi:"]', "[3]"), "warta.example.toml:7: `furniture` must hold words in"),
        (WARTA, OUTLET.replace('"/cari"', '"cari"'), "warta.example.toml:8: 'cari' in `forbidden` is no path"),
        (WARTA, OUTLET.replace("article.baru", "article..baru"), "warta.example.toml:21: 'article..baru' in `story`"),
        (WARTA, OUTLET.replace("p.baca", "p.baca >"), "warta.example.toml:27: 'p.baca >' in `drop` is no CSS selector"),
        (WARTA, OUTLET.replace("p.baca", "p:has(b > a)"), "warta.example.toml:27: 'p:has(b > a)' in `drop` is no"),
        (WARTA, OUTLET.replace("article.baru", "article"), "warta.example.toml:21: 'article' may be anything"),
        (WARTA, OUTLET.replace('story = ["#lama"]\n', ""), "warta.example.toml:25: a layout needs `story`"),
        (WARTA, OUTLET.removesuffix('verified = "never"\n'), "warta.example.toml:25: a layout needs `verified`"),
        (WARTA, OUTLET.replace('since = "2023-01-01"', 'since = "2023"'), "warta.example.toml:22: `since` is a day"),
        (WARTA, OUTLET.replace('until = "', 'since = "2023-01-02"\nuntil = "'), "warta.example.toml:29: `until` is"),
        (WARTA, OUTLET.replace('until = "2023-01-01"', 'since = "2024-01-01"'), "warta.example.toml:25: layouts stand"),
        (WARTA, OUTLET.replace('each = "/{n}"', 'each = "/2"'), "warta.example.toml:14: `each` holds {n} once"),
        (WARTA, OUTLET.replace('each = "/{n}"', 'all = "page=all"'), "warta.example.toml:14: `all` is put behind"),
        (WARTA, OUTLET.replace('each = "/{n}"', 'first = "1"'), "warta.example.toml:14: `first` must be a number"),
        (WARTA, OUTLET.replace("words = 70", "words = 0"), "warta.example.toml:17: `words` is the number of words"),
        (WARTA, OUTLET.replace('"author"]', '"byline"]'), "warta.example.toml:18: an article has no field 'byline'"),
        (LENTERA, SYSTEM.replace("[\"lentera-cdn\"]", "[]").replace('["isi-berita", "isi-amp"]', "[]"),
         "outlets/systems/lentera.toml: a page system needs `name` and `marks`"),
        (LENTERA, SYSTEM.replace("any =", "some ="), "lentera.toml:2: unknown key 'some'"),
        (LENTERA, SYSTEM.replace("{page}", "{number}"), "lentera.toml:5: unknown part {number} in `tags`"),
        (LENTERA, SYSTEM.replace("https://{host}/rss", "/rss"), "lentera.toml:4: '/rss' in `feeds` is no address"),
        (LENTERA, SYSTEM.replace("{slug}", "{title}"), "lentera.toml:6: unknown part {title} in `article_addresses`"),
        (LENTERA, SYSTEM.replace('"/{section}', '"{section}'), "lentera.toml:6: '{section}/{year}"),
        (LENTERA, SYSTEM.replace("2021/09/09/", ""), "lentera.toml:7: 'https://warta.example/daerah/pekerja-rentan-"),
        (LENTERA, SYSTEM.replace("tag/{tag}?page={page}", "a/2021/09/09/{tag}"), "lentera.toml:5: 'https://{host}/a/2021"),
        ("rimba.example.toml", SHORT.replace("rimba.example", "warta.example"),
         "rimba.example.toml:2: the file of 'warta.example'"),
        ("rimba.example.toml", SHORT.replace('"rimba.example"', '"rimba.example", "warta.example"'),
         "warta.example.toml:2: 'warta.example' is Kabar Rimba's already, in outlets/rimba.example.toml"),
        ("loose.toml", LOOSE, "outlets/loose.toml: an outlet file needs `name` and `domains`, or `outlets`"),
        ("loose.toml", LOOSE + "outlets = [3]\n", "outlets/loose.toml:2: `outlets` holds tables"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(tmp_path: Path, file: str, text: str, said: str) -> None:
    folder = outlets_folder(tmp_path, {file: text})
    with pytest.raises(PatternError) as refused:
        load(folder, thorough=True)
    assert said in str(refused.value)


def test_what_a_layout_drops_may_be_found_by_its_words(tmp_path: Path) -> None:
    text = OUTLET.replace('"p.baca"', "'p:-soup-contains(\"Baca juga\")'")
    found = load(outlets_folder(tmp_path, {WARTA: text}), thorough=True)
    assert 'p:-soup-contains("Baca juga")' in {selector for layout in found.all[0].layouts for selector in layout.drop}


def test_a_selector_that_only_one_library_reads_is_refused_by_the_check(tmp_path: Path) -> None:
    text = OUTLET.replace("article.baru", "article.baru:hover::after")
    with pytest.raises(PatternError, match="no CSS selector"):
        load(outlets_folder(tmp_path, {WARTA: text}), thorough=True)


def test_patterns_check_refuses_a_bad_outlet_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    patterns()
    outlets_folder(tmp_path / "outlets", {WARTA: OUTLET.replace("article.baru", "article..baru")})
    monkeypatch.setattr(folders, "patterns", lambda: tmp_path)
    monkeypatch.setattr(sys, "argv", ["extractor", "patterns", "check", "--kind", "awards"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    assert "outlets/warta.example.toml:21: 'article..baru'" in capsys.readouterr().err
