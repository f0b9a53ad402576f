"""What is done about verdicts rather than claims: disputes are decided, days set, articles signed, rules shown."""

from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from factcheck.app.screens import _filters as filters
from factcheck.app.screens import _words as words
from factcheck.app.screens._evidence import EvidenceView
from factcheck.app.screens._meanwhile import meanwhile
from factcheck.app.screens._reading import News
from factcheck.app.screens._seats import free_seat, seats
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.pane_title import PaneTitle
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.app.screens.recheck import Due
    from factcheck.app.screens.resolve import Decision

LOOKS_UP = 3.0
"""Seconds after which what others did is shown to whoever only moves."""
_TALL = 30
"""How many lines a screen has that shows the line over the article."""


class SigningView(EvidenceView):
    """The article beside its claims, with the commands of those who answer for it."""

    def on_mount(self) -> None:
        self._looks_up = self.set_interval(LOOKS_UP, self._glance)

    def _greet(self) -> None:
        super()._greet()
        broken = self._reopened()
        if broken and self.size.height < _TALL:  # the line over the article, which says so too, is not shown
            self._say(f"Sign-off: {'; '.join(broken)}. Z says why.")

    def action_resolve(self) -> None:
        """Decide on a claim that reviewers differ about."""
        self._renew()
        if (entry := self._entry_here) is None:
            return
        if not entry.standing.contested:
            self._say("Nobody differs about this claim.")
        elif why := self._session.may_not_resolve(entry):
            self._say(why)
        else:
            from factcheck.app.screens.resolve import ResolveScreen

            question = ResolveScreen(entry.number, entry.claim.quote, entry.standing.given, self._glyphs)
            self._ask(question, partial(self._resolve, entry.claim.key))

    def _renew(self) -> None:
        """Read again all that stands before something is decided by it."""
        self._session.renew()
        self._take_claims()

    def _glance(self) -> None:
        """Look up without being asked to; what keeps it from that is said once, until something can be shown again."""
        try:
            self._look_up()
        except FactcheckError as error:
            self._looks_up.pause()
            self._report(error)

    def _look_up(self) -> None:
        """Show what others did meanwhile, and say so; nobody is moved."""
        before, number = self._session.seen, self._number
        news = self._session.look_up()
        if news is None:
            return
        if news is News.DRAFT:
            self._say("A new draft of this article came in. You see the one before; leave and open it again to go on.")
            return
        told = meanwhile(before, self._session.seen, self._session.reviewer)
        if not told:
            return
        if news is News.CLAIMS:
            self._take_claims()
            self._look()
        else:
            self._show()
        if not self.chosen:
            self._choose(filters.moved(self.rows, number, 0))
        self._say(told)

    def _resolve(self, key: str, decision: "Decision") -> None:
        entry = self.ledger[self.ledger.position[key]]
        with self._writing():
            self._session.resolve(entry, decision.verdict, decision.reason)
        self._judged = key
        self._show()
        look = self._glyphs.verdicts[decision.verdict]
        self._say(f"Decided: claim {entry.number} {look.glyph} {look.word}. u takes it back.")

    def action_recheck(self) -> None:
        """Ask when the claim is to be looked at again."""
        if (entry := self._entry_here) is not None:
            today = self._clock().astimezone(UTC).date()
            from factcheck.app.screens.recheck import RecheckScreen

            question = RecheckScreen(entry.number, entry.standing.recheck, today)
            self._ask(question, partial(self._recheck, entry.claim.key))

    def _recheck(self, key: str, due: "Due") -> None:
        with self._writing():
            self._session.recheck(self.ledger[self.ledger.position[key]], due.day)
        self._show()

    def action_sign_off(self) -> None:
        """Ask in which role the article is signed, and show what is missing."""
        from factcheck.app.screens.sign_off import SignOffScreen

        session = self._session
        if session.findings is None:
            self._say("The checks are still looking.")
            return
        self._renew()
        roles = seats(session, self._clock())
        self._ask(SignOffScreen(roles, free_seat(session, roles), self._glyphs), self._sign)

    def _sign(self, role: str) -> None:
        with self._writing():
            self._session.sign(role)
        self._show()
        self._say(f"Signed off as {role}. Whatever changes what stands reopens it; u takes it back.")

    def action_rules(self) -> None:
        """Show the rules of the desk."""
        from factcheck.app.screens.rules import RulesScreen

        self.app.push_screen(RulesScreen(self._session.rules, self._session.rule_changes(), self._clock()))

    def _show(self) -> None:
        self._looks_up.resume()
        rules = self._session.rules
        keys = (entry.claim.key for entry in self._session.ledger if rules.is_unsupported(entry.standing))
        self.query_one(ClaimList).unsupported = frozenset(keys)
        super()._show()
        self._show_signed()

    def _show_signed(self) -> None:
        """Say over the article who answered for it, and what was reopened."""
        session, now = self._session, self._clock()
        holding = [f"{each.role} {each.by} {words.when(each.at, now)}" for each in session.signed if each.holds]
        told = [f"signed off: {', '.join(holding)}"] if holding else []
        self.query_one("#article-title", PaneTitle).detail = "   ".join([*told, *self._reopened(), self._length])

    def _reopened(self) -> list[str]:
        """The sign-offs that do not hold any more, in words."""
        broken = [each for each in self._session.signed if not each.holds]
        whose = {each.role: f" by {each.reopened.act.actor}" if each.reopened else "" for each in broken}
        return [f"{role} reopened{by}" for role, by in whose.items()]
