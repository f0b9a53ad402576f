"""The list of a desk's articles, as screens and commands ask for it: all of it in order, lines of it, totals."""

from collections.abc import Collection, Iterator, Sequence

from db import signing, statuses
from db.audited import Audited
from factcheck.model import ArticleStatus, Listed, Order, Tally, Totals


class Lists(Audited):
    """What is asked for with a `viewer` leaves out what the rule of the second check keeps from that reviewer."""

    def statuses(self, *, viewer: str | None = None) -> tuple[ArticleStatus, ...]:
        """Every article and how far it is, newest activity first."""
        return tuple(self.each_status(viewer=viewer))

    def each_status(self, *, viewer: str | None = None) -> Iterator[ArticleStatus]:
        """The same, one by one: those that are not asked for are not read."""
        with self.snapshot(), self.reading() as connection:
            yield from statuses.Lines(connection, self._sight(viewer)).each(
                statuses.ordered(connection, Order.LAST_ACT)
            )

    def lines(self, articles: Sequence[str], *, viewer: str | None = None) -> tuple[ArticleStatus, ...]:
        """How far these articles are, in this order."""
        with self.snapshot(), self.reading() as connection:
            return tuple(statuses.Lines(connection, self._sight(viewer)).each(articles))

    def ordered(self, by: Order = Order.LAST_ACT) -> tuple[str, ...]:
        """The keys of every article."""
        with self.reading() as connection:
            return statuses.ordered(connection, by)

    def listed(self) -> tuple[Listed, ...]:
        """Every article with the words it can be found by, in no order."""
        with self.reading() as connection:
            return statuses.listed(connection)

    def waiting(self, *, viewer: str | None = None) -> tuple[ArticleStatus, ...]:
        """The articles in which something is left to do for anybody."""
        with self.snapshot(), self.reading() as connection:
            return tuple(statuses.waiting(connection, self._sight(viewer)))

    def totals(self, *, viewer: str | None = None) -> Totals:
        """How far the whole desk is."""
        with self.snapshot(), self.reading() as connection:
            return statuses.totals(connection, self._sight(viewer))

    def signed_articles(self) -> frozenset[str]:
        """The keys of the articles that somebody signed."""
        with self.reading() as connection:
            return frozenset(signing.signed_articles(connection))

    def tallies(self, articles: Collection[str], *, viewer: str | None = None) -> tuple[Tally, ...]:
        """Counts of these articles by article, kind, verdict and reviewer."""
        with self.snapshot(), self.reading() as connection:
            return statuses.tally(connection, articles, self._sight(viewer)) if articles else ()

    def tally(self, article_key: str | None = None, *, viewer: str | None = None) -> tuple[Tally, ...]:
        """Counts by article, kind, verdict and reviewer, of one article or of all."""
        return tuple(self.each_tally(article_key, viewer=viewer))

    def each_tally(self, article_key: str | None = None, *, viewer: str | None = None) -> Iterator[Tally]:
        """The same, one by one, articles by title."""
        with self.snapshot(), self.reading() as connection:
            articles = statuses.by_title(connection) if article_key is None else (article_key,)
            for page in statuses.paged(articles):
                yield from statuses.tally(connection, page, self._sight(viewer))
