"""Pages that speak of no award, for the bench of reading a WARC: the corpus's markup around words of other stories."""

import random
import re
from collections.abc import Callable

from extractor import folders

_STORIES = """
Hujan deras mengguyur wilayah pesisir sejak dini hari dan membuat arus lalu lintas tersendat di beberapa ruas jalan.
Tim tuan rumah unggul lebih dulu lewat sundulan penyerang muda pada menit ke-23 sebelum jeda.
Harga cabai rawit merah di pasar induk turun menjadi Rp42.000 per kilogram setelah pasokan dari sentra panen lancar.
Polisi masih mendalami keterangan tiga saksi terkait kebakaran gudang kayu di tepi sungai tersebut.
Warga berharap perbaikan jembatan gantung segera rampung agar anak-anak tidak memutar jauh ke sekolah.
Gempa bermagnitudo 4,8 itu tidak berpotensi tsunami, kata petugas pos pengamatan setempat.
Pelatih menyebut dua pemain inti masih menjalani pemulihan cedera lutut dan absen pada laga tandang.
Nelayan memilih tidak melaut karena gelombang mencapai tiga meter di selat bagian utara.
Rumah makan itu menyajikan ikan bakar sambal dabu-dabu dengan resep turun-temurun dari nenek pemiliknya.
Kereta wisata beroperasi dua kali sehari selama musim libur dengan tarif yang sama seperti tahun lalu.
Nilai tukar rupiah ditutup menguat tipis terhadap dolar Amerika pada perdagangan sore.
Grup musik asal Bandung tersebut merilis lagu baru yang direkam di sebuah studio kecil di kaki gunung.
Petani kopi di lereng barat mulai memetik buah merah pekan ini, lebih lambat daripada biasanya.
Pengendara diminta mengurangi kecepatan di tikungan karena jalan licin dan penerangan padam.
Film horor garapan sutradara muda itu ditonton lebih dari setengah juta orang dalam sepekan.
""".split()
_TEXT = re.compile(r">([^<>]{12,})<")
_ATTRIBUTE = re.compile(r'(content|alt|title|href|src)="([^"]{12,})"')


def irrelevant_pages(count: int, wanted: Callable[[bytes], bool], seed: int = 4) -> list[bytes]:
    """So many pages that the filter does not want: each has the markup of a page of the corpus, and other words."""
    chance = random.Random(seed)
    markups = [path.read_text("utf-8", "replace") for path in sorted(folders.corpus().rglob("*.html"))]
    pages: list[bytes] = []
    while len(pages) < count:
        page = _page(chance.choice(markups), chance)
        pages += [] if wanted(page) else [page]
    return pages


def _page(markup: str, chance: random.Random) -> bytes:
    def told(length: int) -> str:
        words = chance.choices(_STORIES, k=length // 6)
        return " ".join(word if chance.random() < 0.97 else str(chance.randrange(10**6)) for word in words)

    other = _TEXT.sub(lambda found: f">{told(len(found[1]))}<", markup)
    return _ATTRIBUTE.sub(lambda found: f'{found[1]}="{told(len(found[2]))}"', other).encode()
