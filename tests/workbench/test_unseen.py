"""The census: spellings and forms that no article has, and words that stand where a list was wanted."""

from extractor.patterns import patterns
from extractor.workbench.unseen import Census, census


def counted(*texts: str) -> Census:
    return census(patterns(), texts)


def unmet(found: Census, name: str) -> set[str]:
    return {entry.phrase for one in found.phrases if one.words.name == name for entry in one.phrases}


def test_a_phrase_that_an_article_holds_is_met_in_any_capitals() -> None:
    before = unmet(counted("Kosong."), "rank_heads")
    after = unmet(counted("PERINGKAT ketiga diraih Tegal."), "rank_heads")
    assert before - after == {"peringkat"}


def test_a_form_that_an_article_has_is_met() -> None:
    forms = {form.printed for _, form in counted("Sebuah peringkat ketiga.").forms}
    assert "{rank_heads} {ordinals}" not in forms
    assert "{runners_up} {ordinals}" in forms


def test_a_misspelt_word_of_a_list_is_told_with_what_it_may_be() -> None:
    strangers = counted("Tegal menempati perinkat ketiga.").strangers
    assert ("perinkat", "peringkat") in {(one.word, one.near) for one in strangers if one.name == "rank_heads"}


def test_words_that_a_form_has_read_are_no_strangers() -> None:
    assert counted("Tegal menempati peringkat ketiga.").strangers == ()


def test_names_made_from_other_files_are_not_counted() -> None:
    assert {"region", "award"}.isdisjoint(one.words.name for one in counted("Kosong.").phrases)
