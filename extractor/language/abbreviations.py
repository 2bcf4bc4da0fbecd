"""Closed classes of written Indonesian that decide whether a stop belongs to its word.

All are kept in lower case, without their stop, except `BARE_DEGREES`, which are case-sensitive
("SE" is a degree or Surat Edaran, "se" is neither). The open lists of titles and degrees, by which
persons are read, are kept under patterns/words; here stand only the forms that the press prints with a stop.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


HONORIFICS = word_set(
    """dr dra drs drg drh prof ir hj hjh hi kh ust ustd ustz ustadz tgk tgkh tgh tn ny nn sdr sdri bpk pdt rd rr
    tb gst tjok dw ign moh moch mochd muh mohd muhd much mhd ach abd dt st apt ns lc mr mrs yth alm almh purn
    plt plh pj pjs pgs jend letjen mayjen brigjen kol letkol kapt lettu letda irjen kombes akbp akp kompol
    ipda iptu aiptu aipda bripka brigpol laksda laksma pol inf kav arm"""
)
PLACES = word_set("kab kec kel prov kep jl jln gg ds dsn gp")
OFFICE = word_set("no nmr rp pt cv ud tbk dkk dll dsb dst tsb ttg tgl thn th hlm psl vs cq ttd sbb yg dgn utk tk")
MONTHS = word_set("jan feb apr agt ags sept okt nov")
ABBREVIATIONS = HONORIFICS | PLACES | OFFICE | MONTHS
"""Words that keep the stop behind them: "Plt.", "Kab.", "No.", "Rp."."""

MAY_END = word_set("dll dkk dsb dst tbk al")
"""Abbreviations with which a sentence ends before any capital."""

NEVER_LAST = (PLACES | OFFICE) - MAY_END
"""Abbreviations that always have their name or number behind them."""

BARE_DEGREES = word_set(
    """SE SH MH MM MT ST SP MP MS SS SI MA BA ME SIP MIP SAP MAP SKM MKM MPH MBA MPA SHI MHI SIK MIK STP SSTP MSE LLM
    BBA CA CPA QIA MSi SSi MPd SPd SPdI MPdI SSos MSos MKes SKes SKom MKom SIKom MIKom SHum MHum SAg MAg SPt SPi
    SHut MHut SKep MKep SFarm MSc BSc MEng PhD DEA Ak MAk SAk AMd AMK SPsi MPsi SThI MSM MEc MAB MTr STr SAB AP
    SST STTP"""
)
"""Degrees printed without stops inside; they keep a stop only before a comma or another degree."""

DEGREE_ENDINGS = word_set(
    """ag ak ap ars arch ars bio biomed bns com cs des div ds ec ed eng epid farm fil gz hum hut ikom int ip ik
    kar keb ked kep kes kg kh km kom kp ling li m1 ma mat md med mus no par pd phil pi pel per psi psy pt ptk sc si
    sas sit sn sos ss st stat stp th tr trans vet ei sy hi sus kn opsla id i"""
)
"""What stands behind the first stop of a degree: S.Sos, M.Kes, A.Md. Tells "M.Kes" from "M.Jaelani"."""

NUMBERED = word_set("no nomor rt rw km pasal psl ayat hal rp")
"""Words whose number may follow a stop: "RT. 03", "No. 4"."""

STARTERS = word_set(
    """ia dia beliau mereka kami kita saya ini itu hal pada dalam dengan untuk menurut selain sementara namun tetapi
    sedangkan adapun sebelumnya kemudian lalu selanjutnya acara kegiatan penghargaan program dari di ke saat ketika
    usai setelah turut hadir melalui berdasarkan sejak bahkan bukan tidak juga karena oleh sebagai sehingga semua
    para seluruh tak tahun hingga kini atas tim sebanyak ada menanggapi sambil jika bila apabila maka dan agar
    ketiganya keduanya rombongan semoga kehadiran pelantikan"""
)
"""Words that open a sentence but no name: what follows an initial or a degree with its stop."""
