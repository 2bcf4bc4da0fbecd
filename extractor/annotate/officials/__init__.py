"""Officials: the named persons who hold a public post that the story gives.

As printed (P a post with its place and body, N a name with titles and degrees):

    P, N    P N                  Wali Kota Jambi, Dr. H. Maulana, M.K.M.    Kepala Dinas Koperasi dan UKM Haryanto
    N, P    N P    N - P         Yusuf Salim, Sekda Raja Ampat              Riski Kepala BPJS Ketenagakerjaan Cabang X
    N (P)   N selaku P           Winarti (Bupati Tulang Bawang)             Sri Wahyuni selaku Sekda
    P dan P N dan N              Bupati dan Wakil Bupati Sleman A dan B

None: a post without a name, a name without a post, a former or coming holder, an officer of a company, party,
association or jury; a capitalised verb behind a post in a headline ("Wali Kota Tegaskan ..."): in lines printed as
headlines only names that the story's sentences give count.

A region's post has the region's code as `jurisdiction`, its offices too, with the office as `organization`. Posts of
BPJS, ministries, commissions and banks have none: they answer to no region. The head of a police district, garrison,
court or prosecution named for a region has its code.
"""

from typing import TYPE_CHECKING

from extractor import facts
from extractor.annotate.officials.governments import Governments
from extractor.annotate.officials.holders import Holder, Naming, find_mentions, gather, keys
from extractor.annotate.officials.namings import read_namings
from extractor.annotate.officials.posts import Post
from extractor.annotate.officials.setting import Setting
from extractor.annotate.story import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.annotate.regions import Mention


def officials(story: Story, places: "Sequence[Mention]") -> tuple[facts.Official, ...]:
    """The officials that a story names, each once with all its spans, in the order of their first span."""
    if not story.matches.get("officials"):
        return ()
    setting = Setting(story, places)
    namings = read_namings(setting, story.matches["officials"])
    plain = [naming for naming in namings if not setting.in_headline(naming.name.first)]
    known = frozenset[str]().union(*(keys(naming.name.words) for naming in plain))
    shown = [kept for naming in namings if (kept := _in_headline(naming, known, setting))]
    holders = gather(sorted([*plain, *shown], key=_by_start))
    find_mentions(setting, holders)
    governments = Governments(setting)
    found = [_fact(holder, setting, governments) for holder in holders]
    return tuple(sorted(found, key=_by_place))


def _by_start(naming: Naming) -> int:
    return naming.start


def _by_place(official: facts.Official) -> tuple[tuple[int, int], str]:
    return official.spans[0], official.name


def _in_headline(naming: Naming, known: frozenset[str], setting: Setting) -> Naming | None:
    """A headline's naming, cut to the words of names that the story's sentences give; None without such words."""
    if not setting.in_headline(naming.name.first):
        return None
    name = naming.name
    words = name.words
    last = len(words)
    while last and not keys(words[:last]) <= known:
        last -= 1
    if not last:
        return naming if _is_marked(naming, setting) else None
    if last == len(words):
        return naming
    end = name.first + last
    name = name._replace(end=end, last=end, words=words[:last], degrees=())
    return naming._replace(end=max(end, naming.post.end), name=name)


def _is_marked(naming: Naming, setting: Setting) -> bool:
    """Whether a line that looks like a headline lists persons: an item, or a name set off by titles and degrees."""
    title = setting.story.article.title_span
    if title and setting.story.in_title(setting.units.unit_of[naming.start]):
        return False
    return setting.in_list(naming.start) or bool(naming.name.honorifics or naming.name.degrees)


def _main_post(namings: "Sequence[Naming]") -> Post:
    """The post that a story gives a person first in full, in its longest words; not another that he holds "juga"."""
    first = next((naming.post for naming in namings if naming.post.full), namings[0].post)
    same = [naming for naming in namings if naming.post.full == first.full and naming.post.role.startswith(first.role)]
    return max(same, key=lambda naming: (len(naming.post.role), -naming.start)).post


def _fact(holder: Holder, setting: Setting, governments: Governments) -> facts.Official:
    ordered = sorted(holder.namings, key=lambda naming: naming.start)
    post = _main_post(ordered)
    first = ordered[0]
    same = [naming.post for naming in ordered if naming.post.role == post.role]
    tokens = sorted({(naming.start, naming.end) for naming in ordered} | set(holder.mentions))
    jurisdictions = [code for one in (post, *same) if (code := governments.of(one))]
    return facts.Official(
        name=holder.name,
        honorifics=holder.fullest("honorifics"),
        degrees=holder.fullest("degrees"),
        role=post.role,
        status=next((one.status for one in same if one.status), None),
        jurisdiction=jurisdictions[0] if jurisdictions else None,
        organization=next((one.organization for one in (post, *same) if one.organization), None),
        spans=tuple(setting.reading.offsets(start, end) for start, end in tokens),
        pattern=first.pattern,
    )
