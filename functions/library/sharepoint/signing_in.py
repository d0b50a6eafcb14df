"""Signs in to SharePoint: an Entra app with a certificate, else the managed identity, else an administrator's Azure CLI; never a secret."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from functions import errors

if TYPE_CHECKING:
    from azure.core.credentials import TokenCredential

Token = Callable[[], dict[str, Any]]
"""Gives {"token_type", "access_token", "expires_in"}, as Office365-REST-Python-Client asks for it."""

_SILENCE = logging.NullHandler()
_EARLY = 300  # seconds before its end that a token counts as used up


def sign_in(site: str, *, tenant_id: str | None, client_id: str | None, certificate: str | None) -> Token:
    """The way to get tokens for the site's SharePoint. certificate: PEM text with its key, or the path of such a file.

    Raises errors.NoAccess at once for a certificate that cannot be used or has expired; the callable raises it when signing in fails.
    """
    address = urlsplit(site)
    here = address.hostname in ("localhost", "127.0.0.1")  # the emulator
    if not address.hostname or (address.scheme != "https" and not here):  # a token never goes over an open line
        raise errors.BadUsage(f"DAGORDNING_SITE är ”{site}”. Skriv hela adressen, som https://regionen.sharepoint.com/sites/rad.")
    credential = _with_certificate(certificate, tenant_id=tenant_id, client_id=client_id) if certificate else _without_certificate(client_id)
    scope = f"https://{address.hostname}/.default"
    for package in ("azure", "office365"):  # without anybody who listens to their logs, Python would print them on the administrator's screen
        logging.getLogger(package).addHandler(_SILENCE)

    def token() -> dict[str, Any]:
        from azure.core.exceptions import ClientAuthenticationError

        try:
            got = credential.get_token(scope)
        except ClientAuthenticationError as problem:  # CredentialUnavailableError is one
            raise errors.NoAccess(_explain(str(problem), certificate=certificate is not None)) from problem
        return {"token_type": "Bearer", "access_token": got.token, "expires_in": max(0, int(got.expires_on - time.time()) - _EARLY)}

    return token


def _with_certificate(certificate: str, *, tenant_id: str | None, client_id: str | None) -> TokenCredential:
    from azure.identity import CertificateCredential

    if not tenant_id or not client_id:
        raise errors.BadUsage("DAGORDNING_CERTIFICATE kräver också DAGORDNING_TENANT_ID och DAGORDNING_CLIENT_ID.")
    data = certificate.encode() if "-----BEGIN" in certificate else _read(certificate)
    _check(data)
    try:
        return CertificateCredential(tenant_id, client_id, certificate_data=data)
    except ValueError as problem:
        raise errors.NoAccess("Certifikatet i DAGORDNING_CERTIFICATE går inte att använda: spara det som PEM med sin privata nyckel.") from problem


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise errors.NoAccess(f"Certifikatet {path} (DAGORDNING_CERTIFICATE) går inte att läsa.") from problem


def _check(data: bytes) -> None:
    """Raise errors.NoAccess for a certificate that is none or is out of date, since the service's own answer does not say so plainly."""
    from cryptography import x509

    start = data.find(b"-----BEGIN CERTIFICATE-----")
    try:
        told = x509.load_pem_x509_certificate(data[start:] if start >= 0 else data)
    except ValueError as problem:
        raise errors.NoAccess("I DAGORDNING_CERTIFICATE står inget certifikat: spara det som PEM med sin privata nyckel.") from problem
    if told.not_valid_after_utc < datetime.now(UTC):
        raise errors.NoAccess(
            f"Certifikatet gick ut {told.not_valid_after_utc:%Y-%m-%d}. Lägg in ett nytt i Entra-appen och i DAGORDNING_CERTIFICATE."
        )


def _without_certificate(client_id: str | None) -> TokenCredential:
    from azure.identity import AzureCliCredential, ChainedTokenCredential, ManagedIdentityCredential

    identity = ManagedIdentityCredential(client_id=client_id) if client_id else ManagedIdentityCredential()
    return ChainedTokenCredential(identity, AzureCliCredential()) if client_id else ChainedTokenCredential(AzureCliCredential(), identity)


def _explain(told: str, *, certificate: bool) -> str:
    """What to do about a refused sign-in. The codes are Entra's (https://learn.microsoft.com/entra/identity-platform/reference-error-codes)."""
    if "AADSTS90002" in told or "AADSTS900023" in told:
        return "Inloggningen misslyckades: klienten (tenant) finns inte. Rätta DAGORDNING_TENANT_ID."
    if "AADSTS700016" in told:
        return "Inloggningen misslyckades: appen finns inte i den klienten (tenant). Rätta DAGORDNING_CLIENT_ID eller DAGORDNING_TENANT_ID."
    if "AADSTS700027" in told or "AADSTS7000" in told:
        return "Inloggningen misslyckades: certifikatet hör inte till appen. Lägg in det i Entra-appen, eller rätta DAGORDNING_CERTIFICATE."
    if certificate:
        return "Inloggningen med certifikat misslyckades. Kontrollera DAGORDNING_TENANT_ID, DAGORDNING_CLIENT_ID och DAGORDNING_CERTIFICATE."
    return (
        "Inloggningen misslyckades: ingen hanterad identitet svarar här. I Azure: ge funktionsappen en identitet och sätt DAGORDNING_CLIENT_ID. "
        "På en egen dator: logga in med az login, eller ange ett certifikat i DAGORDNING_CERTIFICATE."
    )
