"""Which stories are wanted, and why: by the words of the awards."""

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.errors import PatternError
from extractor.sources.discovery import Candidate, award_words, read_award_words, wanted

AT = "https://kabar.example/warta"


@pytest.mark.parametrize(
    ("headline", "why"),
    [
        ("Pemkot Jambi Raih Paritrana Award 2021", "headline: Paritrana Award"),
        ("PEMKOT JAMBI RAIH PARITRANA", "headline: Paritrana"),
        ("Selamat untuk #ParitranaAward!", "headline: Paritrana Award"),
        ("Bupati terima Patriana Award", "headline: Patriana Award"),
        ("Kabupaten Badung raih opini WTP ke-9", "headline: Opini WTP"),
        ("WTP ke-9 untuk Kabupaten Badung", "headline: WTP"),
        ("Pemkab sabet IGA dari Mendagri", "headline: IGA"),
        ("BPJS Ketenagakerjaan beri penghargaan kepada desa", "headline: BPJS Ketenagakerjaan + penghargaan"),
        ("BPJAMSOSTEK serahkan piagam bagi perusahaan", "headline: bpjamsostek + piagam"),
        ("Kota Sungai Penuh menuju Kabupaten/Kota Layak Anak", "headline: Kabupaten/Kota Layak Anak"),
    ],
)
def test_a_headline_with_an_awards_words_is_wanted(headline: str, why: str) -> None:
    assert wanted(Candidate(AT, AT, headline), award_words()) == why


@pytest.mark.parametrize(
    "headline",
    [
        "Sop iga di Kota Malang laris manis",
        "SOP IGA LARIS MANIS",
        "Macet di Bundaran Adipura",
        "BPJS Ketenagakerjaan gelar sosialisasi",
        "Gubernur serahkan penghargaan lomba voli",
        "Paritranan bukan kata",
        "It is not proper",
        "Warga terima bantuan",
        "",
    ],
)
def test_other_headlines_are_not(headline: str) -> None:
    assert wanted(Candidate(AT, AT, headline), award_words()) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://kabar.example/2021/pemkot-raih-paritrana-award", "address: Paritrana Award"),
        ("https://kabar.example/pemkot-raih-opini-wtp", "address: Opini WTP"),
        ("https://kabar.example/pemkab-sabet-iga", "address: IGA"),
        ("https://kabar.example/sop-iga-malang", None),
        ("https://paritrana.example/sop-buntut-malang", None),
        ("https://kabar.example/penghargaan-dari-bpjs-ketenagakerjaan", "address: BPJS Ketenagakerjaan + penghargaan"),
    ],
)
def test_a_list_of_addresses_alone_is_judged_by_them(url: str, why: str | None) -> None:
    assert wanted(Candidate(url, url), award_words()) == why


def test_keywords_and_summaries_count() -> None:
    story = Candidate(AT, AT, "Desa itu juara", summary="Wali Kota menerima Paritrana Award.")
    assert wanted(story, award_words()) == "summary: Paritrana Award"


def test_an_entry_of_an_awards_tag_page_is_wanted_as_it_is() -> None:
    assert wanted(Candidate(AT, AT, "Warga terima bantuan", award="Adipura"), award_words()) == "tag: Adipura"


def test_the_words_of_some_awards_find_theirs_alone() -> None:
    some = award_words().only(["Adipura"])
    assert wanted(Candidate(AT, AT, "Kota Jambi raih Paritrana"), some) is None
    assert wanted(Candidate(AT, AT, "Kota Jambi raih Adipura"), some) == "headline: Adipura"


@pytest.mark.parametrize(
    ("award", "tags", "search"),
    [
        ("Paritrana Award", ("paritrana-award", "paritrana"), "paritrana"),
        ("Kabupaten/Kota Layak Anak", ("kabupaten-kota-layak-anak", "kota-layak-anak"), "kota layak anak"),
        ("Opini WTP", ("opini-wtp",), "opini wtp"),
        ("PROPER", ("proper",), "proper"),
    ],
)
def test_an_award_is_tagged_and_searched_by_its_name_or_the_heart_of_it(
    award: str, tags: tuple[str, ...], search: str
) -> None:
    (terms,) = award_words().only([award]).awards
    assert (terms.tags, terms.search) == (tags, search)


def test_a_new_award_is_a_new_file(tmp_path: Path) -> None:
    file = 'name = "Anugerah Bahari"\nnames = ["Bahari"]\n'
    (tmp_path / "bahari.toml").write_text(file, encoding="utf-8")
    found = read_award_words(tmp_path)
    assert wanted(Candidate(AT, AT, "Nelayan raih Bahari"), found) == "headline: Bahari"


def test_a_file_without_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bahari.toml").write_text('name = "Anugerah Bahari"\n', encoding="utf-8")
    with pytest.raises(PatternError, match=r"bahari\.toml.*`names`"):
        read_award_words(tmp_path)


def test_discovery_does_without_spacy() -> None:
    code = "import sys; from extractor.sources.discovery import award_words as a; a(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
