"""What SharePoint refused → the error to raise, in words that name the permission or the setting."""

from __future__ import annotations

from functions import errors
from functions.library.sharepoint.wire import Answer

APPLY = "Kör: dagordning sharepoint apply --site ADRESS --library BIBLIOTEK"
RESTORE = f"Återställ den ur webbplatsens papperskorg. Går det inte: {APPLY[0].lower()}{APPLY[1:]}"
CHECKED_OUT, LOCKED, SAVE_CONFLICT = "-2130575306", "-2147018894", "-2130575305"
DUPLICATE, FILE_EXISTS, THRESHOLD, DIGEST = "-2130575169", "-2130575257", "-2147024860", "-2130575251"
NO_FIELD = ("-2147467259", "-1", "-2147024809")
_GONE = ("-2130575338", "-2147024894", "-2146232832")
"""SharePoint's numbers (HRESULT) of what can go wrong."""


def is_locked(answer: Answer) -> bool:
    """Whether somebody holds the file: open in Word, or checked out."""
    return answer.status == 423 or answer.code in (CHECKED_OUT, LOCKED)


def is_conflict(answer: Answer) -> bool:
    """Whether somebody wrote in between."""
    return answer.status in (409, 412) or answer.code == SAVE_CONFLICT


def is_gone(answer: Answer) -> bool:
    """Whether the item, file or folder is not there."""
    return answer.status in (404, 410)


def refusal(answer: Answer, *, what: str = "") -> errors.DagordningError:
    """The error of an answer that is none of use. what: the file or list that it is about, for people."""
    about = f"”{what}” " if what else ""
    if answer.is_page:
        return errors.NoAccess(
            "SharePoint svarade med en webbsida i stället för data: en inloggningssida, eller en proxy emellan. "
            "Kontrollera DAGORDNING_SITE och att trafiken till SharePoint släpps igenom."
        )
    if answer.status == 401:
        return errors.NoAccess(
            "SharePoint godtog inte inloggningen (401). Kontrollera DAGORDNING_TENANT_ID och DAGORDNING_CLIENT_ID, att certifikatet gäller, och att "
            "appen har behörigheten Sites.Selected för SharePoint (inte bara för Microsoft Graph)."
        )
    if answer.status == 403:
        return errors.NoAccess(
            f"{about}Behörighet saknas (403). Ge appen Sites.Selected och rollen write på webbplatsen (manage för att skapa listor och webhooks), "
            "och kontrollera att biblioteket inte är skrivskyddat."
        )
    if is_locked(answer):
        return errors.Locked(f"Väntar: {about or 'filen '}är öppen eller utcheckad. Uppgifterna fylls i när den stängs.")
    if is_conflict(answer):
        return errors.Conflict(f"{about or 'Raden '}ändrades av någon annan under tiden. Nytt försök görs.")
    if answer.status in (408, 429, 500, 502, 503, 504) and answer.code != THRESHOLD:
        return errors.Unavailable("SharePoint svarar inte just nu. Nytt försök görs senare.")
    if is_gone(answer):
        return errors.Vanished(f"{about or 'Filen '}finns inte längre.")
    if answer.code == THRESHOLD:
        return errors.NoAccess(f"{about}Listan är för stor för frågan (över 5 000 rader utan index). {APPLY}, som lägger till index.")
    if answer.status == 400:
        return errors.NoAccess(f"{about}SharePoint godtog inte frågan ({answer.code or 400}): saknas en kolumn? {APPLY}.")
    return errors.NoAccess(f"{about}SharePoint svarade {answer.status} {answer.code}.".replace(" .", "."))


def missing_list(title: str) -> errors.NoAccess:
    """The error for a list of ours that is not there."""
    return errors.NoAccess(f"Listan ”{title}” saknas på webbplatsen. {RESTORE}.")


def missing_library(title: str) -> errors.NoAccess:
    """The error for a watched library that is not there, or that the app may not see."""
    return errors.NoAccess(
        f"Biblioteket ”{title}” finns inte på webbplatsen, eller så får appen inte se det. Rätta DAGORDNING_LIBRARY (--library), "
        "eller ge appen Sites.Selected med rollen write på webbplatsen."
    )


def missing_site(url: str) -> errors.NoAccess:
    """The error for a site that does not answer as one."""
    return errors.NoAccess(f"Webbplatsen {url} finns inte, eller så får appen inte se den. Rätta DAGORDNING_SITE (--site).")
