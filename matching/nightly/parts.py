"""A great night in parts, so that more workers shorten it: docs/decisions/0011-a-night-in-parts.md.

Whoever carries the run works on the parts and closes it; whoever has nothing else to do works on them too. A part is a
row with a lease. Its answer goes by the facts that it was worked out from: only an answer to the very same facts
counts, so it does not matter who gave it, how often, or whether he or she died over it.
"""

import hashlib
import secrets
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from django.conf import settings

import matching
from jobplaneten import law as law_of_the_land
from matching.engine import parts
from matching.engine.backend import backend
from matching.engine.cards import JobCard, WishCard, sort_out
from matching.engine.columns import Lawfulness, Town
from matching.engine.compiled import Compiled
from matching.engine.search import Lists
from matching.models import NightPart, PartKind, Run, RunStatus
from matching.nightly.lease import Clock, LeaseLostError, pulse
from matching.nightly.plan import Given, look_around
from youth.models import Youth

Answer = TypeVar("Answer", Lawfulness, Lists)

MOST = 32
LEASE = timedelta(seconds=20)
PAUSE_SECONDS = 0.1


def lay_out(run: Run) -> int:
    """Makes the rows of a night's parts. The number of parts of each kind; 0 for a night that is not divided."""
    found = run.parts.filter(kind=PartKind.LAW).count()
    count = found or min(MOST, Youth.objects.in_the_night().count() // settings.YOUTHS_OF_A_PART)
    if found or count < 2:
        return found
    rows = [NightPart(run=run, kind=kind, number=number) for kind in PartKind for number in range(count)]
    NightPart.objects.bulk_create(rows, ignore_conflicts=True)
    return count


def help_out(clock: Clock, holder: str) -> Run | None:
    """Works on the parts of a night that another carries, until there is nothing left. None when there is none."""
    run = Run.objects.in_parts(clock()).first()
    if run is None:
        return None
    given = look_around(run)
    desk = Desk(run, given, clock, holder)
    youths, _bad_youths = sort_out("youth", given.record.wishes)
    posts, _bad_posts = sort_out("post", given.record.jobs)
    options, seed = given.record.options, given.record.seed
    try:
        town = Town.of(youths, posts, desk.law(youths, posts))
        desk.search(town, Compiled.of(given.record.scorer), length=options.list_length, seed=seed)
    except LeaseLostError:
        return None
    return run


class Desk:
    """What one worker does on the parts of a run: takes what nobody is at, and waits for what others are at."""

    def __init__(self, run: Run, given: Given, clock: Clock, holder: str) -> None:
        self.run, self.given, self.clock = run, given, clock
        self.token = f"{holder[:50]}:{secrets.token_hex(6)}"
        self.digest = hashlib.sha256(f"{given.digest} {release()}".encode()).hexdigest()
        self.count = run.parts.filter(kind=PartKind.LAW).count()

    def law(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
        shares = parts.slices(len(jobs), self.count)

        def answer(number: int) -> bytes:
            return parts.law_page(self.given.facts.lawyer.lawfulness(wishes, jobs[shares[number]]))

        return parts.law_together(self.answers(PartKind.LAW, answer, parts.law_of))

    def search(self, town: Town, weights: Compiled, *, length: int, seed: int, points: bool = True) -> Lists:
        groups = parts.area_groups(town.youths.place, self.count)
        way = backend(self.given.record.options.backend)

        def answer(number: int) -> bytes:
            own = town.only_youths(groups[number])
            return parts.lists_page(way.search(own, weights, length=length, seed=seed, points=points))

        return parts.lists_together(groups, self.answers(PartKind.LISTS, answer, parts.lists_of))

    def answers(self, kind: PartKind, work: Callable[[int], bytes], read: Callable[[bytes], Answer]) -> list[Answer]:
        """Of all parts of that kind, in order. LeaseLostError when the run is no longer about these facts."""
        while True:
            self.work_on(kind, work)
            pages = self.run.parts.filter(kind=kind).answered(self.digest).order_by("number")
            try:
                found = [read(bytes(page)) for page in pages.values_list("answer", flat=True)]
            except parts.UnreadableError:
                pages.update(digest="")
            else:
                if len(found) == self.count:
                    return found

    def work_on(self, kind: PartKind, work: Callable[[int], bytes]) -> None:
        while self.is_wanted():
            part = self.take(kind)
            if part is not None:
                with pulse(partial(self.keep, part), LEASE):
                    self.put(part, work(part.number))
            elif self.run.parts.filter(kind=kind).answered(self.digest).count() == self.count:
                return
            else:
                time.sleep(PAUSE_SECONDS)
        raise LeaseLostError

    def is_wanted(self) -> bool:
        """The run is under way, has parts, and is about nothing else than these facts."""
        about = Run.objects.filter(pk=self.run.pk, status=RunStatus.RUNNING, input_digest__in=["", self.given.digest])
        return about.filter(parts__isnull=False).exists()

    def take(self, kind: PartKind) -> NightPart | None:
        """The first part that nobody is at; of two that ask at once one gets it."""
        now = self.clock()
        waiting = NightPart.objects.filter(run=self.run, kind=kind).to_take(self.digest, now)
        for part in waiting.defer("answer").order_by("number"):
            if waiting.filter(pk=part.pk).update(holder=self.token, lease_until=now + LEASE):
                return part
        return None

    def keep(self, part: NightPart) -> None:
        NightPart.objects.filter(pk=part.pk, holder=self.token).update(lease_until=self.clock() + LEASE)

    def put(self, part: NightPart, answer: bytes) -> None:
        """An answer that comes after somebody else has taken the part over is left out: theirs is as good."""
        own = NightPart.objects.filter(pk=part.pk, holder=self.token)
        own.update(answer=answer, digest=self.digest, holder="", lease_until=None)


@cache
def release() -> str:
    """Names the text of all that answers depend on, so that workers of two releases never mix theirs."""
    folders = [Path(str(room.__file__)).parent for room in (matching, law_of_the_land)]
    files = sorted(file for folder in folders for kind in ("*.py", "*.toml") for file in folder.rglob(kind))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
