"""The digest as a mail, and its way to a server: each addressee gets it once, and no secret is told."""

import re
import socket
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from extractor.digest.mailing import MailError, envelope_of, message, message_id, send
from extractor.digest.posting import post
from extractor.digest.sending import NOTHING_NEW, SENT, Asked
from extractor.errors import ExtractorError
from extractor.settings.model import Configuration, Digest, Mail
from extractor.store import Store, sent
from extractor.store.tables import digests
from tests.digest.postbox import postbox
from tests.digest.test_news import DAYS, kept
from tests.sources.web.certificates import authority, context
from tests.store.conftest import backend, sqlite_template, store, store_url  # noqa: F401
from tests.store.telling import firm, record, told

ASKED = Asked("mail", "day", "id")
TO = ["siti@lembaga.example", "Budi <budi@lembaga.example>"]
SECRET = "rahasia-sekali"
AGAIN = "the next digest tries again"


def settings(port: int, to: list[str] = TO, **mail: Any) -> Configuration:
    own = {"host": "127.0.0.1", "port": port, "tls": "none"} | mail
    digest = Digest.model_validate({"to": to, "from": "Extractor <extractor@lembaga.example>"})
    return Configuration.model_construct(digest=digest, mail=Mail.model_validate(own), language="id")


def secret_of(error: BaseException) -> bool:
    """Whether a failure tells an addressee or the password."""
    said = f"{error}{error.__cause__ or ''}"
    return SECRET in said or "siti" in said or "budi" in said


