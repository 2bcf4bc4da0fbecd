"""A text's language is told by the words that hold its sentences together; names tell nothing."""

import pytest

from extractor.clean.languages import NAMES, language_of

INDONESIAN = (
    "Wali Kota Ambon menyerahkan kartu peserta kepada nelayan di pelabuhan itu karena mereka belum terlindungi. "
    "Ia mengatakan bahwa perusahaan di kota ini harus mendaftarkan semua karyawan, dan bahwa dinas akan memeriksanya. "
    "Menurut kepala dinas, iuran dibayar dengan anggaran kota sejak Juli, yaitu Rp16.800 untuk setiap orang."
)
MALAY = (
    "Majlis perbandaran menyerahkan sijil kepada 40 peniaga kerana mereka telah mencarum selama setahun. Timbalan "
    "Menteri, Datuk Hafiz Osman, berkata caruman itu akan dibayar oleh kerajaan sebanyak RM20 sebulan bagi setiap "
    "orang. Beliau berkata bahawa syarikat perlu memastikan kesihatan kakitangan, iaitu melalui skim insurans."
)
JAVANESE = (
    "Wali kutha masrahake kertu marang para nelayan ing pelabuhan amarga dheweke durung kalebu peserta. Miturut "
    "kepala dinas, iuran iku dibayar saka anggaran kutha, lan saben wong bakal entuk kertu kanggo berobat. Wong sing "
    "ora nduweni kertu bisa teka menyang kantor ing wektu iki uga, nanging kudu nggawa KTP lan kertu kulawarga."
)
SUNDANESE = (
    "Wali kota masihan kartu ka pamayang di palabuan anu can kagolong peserta. Numutkeun kapala dinas, iuran teh "
    "dibayar tina anggaran kota jeung unggal jalma bakal meunang kartu. Jalma nu teu boga kartu bisa datang "
    "ka kantor ayeuna keneh, tapi kudu mawa KTP sarta kartu kulawarga nu aya keneh, ceuk anjeunna ka warga anu datang."
)
ENGLISH = (
    "The mayor of Ambon handed out cards to fishermen at the harbour, who had not been covered by the scheme before. "
    "He said that companies in the city have to register all of their workers, and that the office would check whether "
    "they do it. The contribution has been paid by the city since July, according to the head of the office."
)
WINNERS = "\n".join(f"{place}. Kota {name}, Dinas {name}" for place, name in enumerate(["Ambon", "Tual", "Sorong"] * 8))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (INDONESIAN, "id"),
        (MALAY, "ms"),
        (JAVANESE, "jv"),
        (SUNDANESE, "su"),
        (ENGLISH, "en"),
        ("瓦里科塔将卡片交给港口的渔民" * 10, "zh"),
        ("Мэр вручил карточки рыбакам в гавани. " * 5, "ru"),
        (f"{INDONESIAN} “{ENGLISH[:120]}”", "id"),
        (f"{INDONESIAN} “{JAVANESE[:120]}”", "id"),
        (INDONESIAN + " Di Malaysia, syarikat membayar RM20 untuk Perkeso, kata Datuk Hafiz.", "id"),
    ],
)
def test_a_language_is_told(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "Ambon", WINNERS, "The mayor of Ambon said so.", "12.3 (45) 678 " * 50])
def test_what_says_too_little_has_no_language(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("code", ["id", "ms", "en", "jv", "su", "min", "ban"])
def test_a_language_that_is_told_has_a_name(code: str) -> None:
    assert code in NAMES
