"""The law asked about all pairs of a night at once, in the form that the engine reads."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from jobplaneten.law.life import Life
from jobplaneten.law.many import Bench, Offer
from matching.engine.cards import JobCard, WishCard
from matching.engine.columns import Lawfulness


class Lawyer:
    """Lives by the numbers of youths, offers by those of posts; every pair that their cards can make."""

    def __init__(self, lives: Mapping[int, Life], offers: Mapping[int, Offer]) -> None:
        self.lives, self.offers = lives, offers
        self.bench = Bench(list(lives.values()), list(offers.values()))
        self.place = {youth: place for place, youth in enumerate(lives)}
        self.column = {post: column for column, post in enumerate(offers)}

    @property
    def digest(self) -> str:
        """All that the answers depend on beside the law itself."""
        lives = [
            (youth, life.born_on, life.schooling_ends_on, sorted(life.closed), life.elsewhere)
            for youth, life in self.lives.items()
        ]
        return hashlib.sha256(repr((lives, self.offers)).encode()).hexdigest()

    def lawfulness(self, wishes: Sequence[WishCard], jobs: Sequence[JobCard]) -> Lawfulness:
        """The answer for all pairs of these cards: youths to whom the law says the same are a class."""
        columns = [unpacked(self.bench.lawful(self.column[job.post]), len(self.lives)) for job in jobs]
        everybody = np.array(columns, dtype=np.bool_).reshape(len(jobs), len(self.lives)).T
        asked = everybody[[self.place[wish.youth] for wish in wishes]].reshape(len(wishes), len(jobs))
        pressed, of_youth = np.unique(np.packbits(asked, axis=1), axis=0, return_inverse=True)
        table = np.unpackbits(pressed, axis=1, count=len(jobs)).astype(np.bool_)
        return Lawfulness(of_youth.reshape(-1), table)

    def violations(self, youth: int, post: int) -> tuple[str, ...]:
        """The rules that forbid this very youth the job on its real dates."""
        return self.bench.violations(self.place[youth], self.column[post])


def unpacked(bits: int, width: int) -> npt.NDArray[np.uint8]:
    """Bit n as entry n."""
    whole = np.frombuffer(bits.to_bytes(-(-width // 8), "little"), dtype=np.uint8)
    return np.unpackbits(whole, count=width, bitorder="little")
