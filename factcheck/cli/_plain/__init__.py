"""The review as a dialogue of plain lines: for screen readers, pipes and poor connections."""

from typing import TYPE_CHECKING

from factcheck.app.screens._session import Session
from factcheck.app.screens._sitting import in_words
from factcheck.cli._desk import NO_NEW_ONE, desk, now, parser_of
from factcheck.cli._plain.articles import choose
from factcheck.cli._plain.articles import named as articles_named
from factcheck.cli._plain.dialogue import Dialogue
from factcheck.cli._plain.review import Review, Target
from factcheck.cli._plain.talk import Ended, talking
from factcheck.errors import InputError, StoreError
from factcheck.extract import claims_of
from factcheck.rules import Rules

if TYPE_CHECKING:
    from db import Store
    from factcheck.cli._incoming import Arrived
    from factcheck.config import Config
    from factcheck.model import Article
    from factcheck.syntax import Parser


def review_plain(
    config: "Config",
    rules: Rules,
    arrived: "Arrived | None" = None,
    original: "Article | None" = None,
    *,
    named: str = "",
    readonly: bool = False,
) -> int:
    """Reviews an article by questions and answers; gives the exit status: 1 when an act could not be kept.

    `arrived` is the article, `original` what it translates. Without it one of the desk is asked for: `named` are words
    of its title, or its key.
    """
    parser = parser_of(config)
    refused = False
    with desk(config, readonly=readonly) as store, talking() as talk:
        try:
            if arrived is not None:
                target: Target | None = Target(_kept(store, config, arrived, parser))
            else:
                if named and not articles_named(store.statuses(), named):
                    raise InputError(f"There is no file {named}, and no article of the desk has these words.")
                target = choose(store, talk, config.reviewer, rules, named)
            while target is not None:
                session = Session(
                    store,
                    store.article(target.article),
                    reviewer=config.reviewer,
                    clock=now,
                    rules=rules,
                    file_limit=config.file_limit,
                )
                if original is not None:
                    session.translate(original)
                review = Review(store, session, talk, parser, target.claim)
                dialogue = Dialogue(review)
                target = review.left_for if dialogue.run() else None
                refused, original = refused or dialogue.refused, None
        except (Ended, KeyboardInterrupt):
            talk.say("No article was opened.")
        talk.say(f"The desk: {in_words(store.totals(viewer=rules.viewer(config.reviewer)))}.")
    return 1 if refused else 0


def _kept(store: "Store", config: "Config", arrived: "Arrived", parser: "Parser | None") -> str:
    """The key of an article that came in, on the desk from now on."""
    article = arrived.article
    if (known := store.has(article.draft)) is not None:
        return known
    if store.readonly:
        raise StoreError(NO_NEW_ONE)
    claims = claims_of(article, parser=parser)
    store.add(article, claims, actor=config.reviewer, at=now(), raw=arrived.data)
    return article.key
