"""The reading of a text: offsets, sentences, paragraphs, list marks, and the vocabulary behind them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher, PhraseMatcher

from extractor.language import chunks as language_chunks
from extractor.language import read, vocab, vocabulary

PRESS = st.text(st.sampled_from(list("aBz09 .,-–/()“”\"'’:%@\n\t\u00a0\u200b\x00\ud800é²H")), max_size=60)


def sentences(text):
    reading = read(text)
    return [reading.said(start, end) for start, end in reading.sentences]


def paragraphs(text):
    reading = read(text)
    return [reading.said(start, end) for start, end in reading.paragraphs]


@settings(max_examples=300, deadline=None)
@given(st.one_of(PRESS, st.text(st.characters(), max_size=60)))
def test_tokens_cover_all_that_is_not_space_in_order_with_exact_offsets(text):
    reading = read(text)
    assert [text[start:end] for start, end in zip(reading.starts, reading.ends, strict=True)] == reading.words
    covered = [index for start, end in zip(reading.starts, reading.ends, strict=True) for index in range(start, end)]
    assert covered == sorted(set(covered))
    uncovered = set(range(len(text))) - set(covered)
    assert all(
        text[index].isspace() or text[index] in "\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
        for index in uncovered
    )


@settings(max_examples=200, deadline=None)
@given(PRESS)
def test_sentences_and_paragraphs_divide_all_tokens(text):
    reading = read(text)
    size = len(reading.words)
    assert [index for start, end in reading.sentences for index in range(start, end)] == list(range(size))
    assert [index for start, end in reading.paragraphs for index in range(start, end)] == list(range(size))
    assert all(
        start <= index < end
        for index, (start, end) in (
            (index, reading.sentences[owner]) for index, owner in enumerate(reading.sentence_of)
        )
    )
    assert {start for start, _ in reading.paragraphs} <= {start for start, _ in reading.sentences}
    assert len(reading.doc) == len(reading.lowers) == len(reading.paragraph_of) == size


def test_a_reading_tells_offsets_words_and_tokens():
    reading = read("  Wali Kota\u200b Contoh, H. Pranowo")
    assert reading.words == ["Wali", "Kota", "Contoh", ",", "H.", "Pranowo"]
    assert reading.lowers[:2] == ["wali", "kota"]
    assert reading.offsets(0, 2) == (2, 11)
    assert reading.said(2, 4) == "Contoh,"
    assert [reading.token_at(char) for char in (0, 2, 5, 6, 7, 99)] == [0, 0, 0, 1, 1, 6]
    assert [token.text for token in reading.doc] == reading.words


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b"])
def test_a_text_without_words_has_no_sentence(text):
    reading = read(text)
    assert (reading.words, reading.sentences, reading.paragraphs, len(reading.doc)) == ([], [], [], 0)


def test_a_lone_surrogate_is_replaced_in_the_doc_only():
    reading = read("Kota \ud800x Contoh")
    assert reading.words[1:3] == ["\ud800", "x"]
    assert [token.text for token in reading.doc] == ["Kota", "\ufffd", "x", "Contoh"]


@pytest.mark.parametrize(
    "text",
    [
        "Ia menerima piagam. | Pekerja bangga.",
        "Sebanyak 3 orang hadir? | Ya!",
        "“Kami bangga.” | Ia pun pulang.",
        "(Ini catatan.) | Itu isi.",
        "Melindungi pekerja.Bantuan | diserahkan.",
        "Wali Kota Contoh, Dr. H. Pranowo, M.Si., hadir.",
        "Perda No. 4 dan RT. 03 dibahas.",
        "Honor Rp. 500 ribu cair.",
        "Bupati J. E. Pranata hadir bersama Hj. Lestari, SE. MM dan Ir. Budi.",
        "Hadir Pranowo, M.Si. | Ia berpidato.",
        "Kepala Kec. Kumpang datang.",
        "Bank Contoh Tbk. | Direksi hadir.",
        "“Benar?” tanya dia.",
        "hasilnya meningkat. | hal itu menggembirakan.",
        "Acara selesai . . | Ia pulang.",
        "Petugas, kader, dll. ikut serta.",
        "Pukul 10. | 24 orang hadir.",
        "Nilainya 08.30 saja.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text):
    expected = text.replace("pekerja.Bantuan | ", "pekerja.| Bantuan ")
    assert sentences(expected.replace("| ", "")) == [part.strip() for part in expected.split("|")]


def test_a_line_ends_a_sentence():
    assert sentences("Daftar pemenang\nKota Contoh\n1.316") == ["Daftar pemenang", "Kota Contoh", "1.316"]


def test_a_long_line_goes_on_in_lower_case():
    line = "Pemerintah Kabupaten Contoh menyerahkan penghargaan itu karena seluruh perangkatnya"
    assert sentences(f"{line}\nsudah terlindungi.") == [f"{line}\nsudah terlindungi."]


CLIPPING = """Pemerintah Kota Contoh kembali menyerahkan bantuan iuran bagi para
pekerja rentan yang tersebar di seluruh kecamatan. Bantuan itu diberikan
kepada tukang ojek, petani dan nelayan yang belum pernah memperoleh
perlindungan apa pun dari pemberi kerja di wilayah tersebut dan yang
telah terdaftar.
Wali kota berharap agar jumlah penerima terus bertambah setiap tahun
sehingga tidak ada lagi keluarga yang jatuh miskin karena pencari
nafkahnya meninggal dunia."""


def test_text_wrapped_at_a_width_does_not_end_sentences_at_line_ends():
    assert [sentence.split()[0] for sentence in sentences(CLIPPING)] == ["Pemerintah", "Bantuan", "Wali"]


def test_a_paragraph_of_wrapped_text_ends_at_a_short_line():
    assert [paragraph.split()[0] for paragraph in paragraphs(CLIPPING)] == ["Pemerintah", "Wali"]


HEADER = "Halaman 12 - KLIPING BERITA\nHal. 12\nWALI KOTA SERAHKAN IURAN\nMedia\nKabarcontoh.id\nTanggal 7 Februari\n"


def test_short_lines_above_a_wrapped_text_do_not_hide_its_width():
    found = [sentence.split("\n")[0] for sentence in sentences(HEADER + CLIPPING)]
    assert found[:6] == HEADER.splitlines()
    assert [line.split()[0] for line in found[6:]] == ["Pemerintah", "Bantuan", "Wali"]


def test_names_at_the_starts_of_wrapped_lines_begin_no_sentences():
    clipping = """Nama Kota Contoh muncul di antara pemerintah kota yang dinominasikan
