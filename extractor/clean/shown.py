"""An article with what was taken out of it, in place: what `extractor clean --show-removed` prints."""

from extractor.article import Article, Removed


def show_removed(article: Article) -> str:
    """The text with each removed piece where it stood, marked with its reason: "[- link: Baca juga: ... -]".

    A piece that stood before a line or below the last one has a line of its own, one from inside a line stands in it.
    """
    parts, at, text = list[str](), 0, article.text
    for piece in sorted(article.removed, key=lambda piece: piece.at):
        parts += [text[at : piece.at], _shown(piece, text)]
        at = piece.at
    return "".join([*parts, text[at:]])


def _shown(piece: Removed, text: str) -> str:
    """A piece with its reason, and the white space that parts it from what stands round it."""
    shown = f"[- {piece.reason}: {piece.text} -]"
    before, behind = text[: piece.at][-1:], text[piece.at : piece.at + 1]
    if before in ("", "\n"):
        return f"{shown}\n"
    if not behind:
        return f"\n{shown}"
    return f"{'' if before.isspace() else ' '}{shown}{'' if behind.isspace() else ' '}"