def test_one_mail_goes_to_all_who_do_not_see_each_other(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    with postbox() as box:
        assert post(store, settings(box.port), ASKED, DAYS[0]).outcome == SENT
        assert post(store, settings(box.port), ASKED, DAYS[1]).outcome == NOTHING_NEW
    [(sender, to, raw)] = box.taken
    assert (sender, to) == ("extractor@lembaga.example", ("siti@lembaga.example", "budi@lembaga.example"))
    assert b"siti" not in raw
    assert b"budi" not in raw
    [mail] = box.mails
    assert mail["Subject"] == "Kabar penghargaan, 22 November 2026: 1 entri baru"
    assert mail["Date"] == "Sun, 22 Nov 2026 02:00:00 +0000"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    text, page = (part.get_content() for part in mail.iter_parts())
    assert "  - Kota Jambi: peringkat 3" in text
    assert ">Kota Jambi</strong>" in page
    assert max(map(len, raw.split(b"\r\n"))) <= 998  # RFC 5322


def test_a_single_addressee_stands_in_the_mail(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    with postbox() as box:
        post(store, settings(box.port, TO[:1]), ASKED, DAYS[0])
    assert box.mails[0]["To"] == "siti@lembaga.example"


REFUSALS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (
        {"refused": {"siti@lembaga.example": "451 siti later", "budi@lembaga.example": "550 budi is unknown"}},
        {},
        "mail for number 1 (451), number 2 (550) of digest.to",
    ),
    ({"at_sender": "553 extractor@lembaga.example no"}, {}, "does not take mail of digest.from (553)"),
    ({"at_data": "554 spam for siti"}, {}, "did not take the mail (554)"),
    ({"at_data": ""}, {}, "hung up"),
    ({"password": "another"}, {"user": "siti", "password": SECRET}, "does not take the user and the password (535)"),
    ({}, {"user": "siti", "password": SECRET}, "does not offer it"),
    ({}, {"tls": "starttls"}, "does not offer TLS after the beginning"),
    ({}, {"tls": "tls"}, "no safe connection"),
]


@pytest.mark.parametrize(("whims", "mail", "said"), REFUSALS)
def test_a_mail_that_is_not_taken_is_one_line_without_secrets_and_the_next_try_sends_it(
    store: Store, whims: dict[str, Any], mail: dict[str, Any], said: str  # noqa: F811
) -> None:
    kept(store, DAYS[0], told("a", record()))
    with postbox(**whims) as box, pytest.raises(MailError) as failed:
        post(store, settings(box.port, **mail), ASKED, DAYS[0])
    assert f"127.0.0.1:{box.port}: " in str(failed.value)
    assert said in str(failed.value)
    assert "\n" not in str(failed.value)
    assert not secret_of(failed.value)
    assert rows(store) == []
    with postbox() as box:
        assert post(store, settings(box.port), ASKED, DAYS[0]).outcome == SENT
    assert len(box.taken) == 1


def rows(held: Store) -> list[Any]:
    with held.reading() as connection:
        return list(connection.execute(select(digests)))


def test_an_addressee_who_is_refused_holds_nobody_back_and_gets_each_mail_once_later(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    with postbox(refused={"budi@lembaga.example": "550 no"}) as box:
        done = post(store, settings(box.port), ASKED, DAYS[0])
        assert (done.outcome, len(box.taken)) == (SENT, 1)
        assert done.missed == f"127.0.0.1:{box.port}: does not take mail for number 2 (550) of digest.to; {AGAIN}"
        kept(store, DAYS[1], told("b", firm("PT Arus")))
        assert post(store, settings(box.port), ASKED, DAYS[1]).missed == done.missed
        box.refused.clear()
        assert post(store, settings(box.port), ASKED, DAYS[2])._replace(draft=None) == (NOTHING_NEW, None, None)
        assert post(store, settings(box.port), ASKED, DAYS[2]).missed is None
    assert [to for _, to, _ in box.taken[2:]] == [("budi@lembaga.example",)] * 2
    assert [raw for _, _, raw in box.taken[:2]] == [raw for _, _, raw in box.taken[2:]]
    assert len(rows(store)) == 2


def test_who_is_named_no_more_is_waited_for_no_more(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    with postbox(refused={"budi@lembaga.example": "550 no"}) as box:
        post(store, settings(box.port), ASKED, DAYS[0])
        assert post(store, settings(box.port, TO[:1]), ASKED, DAYS[0]).missed is None
    with store.reading() as connection:
        assert sent.waiting(connection) == []


def test_a_server_that_is_not_there_is_one_line(store: Store) -> None:  # noqa: F811
    kept(store, DAYS[0], told("a", record()))
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        with pytest.raises(MailError, match=f"127.0.0.1:{port}: cannot be reached"):
            post(store, settings(port), ASKED, DAYS[0])


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        told_ = settings(deaf.getsockname()[1])
        with pytest.raises(MailError, match="no answer in time"):
            send(None, envelope_of(told_), told_.mail, seconds=0.2)  # type: ignore[arg-type]


@pytest.mark.parametrize("trusted", [True, False])
def test_a_certificate_is_looked_at(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trusted: bool  # noqa: F811
) -> None:
    kept(store, DAYS[0], told("a", record()))
    made = authority(tmp_path)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    with postbox(context=context(made, ["localhost"]), password=SECRET) as box:
        own = settings(box.port, host="localhost", tls="tls", user="siti", password=SECRET)
        if trusted:
            assert post(store, own, ASKED, DAYS[0]).outcome == SENT
        else:
            with pytest.raises(MailError, match="no safe connection"):
                post(store, own, ASKED, DAYS[0])
    assert len(box.taken) == int(trusted)


@pytest.mark.parametrize(
    ("digest", "mail", "said"),
    [
        ({}, {"host": "m.example"}, "without digest.to and digest.from"),
        ({"to": TO, "from": "a@b.example"}, {}, "without mail.host"),
        ({"to": TO, "from": "a@b.example"}, {"host": "m.example", "user": "siti"}, "EXTRACTOR_MAIL_PASSWORD"),
        (
            {"to": TO, "from": "a@b.example"},
            {"host": "m.example", "tls": "none", "user": "u", "password": SECRET},
            "in the open",
        ),
        ({"to": ["é@b.example"], "from": "a@b.example"}, {"host": "m.example"}, "digest.to: before the @"),
    ],
)
def test_settings_that_cannot_send_are_refused_before_anything_is_asked(
    digest: dict[str, Any], mail: dict[str, Any], said: str
) -> None:
    told_ = Configuration.model_construct(digest=Digest.model_validate(digest), mail=Mail.model_validate(mail))
    with pytest.raises(MailError, match=re.escape(said)) as failed:
        envelope_of(told_)
    assert not secret_of(failed.value)


def test_a_kill_between_sending_and_noting_sends_the_same_mail_again_under_the_same_name(
    store: Store, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    kept(store, DAYS[0], told("a", record()), told("b", record(rank=2)))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with postbox() as box:
        with monkeypatch.context() as patched:
            patched.setattr("extractor.digest.sending.note", killed)
            with pytest.raises(KeyboardInterrupt):
                post(store, settings(box.port), ASKED, DAYS[0])
        assert post(store, settings(box.port), ASKED, DAYS[1]).outcome == SENT
        assert post(store, settings(box.port), ASKED, DAYS[2]).outcome == NOTHING_NEW
    names = [mail["Message-ID"] for mail in box.mails]
    assert len(names) == 2
    assert len(set(names)) == 1


def test_where_more_is_new_after_a_kill_the_mail_has_another_name(
    store: Store, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    kept(store, DAYS[0], told("a", record()))
    with postbox() as box:
        with monkeypatch.context() as patched:
            patched.setattr(sent, "note", lambda *_: 1 / 0)
            patched.setattr("extractor.digest.sending.note", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                post(store, settings(box.port), ASKED, DAYS[0])
        kept(store, DAYS[1], told("b", firm("PT Arus")))
        post(store, settings(box.port), ASKED, DAYS[1])
    assert len({mail["Message-ID"] for mail in box.mails}) == 2


def test_what_was_sent_and_could_not_be_noted_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:
    kept(store, DAYS[0], told("a", record()))

    def full(*_: object) -> None:
        raise MailError("the disk is full")

    monkeypatch.setattr("extractor.digest.sending.note", full)
    with postbox() as box, pytest.raises(ExtractorError, match="was sent, but that could not be noted, and it is"):
        post(store, settings(box.port), ASKED, DAYS[0])


def test_a_name_holds_no_moment_and_no_addressee(store: Store) -> None:  # noqa: F811
    from extractor.digest.sending import drafted

    kept(store, DAYS[0], told("a", record()))
    one, other = (drafted(store, ASKED, day) for day in DAYS[:2])
    envelope = envelope_of(settings(25))
    assert message_id(one.news, None, envelope) == message_id(other.news, None, envelope)
    mail = message(one.contents, envelope, "a@b.example", message_id(one.news, None, envelope), DAYS[0])
    assert re.fullmatch(r"<[0-9a-f]{32}\.digest@lembaga\.example>", mail["Message-ID"])
