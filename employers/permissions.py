"""Who may do what with which employer and post. Pages and API ask the same questions."""

from employers.models import Employer, EmployerContact, EmployerStatus, Post, PostStatus, VettingCheck
from employers.workflow import CONTACT, EMPLOYER, POST
from jobplaneten.accounts.models import User

EDITABLE = {PostStatus.DRAFT, PostStatus.SUBMITTED, PostStatus.OPEN, PostStatus.REFUSED}


def employer_of(user: User) -> Employer | None:
    """The workplace that the user acts for."""
    return Employer.objects.visible_to(user).first() if user.is_employer else None


def may_vet(user: User) -> bool:
    return user.is_coordinator


def may_read_checks(user: User) -> bool:
    """Where there is but one coordinator, a mentor is the second person."""
    return user.is_staff


def may_confirm(user: User, check: VettingCheck) -> bool:
    return may_read_checks(user) and user.pk != check.checked_by_id


def needs_meeting(employer: Employer) -> bool:
    """Those who were let in before are only looked up and called when the year is over."""
    return employer.status not in {EmployerStatus.VETTED, EmployerStatus.EXPIRED}


def may_set_pace(user: User) -> bool:
    return employer_of(user) is not None


def may_keep_wages(user: User) -> bool:
    return user.is_coordinator


def may_read_posts(user: User) -> bool:
    return user.is_staff or user.is_employer


def may_write_posts(user: User) -> bool:
    return user.is_coordinator or user.is_employer


def may_edit(user: User, post: Post) -> bool:
    return may_write_posts(user) and post.status in EDITABLE


def moves_of(user: User, post: Post) -> set[str]:
    return {move.name for move in POST.moves_from(post.status, [user.role])}


def employer_moves_of(user: User, employer: Employer) -> set[str]:
    return {move.name for move in EMPLOYER.moves_from(employer.status, [user.role])}


def is_administrator(user: User) -> bool:
    """Of the workplace that the user acts for."""
    return user.is_employer and EmployerContact.objects.administrators().filter(user=user).exists()


def may_see_colleagues(user: User) -> bool:
    return employer_of(user) is not None


def contact_roles(user: User, contact: EmployerContact) -> set[str]:
    """As what somebody moves this person: who runs the same workplace, or a coordinator. Nobody moves themselves."""
    if user.is_coordinator:
        return {"coordinator"}
    own = EmployerContact.objects.administrators().filter(user=user, employer=contact.employer_id)
    return {"administrator"} if contact.user_id != user.pk and own.exists() else set()


def contact_moves_of(user: User, contact: EmployerContact) -> set[str]:
    return {move.name for move in CONTACT.moves_from(contact.standing, contact_roles(user, contact))}
