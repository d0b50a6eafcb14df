"""Signing in says what is wrong before the service does, and never with a secret."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from functions import errors
from functions.library.sharepoint.signing_in import _explain, sign_in
from tests.pipeline.desk import process

SITE = "https://regionen.sharepoint.com/sites/rad"


def pem(*, days: int) -> str:
    """A certificate with its key that ends in so many days."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "dagordning")])
    end = datetime.now(UTC) + timedelta(days=days)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(end - timedelta(days=400))
        .not_valid_after(end)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return (private + made.public_bytes(serialization.Encoding.PEM)).decode()


def test_an_expired_certificate_is_told_with_its_day() -> None:
    with pytest.raises(errors.NoAccess, match=r"gick ut \d{4}-\d\d-\d\d"):
        sign_in(SITE, tenant_id="t", client_id="c", certificate=pem(days=-1))


def test_a_good_certificate_is_taken_as_text_or_as_a_file(tmp_path: Path) -> None:
    told = pem(days=30)
    (tmp_path / "app.pem").write_text(told, encoding="ascii")
    assert callable(sign_in(SITE, tenant_id="t", client_id="c", certificate=told))
    assert callable(sign_in(SITE, tenant_id="t", client_id="c", certificate=str(tmp_path / "app.pem")))


def test_a_certificate_needs_the_app_and_the_tenant() -> None:
    with pytest.raises(errors.BadUsage, match="DAGORDNING_TENANT_ID"):
        sign_in(SITE, tenant_id=None, client_id="c", certificate=pem(days=30))


@pytest.mark.parametrize("told", ["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "/finns/inte.pem"])
def test_what_is_no_certificate_is_told(told: str) -> None:
    with pytest.raises(errors.NoAccess, match="DAGORDNING_CERTIFICATE"):
        sign_in(SITE, tenant_id="t", client_id="c", certificate=told)


def test_a_certificate_without_its_key_is_told() -> None:
    only = pem(days=30)
    with pytest.raises(errors.NoAccess, match="privata nyckel"):
        sign_in(SITE, tenant_id="t", client_id="c", certificate=only[only.index("-----BEGIN CERTIFICATE") :])


@pytest.mark.parametrize("site", ["", "regionen.sharepoint.com/sites/rad", "https://"])
def test_a_site_that_is_no_address_is_told(site: str) -> None:
    with pytest.raises(errors.BadUsage, match="DAGORDNING_SITE"):
        sign_in(site, tenant_id=None, client_id=None, certificate=None)


@pytest.mark.parametrize(
    ("code", "setting"), [("AADSTS90002: no tenant", "TENANT_ID"), ("AADSTS700016: no app", "CLIENT_ID"), ("AADSTS700027: bad key", "CERTIFICATE")]
)
def test_a_refusal_names_the_setting_to_mend(code: str, setting: str) -> None:
    assert f"DAGORDNING_{setting}" in _explain(code, certificate=True)


def test_a_machine_without_an_identity_is_told_both_ways_out(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _explain("ManagedIdentityCredential authentication unavailable", certificate=False)
    assert "az login" in told
    assert "DAGORDNING_CLIENT_ID" in told


def test_a_token_is_never_asked_for_over_an_open_line() -> None:
    with pytest.raises(errors.BadUsage, match="https://regionen"):
        sign_in("http://region.sharepoint.com/sites/rad", tenant_id=None, client_id=None, certificate=None)


def test_an_administrator_who_is_not_signed_in_gets_one_line_and_no_traceback(tmp_path: Path) -> None:
    told = process("sharepoint", "plan", "--site", "https://127.0.0.1:9/sites/rad", "--library", "Anteckningar", cwd=tmp_path, PATH=str(tmp_path))
    assert told.returncode == 7
    assert told.stderr.startswith("dagordning: Inloggningen misslyckades") and "az login" in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1
