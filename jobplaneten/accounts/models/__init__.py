from jobplaneten.accounts.models.codes import LoginCode
from jobplaneten.accounts.models.factors import Authenticator, RecoveryCode
from jobplaneten.accounts.models.municipal import MunicipalLogin
from jobplaneten.accounts.models.passkeys import Passkey
from jobplaneten.accounts.models.people import Role, User
from jobplaneten.accounts.models.programme import Area, Step
from jobplaneten.accounts.models.terms import TermsAcceptance

__all__ = [
    "Area",
    "Authenticator",
    "LoginCode",
    "MunicipalLogin",
    "Passkey",
    "RecoveryCode",
    "Role",
    "Step",
    "TermsAcceptance",
    "User",
]
