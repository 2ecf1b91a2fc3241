from datetime import datetime

from django.urls import reverse

from employers.models import Employer
from jobplaneten.accounts.models import User
from jobplaneten.messaging.actions import tell


def tell_contacts(employer: Employer | None, subject: str, body: str, *, path: str, now: datetime) -> None:
    """An imported draft has no employer yet, and so nobody to tell."""
    if employer is None:
        return
    for contact in employer.contacts.inside().select_related("user").filter(user__is_active=True):
        tell(contact.user, subject, body, path=path, now=now)


def tell_coordinators(subject: str, body: str, *, now: datetime, path: str = "", is_urgent: bool = False) -> None:
    for coordinator in User.objects.coordinators():
        tell(coordinator, subject, body, path=path or reverse("employers:to_review"), now=now, is_urgent=is_urgent)
