"""Certificates of the little web, made when they are needed and trusted by nobody else."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Authority(NamedTuple):
    """Who signs: `file` holds its own certificate, for those who trust it."""

    file: Path
    folder: Path
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def authority(folder: Path, name: str = "Little Web") -> Authority:
    """A new authority, its certificate in a folder."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = _builder(called, called, key, timedelta(days=-1), timedelta(days=2))
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    signs = dict.fromkeys(("digital_signature", "key_cert_sign", "crl_sign"), True)
    other = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only")
    usage = x509.KeyUsage(**signs, **dict.fromkeys((*other, "decipher_only"), False))
    signed = made.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    file = folder / f"{name}.pem"
    file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    return Authority(file, folder, signed, key)


def context(by: Authority, names: list[str], *, ended: bool = False) -> ssl.SSLContext:
    """What a server shows for some names, signed by an authority; `ended` has it valid until yesterday."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    first, last = (timedelta(days=-9), timedelta(days=-1)) if ended else (timedelta(days=-1), timedelta(days=2))
    made = _builder(called, by.certificate.subject, key, first, last)
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in names]), critical=False)
    known = x509.AuthorityKeyIdentifier.from_issuer_public_key(by.key.public_key())
    signed = made.add_extension(known, critical=False).sign(by.key, hashes.SHA256())
    file = by.folder / f"{names[0]}{'-ended' * ended}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + private)
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(file)
    return shown


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, first: timedelta, last: timedelta
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().issuer_name(issuer).subject_name(subject).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now + first).not_valid_after(now + last)
    return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
