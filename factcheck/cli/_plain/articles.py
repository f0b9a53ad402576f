"""Choosing an article of the desk: by its number in the list, words of its title, or its key."""

import re
from collections.abc import Sequence

from db import Store
from factcheck.app.screens._queue_words import until
from factcheck.cli._desk import now
from factcheck.cli._plain.review import Review, Target
from factcheck.cli._plain.talk import Talk
from factcheck.cli._table import numbered
from factcheck.model import ArticleStatus, Verdict
from factcheck.rules import Rules
from factcheck.workload import Task, in_part, tasks

LISTED = 9
"""How many articles are listed at a time."""
_KEY = re.compile(r"[0-9a-f]{4,64}")


def other(review: Review, told: str) -> None:
    """Leaves the article for another one of the desk."""
    session = review.session
    chosen = choose(review.store, review.talk, session.reviewer, session.rules, told)
    if chosen is None:
        review.tell()
    else:
        review.left_for = chosen


def choose(store: Store, talk: Talk, reviewer: str, rules: Rules, told: str = "") -> Target | None:
    """The article that a person chose; None where they left without one."""
    every = store.statuses(viewer=rules.viewer(reviewer))
    if not every:
        talk.say("There is no article on this desk yet. factcheck review --plain FILE opens one.")
        return None
    found, first = (every, 0) if not told else (named(every, told), 0)
    while True:
        if told and len(found) == 1:
            return Target(found[0].key)
        if told and not found:
            talk.say(f"No article here has “{told}”.")
            found, first = every, 0
        _list(talk, found, first)
        last = first + LISTED >= len(found)
        talk.say("A number of the list, words of a title or a key opens one; m says what waits for you; q leaves.")
        told = talk.ask("Which article?" if last else "Which article (empty lists on)?")
        if told == "q" or (not told and last):
            return None
        if not told:
            first += LISTED
        elif told == "m":
            found, first, told = _waiting(store, talk, reviewer, rules), 0, ""
            if not found:
                talk.say("Nothing waits for you.")
                found = every
        elif told in map(str, range(1, len(found) + 1)):
            return Target(found[int(told) - 1].key)
        else:
            found, first = named(every, told), 0


def named(statuses: Sequence[ArticleStatus], told: str) -> tuple[ArticleStatus, ...]:
    """The articles that an answer names: the one of this key or title, else those that have these words."""
    wanted = told.casefold()
    by_key = tuple(each for each in statuses if each.key.startswith(wanted)) if _KEY.fullmatch(wanted) else ()
    by_title = tuple(each for each in statuses if each.title.casefold() == wanted)
    having = (
        each
        for each in statuses
        if all(word in f"{each.title} {each.source} {each.published or ''}".casefold() for word in wanted.split())
    )
    return by_key or by_title or tuple(having)


def _list(talk: Talk, found: Sequence[ArticleStatus], first: int) -> None:
    for number, status in enumerate(found[first : first + LISTED], first + 1):
        published = f", published {status.published}" if status.published else ""
        findings = f", {numbered(status.findings, 'finding')} unanswered" if status.findings else ""
        open_ones = f"{status.counts[Verdict.OPEN]} of {numbered(status.total, 'claim')} open"
        talk.say(f"{number}: {status.title or '(no title)'}{published}, {open_ones}{findings}")


def _waiting(store: Store, talk: Talk, reviewer: str, rules: Rules) -> tuple[ArticleStatus, ...]:
    """The articles that wait for this reviewer, the most urgent first; until when is said."""
    assigned = store.assignments()
    found = tasks(
        store.waiting(viewer=reviewer),
        assigned,
        store.tallies(in_part(assigned, reviewer), viewer=reviewer),
        reviewer=reviewer,
        rules=rules,
    )
    for task in found:
        talk.say(f"{task.status.title or '(no title)'}: {_wants(task)}")
    return tuple(task.status for task in found)


def _wants(task: Task) -> str:
    """What an article waits for, in words."""
    counts = (
        (task.open, "open"),
        (task.contested, "contested"),
        (task.second, "waiting for a second person"),
        (task.expired, "to be checked again"),
    )
    told = [f"{count} {what}" for count, what in counts if count]
    assigned = f"given to {' and '.join(task.assigned)}" if task.assigned else ""
    return ", ".join(part for part in (until(task.deadline, now()), *told, assigned) if part)
