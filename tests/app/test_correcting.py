"""A wrong value is typed anew: it stands at once, through every reading, and is taken back."""

from db import Store
from factcheck.app.screens.add_claim import AddClaimScreen
from factcheck.app.widgets.details import Details
from factcheck.extract import claims_of
from factcheck.model import Verb, Verdict
from tests.app.conftest import Opens
from tests.app.desk import harbour, keep


async def test_a_value_is_corrected_kept_through_a_new_date_and_taken_back(opens: Opens, store: Store):
    keep(store, harbour(), claims_of(harbour()))
    async with opens(article=harbour().key) as desk:
        wrong = desk.find("2.4 million euros")
        desk.review.chosen = wrong.claim.key
        await desk.press("v")
        desk.review.chosen = wrong.claim.key
        await desk.press("equals_sign", "enter")
        assert "are what they were" in desk.notices[-1]
        await desk.press("equals_sign", "t", *"2.6")
        assert isinstance(desk.app.screen, AddClaimScreen)
        await desk.type(" million euros")
        await desk.press("enter")
        assert str(desk.find("2.4 million euros").claim.value) == "2,600,000 EUR"
        assert "Corrected to 2,600,000 EUR" in desk.notices[-1]
        standing = desk.find("2.4 million euros").standing
        assert (standing.verdict, standing.changed, standing.found_as) == (Verdict.VERIFIED, True, "2,400,000 EUR")
        details = desk.review.query_one(Details).details
        assert details is not None
        assert "value corrected: 2,600,000 EUR" in [past.what for past in details.history]
        await desk.press("p", *"2031-05-13", "enter")
        assert str(desk.find("2.4 million euros").claim.value) == "2,600,000 EUR"
        await desk.press("u", "u")
        assert "Taken back: value corrected" in desk.notices[-1]
        assert str(desk.find("2.4 million euros").claim.value) == "2,400,000 EUR"
        assert not desk.find("2.4 million euros").standing.changed
    (event,) = (event for event in store.events() if event.act.verb is Verb.CORRECTED)
    assert (event.undone, event.act.data["reading"]) == (True, "2,400,000 EUR")


async def test_what_is_typed_and_not_understood_changes_nothing(opens: Opens, store: Store):
    keep(store, harbour(), claims_of(harbour()))
    async with opens(article=harbour().key) as desk:
        await desk.press("equals_sign", "t", *"nothing", "enter")
        assert isinstance(desk.app.screen, AddClaimScreen)
        await desk.press("escape")
        assert not [event for event in store.events() if event.act.verb is Verb.CORRECTED]


async def test_a_value_that_is_typed_before_its_field_has_the_keys_changes_nothing(opens: Opens, store: Store):
    keep(store, harbour(), claims_of(harbour()))
    async with opens(article=harbour().key) as desk:
        desk.review.chosen = desk.find("2.4 million euros").claim.key
        before = len(list(store.events()))
        await desk.press("equals_sign")
        await desk.type("3.8 million")
        assert isinstance(desk.app.screen, AddClaimScreen)
        await desk.press("escape")
        assert len(list(store.events())) == before
        assert str(desk.find("2.4 million euros").claim.value) == "2,400,000 EUR"
