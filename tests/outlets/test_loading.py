"""What an outlet file says, and what its page system adds."""

from pathlib import Path

import pytest

from extractor.outlets import Outlet, Outlets, load

from .folder import OUTLET, outlets_folder


@pytest.fixture
def known(tmp_path: Path) -> Outlets:
    return load(outlets_folder(tmp_path), thorough=True)


@pytest.fixture
def warta(known: Outlets) -> Outlet:
    outlet = known.of("warta.example")
    assert outlet is not None
    return outlet


def test_an_outlet_has_its_own_layouts_before_its_systems(warta: Outlet) -> None:
    assert [layout.story for layout in warta.layouts] == [("article.baru",), ("#lama",), ("div.isi-berita",)]


@pytest.mark.parametrize(
    ("published", "stories"),
    [
        ("2022-12-31", ["#lama", "div.isi-berita"]),
        ("2023-01-01", ["article.baru", "div.isi-berita"]),
        ("2023-01-01T07:30:00+07:00", ["article.baru", "div.isi-berita"]),
        (None, ["article.baru", "#lama", "div.isi-berita"]),
    ],
)
def test_a_layout_is_for_its_days(warta: Outlet, published: str | None, stories: list[str]) -> None:
    assert [layout.story[0] for layout in warta.layouts_on(published)] == stories


def test_furniture_is_the_outlets_and_its_systems(warta: Outlet) -> None:
    assert warta.furniture == ("dari redaksi:", "simak pula:")


def test_what_an_outlet_says_replaces_what_its_system_says(warta: Outlet) -> None:
    assert (warta.pages.all, warta.pages.each) == (None, "/{n}")


def test_what_an_outlet_does_not_say_its_system_says(warta: Outlet) -> None:
    assert (warta.robots, warta.article_addresses) == ("Lentera's.", ("/{section}/{year}/{month}/{day}/{slug}",))


def test_a_systems_addresses_are_those_of_the_outlets_host(warta: Outlet) -> None:
    assert (warta.feeds, warta.tags) == (
        ("https://www.warta.example/rss",),
        ("https://www.warta.example/tag/{tag}?page={page}",),
    )


def test_an_edition_has_its_own_host_and_region_and_all_else_from_its_file(known: Outlets) -> None:
    edition = known.of("ambon.warta.example")
    assert edition is not None
    assert (edition.name, edition.region, edition.zone) == ("Warta Ambon", "81", "Asia/Jayapura")
    assert edition.feeds == ("https://ambon.warta.example/rss",)
    assert edition.expectations.words == 70


def test_what_was_verified_of_a_site_proves_nothing_of_its_editions(known: Outlets) -> None:
    edition = known.of("ambon.warta.example")
    assert edition is not None
    assert [edition.verified, *(layout.verified for layout in edition.layouts)] == [None] * 4


def test_an_edition_that_was_looked_at_has_its_files_layouts_verified(tmp_path: Path) -> None:
    text = OUTLET.replace('region = "81" }', 'region = "81", verified = "2024-06-07" }')
    edition = load(outlets_folder(tmp_path, {"warta.example.toml": text})).of("ambon.warta.example")
    assert edition is not None
    assert (edition.verified, edition.layouts[0].verified) == ("2024-06-07", "2024-05-06")


@pytest.mark.parametrize(
    ("said", "day"),
    [('"never"', None), ('"2024-05-06"', "2024-05-06"), ('"saved page 2024-05-06"', "2024-05-06")],
)
def test_verified_is_the_day_of_a_real_page(tmp_path: Path, said: str, day: str | None) -> None:
    text = f'name = "Kabar Rimba"\ndomains = ["rimba.example"]\nverified = {said}\n'
    outlet = load(outlets_folder(tmp_path, {"rimba.example.toml": text})).of("rimba.example")
    assert outlet is not None
    assert outlet.verified == day


def test_what_was_verified_of_the_system_proves_nothing_of_its_outlets(tmp_path: Path) -> None:
    system = 'name = "Lentera"\nmarks = { any = ["lentera-cdn"] }\nverified = "2024-05-06"\n'
    text = 'name = "Kabar Rimba"\ndomains = ["rimba.example"]\nsystem = "suar"\nverified = "never"\n'
    folder = outlets_folder(tmp_path, {"systems/suar.toml": system, "rimba.example.toml": text})
    outlet = load(folder).of("rimba.example")
    assert outlet is not None
    assert outlet.verified is None


@pytest.mark.parametrize(
    ("region", "zone"),
    [("15", "Asia/Jakarta"), ("61.71", "Asia/Jakarta"), ("63", "Asia/Makassar"), ("73", "Asia/Makassar"),
     ("51", "Asia/Makassar"), ("81", "Asia/Jayapura"), ("92", "Asia/Jayapura"), ("96", "Asia/Jayapura")],
)  # fmt: skip
def test_dates_are_in_the_regions_time(tmp_path: Path, region: str, zone: str) -> None:
    text = f'name = "Kabar Rimba"\ndomains = ["rimba.example"]\nregion = "{region}"\nverified = "never"\n'
    outlet = load(outlets_folder(tmp_path, {"rimba.example.toml": text})).of("rimba.example")
    assert outlet is not None
    assert outlet.zone == zone
