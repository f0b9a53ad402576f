"""The same value elsewhere: in the details, and one key away, here and in other articles."""

from db import Store
from factcheck.app.screens.same import SameScreen
from factcheck.app.widgets.details import Details
from factcheck.model import Article
from tests.app.conftest import Desk, Opens
from tests.app.desk import keep, plain

FLEET = Article("The fleet", "Four boats sail. The mayor bought four boats and spent 51 million euros.")


def told(desk: Desk) -> str:
    details = desk.review.query_one(Details).details
    assert details is not None
    return dict(details.extras).get("also in", "")


async def test_it_is_said_and_gone_to(opens: Opens, store: Store, article: Article):
    claims = [plain(FLEET, "count", quote, "4") for quote in ("Four boats", "four boats")]
    keep(store, FLEET, [*claims, plain(FLEET, "money", "51 million euros", "51 M €")])
    async with opens(article=article.key) as desk:
        assert told(desk) == ""
        await desk.press("asterisk")
        assert "No other claim" in desk.notices[-1]
        await desk.press("slash", *"boats", "enter")
        assert told(desk) == "“The fleet”  (*)"
        await desk.press("asterisk", "j", "enter")
        assert desk.review.article == FLEET
        assert desk.number == 2
        assert told(desk) == "claim 1, “Ferry plan grows by a third as council votes to…”  (*)"
        await desk.press("asterisk")
        assert isinstance(desk.app.screen, SameScreen)
        await desk.press("enter")
        assert (desk.review.article, desk.number) == (FLEET, 1)
