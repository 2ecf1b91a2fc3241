"""What is written about a youth anywhere in the house, and what becomes of it when the youth is forgotten.

The export reads the same book as the erasure, so what is told is what is taken away. A test asks of every model that
could hold something about a youth whether it stands here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youth.models import Youth


@dataclass(frozen=True, slots=True)
class Page:
    """`lookup` leads from the model to the youth, or with `of_user` to the person who signs in.

    When the youth is forgotten the rows go, unless they are kept for counting: then `blank` empties what could tell
    who it was. What `is_told` to the youth is in the take-home; docs/decisions/0014-worry-is-not-taken-home.md.
    """

    model: str
    title: Any
    lookup: str
    of_user: bool = False
    is_told: bool = True
    is_kept: bool = False
    blank: Mapping[str, Any] = field(default_factory=dict)

    def rows(self, youth: Youth) -> "QuerySet[Any]":
        about = youth.user_id if self.of_user else youth.pk
        return apps.get_model(self.model)._default_manager.filter(**{self.lookup: about}).order_by("pk")


BOOK = (
    Page("youth.YouthSkill", _("Det kan jeg"), "youth"),
    Page("youth.FreeTime", _("Når jeg kan"), "youth"),
    Page("youth.BlockedTime", _("Når jeg ikke kan"), "youth"),
    Page("youth.ProfileDraft", _("Påbegyndt, men ikke gemt"), "youth"),
    Page("families.Question", _("Det, forældre er spurgt om"), "guardianship__youth"),
    Page("families.Guardianship", _("Mine forældre her"), "youth"),
    Page("families.Invitation", _("Breve med koder til forældre"), "youth"),
    Page("youth.Worry", _("At nogen har underrettet kommunen"), "youth", is_told=False),
    Page("youth.StandIn", _("Vikarer for min mentor"), "youth"),
    Page("youth.GuardianWord", _("Det, forældre har sagt"), "youth"),
    Page(
        "youth.StepChange",
        _("Min vej på trinene"),
        "youth",
        is_kept=True,
        blank={"evidence": "", "reason": "", "despite": "", "snapshot": dict},
    ),
    Page(
        "matching.Match",
        _("Forslag"),
        "youth",
        is_kept=True,
        blank={"line": "", "reasons": dict},
    ),
    Page("matching.Decision", _("Ja og nej til forslag"), "match__youth", is_kept=True),
    Page("matching.CandidateCard", _("Kort til arbejdspladser"), "match__youth"),
    Page("matching.Hiding", _("Arbejdspladser, jeg ikke vil møde"), "youth"),
    Page("matching.WaitingPlace", _("Job, jeg venter på en plads i"), "youth"),
    Page("matching.YouthNight", _("Det, natten fandt"), "youth"),
    Page(
        "placements.Placement",
        _("Job"),
        "youth",
        is_kept=True,
        blank={"first_name": "", "end_reason": ""},
    ),
    Page("keepsakes.Resume", _("Mit CV og min ansøgning"), "youth"),
    Page("keepsakes.Recommendation", _("Udtalelser om mig"), "placement__youth"),
    Page("keepsakes.Certificate", _("Koder til mine beviser"), "placement__youth"),
    Page("searching.Favourite", _("Job, jeg har gemt eller spurgt om"), "youth"),
    Page("searching.SavedSearch", _("Søgninger, jeg har gemt"), "youth"),
    Page("placements.OwnPaper", _("Mine papirer"), "youth"),
    Page("placements.Expectation", _("Det forventer vi"), "placement__youth"),
    Page("placements.TermsYes", _("Hvem der har sagt ja til vilkår"), "terms__placement__youth", is_kept=True),
    Page(
        "placements.Terms",
        _("Vilkår i job"),
        "placement__youth",
        is_kept=True,
        blank={"paper": dict},
    ),
    Page(
        "placements.Pause",
        _("Pauser i job"),
        "placement__youth",
        is_kept=True,
        blank={"words": ""},
    ),
    Page(
        "placements.PaperTick",
        _("Papirer"),
        "placement__youth",
        is_kept=True,
        blank={"who": ""},
    ),
    Page(
        "following.FollowUp",
        _("Hvordan det gik på mine job"),
        "placement__youth",
        is_kept=True,
        blank={"youth_line": "", "employer_line": ""},
    ),
    Page("steps.LearntPaper", _("Papirer, jeg kan selv"), "youth"),
    Page("steps.StepTalk", _("Snakke om mit trin"), "youth"),
    Page("steps.StepProposal", _("Skridt, min mentor har foreslået"), "youth"),
    Page("shifts.RosterShift", _("Mine vagter"), "placement__youth", is_kept=True),
    Page("shifts.Tap", _("Det, jeg har trykket på vagter"), "shift__placement__youth"),
    Page(
        "shifts.WorkedHours",
        _("Timer, jeg har arbejdet"),
        "shift__placement__youth",
        is_kept=True,
        blank={"words": "", "law": list},
    ),
    Page("shifts.CalendarLink", _("Vagter i min kalender"), "person", of_user=True),
    Page("following.JournalEntry", _("Dagbogen om mig"), "youth"),
    Page("following.Assessment", _("Hvor langt jeg er"), "youth"),
    Page(
        "following.NearMiss",
        _("Det, der var lige ved at gå galt"),
        "placement__youth",
        is_kept=True,
        blank={"what": "", "done": ""},
    ),
    Page(
        "employers.BadJobReport",
        _("Det, jeg har skrevet om et job"),
        "by",
        of_user=True,
        is_kept=True,
        blank={"words": ""},
    ),
    Page("talking.RemarkReport", _("Beskeder, der føltes forkerte"), "remark__youth", is_told=False),
    Page("talking.Remark", _("Beskeder, jeg har skrevet om job"), "by", of_user=True),
    Page("talking.Remark", _("Beskeder om mine job"), "youth", is_told=False),
    Page("messaging.Message", _("Beskeder"), "to", of_user=True),
    Page("messaging.RingWish", _("Sådan vil jeg have besked"), "person", of_user=True),
    Page("accounts.TermsAcceptance", _("Vilkår, jeg har sagt ja til"), "user", of_user=True),
    Page("accounts.LoginCode", _("Koder på sms"), "user", of_user=True),
    Page("accounts.Passkey", _("Telefoner, der kan logge ind som mig"), "user", of_user=True),
    Page("accounts.MunicipalLogin", _("Kommunens login"), "user", of_user=True),
    Page("knox.AuthToken", _("Nøgler til programmer"), "user", of_user=True),
)

BY_WHOM = {
    ("families.Guardianship", "guardian"),
    ("families.Guardianship", "known_by"),
    ("families.Guardianship", "ended_by"),
    ("families.Invitation", "made_by"),
    ("youth.Youth", "mentor"),
    ("youth.YouthInvitation", "mentor"),
    ("youth.Youth", "clearing_by"),
    ("matching.Match", "vouched_by"),
    ("youth.GuardianWord", "by"),
    ("youth.StandIn", "mentor"),
    ("youth.StandIn", "by"),
    ("youth.Worry", "by"),
    ("youth.StepChange", "by"),
    ("trail.Entry", "by"),
    ("matching.Decision", "by"),
    ("matching.Hiding", "by"),
    ("matching.AnswerSetting", "by"),
    ("messaging.BellText", "by"),
    ("matching.LearningSetting", "by"),
    ("matching.MatchStop", "begun_by"),
    ("matching.MatchStop", "ended_by"),
    ("matching.MentorPace", "mentor"),
    ("matching.NightSetting", "by"),
    ("matching.Run", "requested_by"),
    ("placements.PaperTick", "by"),
    ("placements.Pause", "by"),
    ("placements.Expectation", "by"),
    ("keepsakes.Recommendation", "by"),
    ("keepsakes.Recommendation", "read_by"),
    ("searching.Favourite", "answered_by"),
    ("placements.Terms", "by"),
    ("placements.TermsYes", "by"),
    ("placements.Pause", "lifted_by"),
    ("placements.Placement", "ended_by"),
    ("youth.StepChange", "second_by"),
    ("steps.LearntPaper", "confirmed_by"),
    ("steps.StepTalk", "by"),
    ("steps.StepProposal", "by"),
    ("steps.StepProposal", "settled_by"),
    ("steps.StepRule", "by"),
    ("following.FollowUp", "employer_by"),
    ("following.FollowUp", "shown_by"),
    ("following.JournalEntry", "by"),
    ("shifts.RosterShift", "off_by"),
    ("shifts.WorkedHours", "put_in_by"),
    ("shifts.WorkedHours", "answered_by"),
    ("following.Assessment", "by"),
    ("following.NearMiss", "handled_by"),
    ("talking.Remark", "by"),
    ("talking.Remark", "settled_by"),
    ("talking.RemarkReport", "by"),
    ("talking.RemarkReport", "handled_by"),
    ("placements.PaperTick", "undone_by"),
}
"""Where a person stands as the one who did something. In all other places the row is about that person."""

ABOUT_OTHERS = {
    "employers",
    "schools",
    "families.Guardian",
    "accounts.Authenticator",
    "accounts.RecoveryCode",
    "keeping.UnusualReading",
}
"""Rooms and rows about people who are no youths."""


def written_about(youth: Youth) -> Iterator[tuple[Page, "QuerySet[Any]"]]:
    for page in BOOK:
        yield page, page.rows(youth)
