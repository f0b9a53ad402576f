"""What stands on claims, as a replay of the log has it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from factcheck.model.acts import Event, Evidence, Verdict
from factcheck.model.claims import Claim


class Sources(NamedTuple):
    """How many different sources a claim was held against; one that is named twice counts once."""

    primary: int = 0
    secondary: int = 0

    @classmethod
    def counted(cls, told: Iterable[tuple[str, bool]]) -> "Sources":
        """Of sources and whether each is primary: it is, where it was once said to be."""
        primary: dict[str, bool] = {}
        for source, is_primary in told:
            name = " ".join(source.split()).casefold()
            primary[name] = primary.get(name, False) or is_primary
        return cls(sum(primary.values()), len(primary) - sum(primary.values()))


class Given(NamedTuple):
    """A reviewer's own verdict on a claim, when they gave it, and their own last note."""

    reviewer: str
    verdict: Verdict
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a claim now, by whom and since when. Two reviewers who differ make it contested.

    Where `changed`, the last verdict (`was`) was given on other words (`words`) or another reading (`read_as`) than the
    claim has now. After a new date it still stands, on what was read then; after a new draft the claim is open again.
    Where a person corrected the claim's value, `found_as` is the finder's, in words.

    `given` are the reviewers' own verdicts, oldest first. Where they differed and somebody decided, `resolution` is the
    reason, and the verdict, `by` and `at` are those of the decision. `second_due`: the rules ask for a second person's
    verdict, and one is missing. `sealed`: it is kept from whoever looks what others said, for they are to judge by
    themselves. `recheck` is the day on which it is to be looked at again; `expired`: that day, or the days that the
    rules let a verdict be good for, are over.
    """

    verdict: Verdict = Verdict.OPEN
    by: str = ""
    at: datetime | None = None
    note: str = ""
    contested: bool = False
    changed: bool = False
    was: Verdict = Verdict.OPEN
    words: str = ""
    read_as: str = ""
    found_as: str = ""
    given: tuple[Given, ...] = ()
    resolution: str = ""
    second_due: bool = False
    sealed: bool = False
    recheck: date | None = None
    expired: bool = False
    sources: Sources = field(default_factory=Sources)

    def own(self, reviewer: str) -> Given | None:
        """The verdict of one reviewer, where they gave one."""
        return next((given for given in self.given if given.reviewer == reviewer), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim beside what stands on it. `number` counts the claims of an article from 1, in reading order."""

    number: int
    claim: Claim
    standing: Standing = Standing()


@dataclass(frozen=True)
class Ledger:
    """An article's claims in reading order with what stands on each."""

    entries: tuple[Entry, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Entry:
        return self.entries[index]

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where each claim key stands in `entries`."""
        return {entry.claim.key: at for at, entry in enumerate(self.entries)}

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """How many claims stand at each verdict."""
        counts = dict.fromkeys(Verdict, 0)
        for entry in self.entries:
            counts[entry.standing.verdict] += 1
        return counts

    def with_standings(self, changed: Mapping[str, Standing]) -> "Ledger":
        """The same ledger with what stands on some claims changed, by claim key."""
        if len(changed) == 1:
            return self.with_standing(*next(iter(changed.items())))
        entries = list(self.entries)
        for key, standing in changed.items():
            at = self.position[key]
            entries[at] = replace(entries[at], standing=standing)
        return Ledger(tuple(entries))

    def with_standing(self, key: str, standing: Standing) -> "Ledger":
        """The same ledger with what stands on one claim changed."""
        at = self.position[key]
        return Ledger((*self.entries[:at], replace(self.entries[at], standing=standing), *self.entries[at + 1 :]))


@dataclass(frozen=True, slots=True)
class Trail:
    """All that was done about a claim, oldest first: the acts, those taken back too, and what it was held against.

    `acts` are also those on earlier drafts, `evidence` is that on the claim as it is. `before` is what the claim said
    in an earlier draft, before it was changed.
    """

    acts: tuple[Event, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    before: str = ""