meraih penghargaan itu. Kepastian tersebut disampaikan oleh Direktur
Kepesertaan, E Rahman Wibawa, di sela-sela wawancara calon penerima di
Surabaya, Rabu 5 Juni 2024. Selain itu, kata Rahman, nominenya ialah
Kabupaten Lain, Kota Baru, Kabupaten Seberang, Kabupaten Hulu, dan Kota
Hilir. Tidak semua wali kotanya dapat datang ke ibu kota provinsi pada
hari itu."""
    assert [sentence.split()[0] for sentence in sentences(clipping)] == ["Nama", "Kepastian", "Selain", "Tidak"]


@pytest.mark.parametrize("end", ["di", "dan", "untuk", "oleh", "yang", "kepada", "Kota Lain,"])
def test_a_line_behind_which_something_must_follow_ends_no_sentence(end: str):
    text = f"Penghargaan itu diserahkan {end}\nKota Contoh."
    assert sentences(text) == [text]


@pytest.mark.parametrize("mark", ["- ", "1. ", "\n"])
def test_a_list_or_blank_line_behind_an_open_end_parts_it_all_the_same(mark: str):
    assert len(sentences(f"Penghargaan itu diserahkan kepada\n{mark}Kota Contoh\n{mark}Kota Lain")) == 3


@pytest.mark.parametrize("word", ["kata ", "kata, ", ", ", "1.316 orang "])
def test_no_sentence_is_longer_than_a_reader_can_look_through(word: str):
    reading = read(word * 2_000)
    assert max(end - start for start, end in reading.sentences) <= 250
    assert [end for _, end in reading.sentences[:-1]] == [start for start, _ in reading.sentences[1:]]


def test_a_text_without_stops_is_cut_behind_a_comma():
    reading = read("kata " * 240 + ", " + "kata " * 300)
    assert reading.sentences[0] == (0, 241)


def test_list_items_of_one_length_are_no_wrapped_text():
    items = [f"a. kategori ke-{number} diraih pemerintah kota dari seberang lautan yang jauh" for number in range(8)]
    assert sentences("\n".join(items)) == items


def test_blank_lines_end_paragraphs():
    assert paragraphs("Satu dua.\nTiga.\n\nEmpat.") == ["Satu dua.\nTiga.", "Empat."]


def test_without_blank_lines_each_line_is_a_paragraph():
    assert paragraphs("Satu dua.\nTiga.\nEmpat.") == ["Satu dua.", "Tiga.", "Empat."]


@pytest.mark.parametrize("mark", ["-", "•", "1.", "2)", "(3)", "a.", "b)", "*", "IV.", "–"])
def test_a_list_mark_is_a_token_that_starts_a_sentence(mark):
    reading = read(f"Pemenang yakni:\n{mark} Kota Contoh\n{mark} Kota Lain")
    assert reading.list_marks == {3: mark, 6: mark}
    assert [start for start, _ in reading.sentences] == [0, 3, 6]


@pytest.mark.parametrize("glued", ["1.Kota", "•Kota", "-Kota", "1)Kota"])
def test_a_list_mark_may_be_glued_to_its_item(glued):
    reading = read(f"Yakni:\n{glued} Contoh")
    assert reading.list_marks == {2: glued.removesuffix("Kota")}
    assert reading.words[3:] == ["Kota", "Contoh"]


def test_a_list_mark_alone_on_its_line_goes_with_the_next_line():
    assert sentences("Yakni:\n-\nKota Contoh\n-\nKota Lain") == ["Yakni:", "-\nKota Contoh", "-\nKota Lain"]


@pytest.mark.parametrize(
    "line", ["A. Rahman hadir", "1.316 orang", "08.30 mulai", "2025. Itu tahunnya", "Kota - Desa", "-7 derajat"]
)
def test_no_list_mark(line):
    assert read(f"Awal\n{line}").list_marks == {}


def test_numbers_within_a_line_are_marks_of_a_running_list():
    text = "Pemenangnya yakni: 1. Kota Contoh. 2. Kota Lain, 3. Kabupaten Contoh."
    assert sentences(text) == ["Pemenangnya yakni:", "1. Kota Contoh.", "2. Kota Lain,", "3. Kabupaten Contoh."]
    assert list(read(text).list_marks.values()) == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    "text", ["Ia juara 1. Lalu juara 2. Itu saja.", "Skor 1. Lalu 2. Ia pulang.", "Ada 2. Dan 3. Itu."]
)
def test_sentences_that_end_in_numbers_are_no_running_list(text):
    assert read(text).list_marks == {}


def test_capital_letters_are_marks_in_their_alphabet():
    assert read("Yakni\nA. Kota Contoh\nB. Kota Lain").list_marks == {1: "A.", 4: "B."}


def test_a_dash_that_opens_the_text_is_left_of_a_dateline():
    assert read("- Wali kota hadir.\nIa pulang.").list_marks == {}


def test_matchers_read_docs_of_a_fresh_vocabulary_alike(monkeypatch):
    flag = vocab().add_flag(lambda word: word.lower() == "bupati")
    matcher, phrases = Matcher(vocab()), PhraseMatcher(vocab(), attr="LOWER")
    matcher.add("flagged", [[{flag: True}, {"LOWER": {"REGEX": "^con"}}]])
    phrases.add("name", [read("muara contoh").doc])
    first = read("Bupati Contoh di Muara Contoh").doc
    monkeypatch.setattr(vocabulary, "LIMIT", 1)
    second = read("Bupati Contoh di Muara Contoh").doc
    assert second.vocab is not first.vocab
    assert matcher(second) == matcher(first) != []
    assert phrases(second) == phrases(first) != []
    assert [token.text for token in first] == [token.text for token in second]


@pytest.mark.parametrize(
    "text",
    [
        "\n- " * 60_000,
        "Kata. " * 60_000,
        "\n".join(["kata " * 14] * 4_000),
        "1.\n" * 60_000,
        '."' * 100_000,
        " " * 10**6,
    ],
    ids=["marks", "stops", "wrapped", "numbers", "closers", "space"],
)
def test_hostile_texts_take_linear_time(text):
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 3


def test_words_never_met_again_leave_the_memory(monkeypatch):
    monkeypatch.setattr(language_chunks, "KEPT", 50)
    chunks = language_chunks.Chunks()
    met = [chunks[f"kata{number} "].pieces[0].word for number in range(500)]
    assert len(met) == 500
    assert len(chunks) <= 50


def test_a_vocabulary_does_not_grow_past_its_limit(monkeypatch):
    read("awal")
    monkeypatch.setattr(vocabulary, "LIMIT", len(vocab()) + 200)
    sizes = [len(read(" ".join(f"baru{text}x{word}" for word in range(50))).doc.vocab) for text in range(40)]
    assert max(sizes) <= len(vocab()) + 200 + 200
