"""Two sums of money given as equivalents, against the European Central Bank's reference rate of their time.

Formula: the first sum divided by the second is the rate the text implies; it must meet the reference rate.
Units: ISO 4217. Source: ECB euro reference rates, crossed through the euro.
Tolerance: every number that would be written with the same digits (the zeros that end a whole number count as
rounding), against the lowest and highest rate of the year around the article's date, 3 % wider (market rates differ
from the reference); a tenth wider still where a word like "about" stands. Dates in the sentence widen the time.
A bare "$" is the American dollar where the article speaks of America or bears an agency's name and speaks of no other
country with dollars; elsewhere any of them may be meant.
Silent: currencies the ECB lacks, prices of another time ("at 2015 prices", "at the time"), dates before the table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import product

from factcheck.checks import Check
from factcheck.model import Article, Claim, Finding, Severity
from factcheck.passage import MONEY, Day, Passage, Sum, days_of, equivalents, passage_of, sums_of
from factcheck.rates import HALF_YEAR, Extent, Rates, in_use
from factcheck.slips import cause, numeral, power_in, readable, times_off
from factcheck.sums import Interval, shown

MARKET = Decimal("0.03")
VAGUE = Decimal("0.10")
GROSS = Decimal(8)
"""Where the time is not known, how many times off a sum must be from every rate of the table."""

DOLLARS = ("USD", "AUD", "CAD", "NZD", "SGD", "HKD")
_SHARED = (
    (re.compile(r"(?<![A-Za-z.])\$|(?<!\w)(?:dollars?)\b", re.I), DOLLARS),
    (re.compile(r"¥"), ("JPY", "CNY")),
    (re.compile(r"\bkronor\b", re.I), ("SEK",)),
    (re.compile(r"\bkron[aeu]r?\b|\bcrowns?\b|\bkr\b", re.I), ("SEK", "NOK", "DKK", "ISK", "CZK")),
    (re.compile(r"\bpesos?\b", re.I), ("MXN", "PHP")),
)
"""Signs that several currencies share: any of them may be meant."""

_NAMELESS = {"peso": "MXN", "krona": "SEK", "crown": "SEK", "rand": "ZAR"}
"""Names of money that the finder gives no code to, with one of those that they may mean."""

_AMERICAN = re.compile(
    r"\bU\.?S\.?(?:A\b)?(?=\W|$)|United States|\bAmerican?s?\b|New York|Washington|Wall Street|Chicago|Los Angeles|"
    r"San Francisco|California|Texas|Florida|Boston|Nasdaq|\((?:Reuters|AP|AFP|Bloomberg|UPI|Xinhua)\)|Federal Reserve|"
    r"World Bank|\bIMF\b|International Monetary Fund|United Nations|\bU\.?N\b"
)
_OTHER_DOLLARS = re.compile(
    r"Austral|Sydney|Melbourne|Canberra|Brisbane|Adelaide|Queensland|Canad|Toronto|Ottawa|Vancouver|Montreal|Quebec|"
    r"Calgary|Alberta|Ontario|New Zealand|Auckland|Wellington|Christchurch|Singapor|Hong Kong|Taiwan|[ACS]\$|NZ\$|"
    r"\b(?:AUD|CAD|NZD|SGD|HKD)\b"
)
_HONG_KONG = re.compile(r"Hong Kong|HK\$|\bHKD\b")
"""What tells whose dollars a bare "$" is: American where the article speaks of America and of no other such country."""
_NAMED = re.compile(
    r"US|U\.S\.|Hong Kong|Australian|Canadian|New Zealand|Singapore|Swedish|Norwegian|Danish|Icelandic|Czech|Mexican|"
    r"Philippine|[A-Z]{2}\$|[ACS]\$|\b[A-Z]{3}\b"
)
_ELSEWHERE = (
    (re.compile(r"\brupees?\b|\bRs\b|\bcrores?\b|\blakhs?\b", re.I), re.compile(r"Pakistan|Sri Lanka|Nepal|Mauriti")),
    (re.compile(r"\bpesos?\b", re.I), re.compile(r"Argentin|Chile|Colombia|Urugua|Cuba|Dominican")),
    (re.compile(r"\bpounds?\b|£", re.I), re.compile(r"Egypt|Leban|Syria|Sudan|Cypr")),
    (
        re.compile(r"\bfrancs?\b", re.I),
        re.compile(r"CFA|Africa|Congo|Rwanda|Cameroon|Senegal|Mali\b|Guinea|French f"),
    ),
    (re.compile(r"\bwon\b|₩", re.I), re.compile(r"North Korea|Pyongyang")),
    (
        re.compile(r"\$|\bdollars?\b", re.I),
        re.compile(r"Taiwan|Zimbabwe|Jamaica|Namibia|Fiji|Barbados|Liberia"),
    ),
    (re.compile(r"\blir[ae]\b", re.I), re.compile(r"Ital|Syria|Leban")),
)
"""Names of money that countries outside the table share: where the article speaks of those, nothing is known."""

_OTHER_TIME = re.compile(
    r"\bprices\b|\bat (?:the|that) time\b|\bthen\b|\btoday'?s\b|\binflation\b|\badjusted\b|\breal terms\b|\bconstant\b|"
    r"\bpurchasing power\b|\bppp\b|\bold (?:francs|lira|roubles|rubles)\b|\bexchange rates? of\b|\bblack market\b|"
    r"\bofficial rate\b|\bparallel\b|\bin \d{4} (?:dollars|money)\b",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approx\w*|over|under|than|least|up to|close)\b|~|≈", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def look(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Equivalents whose rate no day of their time comes near."""
    sums = [item for item in map(_as_money, sums_of(claims)) if item is not None and item.value > 0]
    if len({item.unit for item in sums}) < 2:
        return
    passage = passage_of(article)
    days: dict[int, list[Day]] = {}
    for day in days_of(claims):
        days.setdefault(passage.sentence_of(day.claim), []).append(day)
    for one, other in equivalents(passage, sums):
        if one.unit != other.unit and not _is_elsewhere(article.text, one, other):
            yield from _judge(passage, days, one, other)


def _as_money(item: Sum) -> Sum | None:
    """A sum of money under a code of ISO 4217, what it is paid for left out; None for other amounts."""
    unit = item.unit.partition("/")[0]
    unit = _NAMELESS.get(unit, unit)
    if not MONEY.fullmatch(unit):
        return None
    return item if unit == item.unit else item._replace(amount=replace(item.amount, unit=unit))


def _judge(passage: Passage, days: Mapping[int, Sequence[Day]], one: Sum, other: Sum) -> Iterator[Finding]:
    rates = in_use()
    window = _window(passage, days, one.claim, rates)
    if window is None or _OTHER_TIME.search(_around(passage, one, other)):
        return
    first, last, known = window
    implied = one.interval(loose=True) / other.interval(loose=True)
    if not known and _is_near(rates, implied, one, other):
        return
    text = passage.article.text
    american = _speaks_of(_AMERICAN, text) and not _speaks_of(_OTHER_DOLLARS, text)
    hong_kong = _speaks_of(_HONG_KONG, text)
    stated = rates.between(other.unit, one.unit, first, last)
    if stated is None:
        return
    others = [
        extent
        for base, quoted in product(_candidates(other, american), _candidates(one, american))
        if base != quoted
        and (hong_kong or "HKD" not in (base, quoted))
        and (extent := rates.between(base, quoted, first, last)) is not None
    ]
    least = min(_times_off(implied, _allowed(passage, extent, one, other)) for extent in [stated, *others])
    if least > (1 if known else GROSS):
        day = passage.article.published.day if passage.article.published else None
        named = {
            quote for item in days.get(passage.sentence_of(one.claim), ()) for quote in _YEAR.findall(item.claim.quote)
        }
        if day is not None and len(named) == 1 and (year := int(named.pop())) != day.year:
            # A year is named: what is told is that year's rates, though any rate since then is accepted.
            of_year = rates.between(other.unit, one.unit, date(year, 1, 1), date(year, 12, 31))
            yield _finding(rates, one, other, of_year or stated, known, None)
        else:
            yield _finding(rates, one, other, stated, known, day)


def _is_near(rates: Rates, implied: Interval, one: Sum, other: Sum) -> bool:
    """Whether the rate of some January comes within half the gross factor, which spares a walk through the table."""
    for year in range(rates.first.year + 1, rates.last.year + 1):
        rate = rates.on(other.unit, one.unit, date(year, 1, 15))
        if rate is not None and _times_off(implied, Interval.exact(rate.value)) < GROSS / 2:
            return True
    return False


def _allowed(passage: Passage, extent: Extent, one: Sum, other: Sum) -> Interval:
    vague = _VAGUE.search(passage.between(one.claim, other.claim) + one.claim.quote + other.claim.quote)
    hedged = vague or any(item.amount.bound in ("~", "<", ">") for item in (one, other))
    return Interval(extent.low, extent.high).wider(MARKET + (VAGUE if hedged else 0))


def _times_off(implied: Interval, allowed: Interval) -> Decimal:
    """How many times the implied rate is above or below what is allowed; 1 where it is allowed."""
    if implied.meets(allowed):
        return Decimal(1)
    return implied.low / allowed.high if implied.low > allowed.high else allowed.low / implied.high


def _candidates(item: Sum, american: bool) -> tuple[str, ...]:
    """The currencies that the words of a sum may mean."""
    if american and item.unit == "USD":
        return (item.unit,)
    if not _NAMED.search(item.claim.quote):
        for sign, codes in _SHARED:
            if item.unit in codes and sign.search(item.claim.quote):
                return (item.unit, *(code for code in codes if code != item.unit))
    return (item.unit,)


def _is_elsewhere(text: str, one: Sum, other: Sum) -> bool:
    """Whether either sum bears a name that may be another country's money here."""
    quotes = [item.claim.quote for item in (one, other) if not _NAMED.search(item.claim.quote)]
    return any(name.search(quote) and _speaks_of(place, text) for quote in quotes for name, place in _ELSEWHERE)


@lru_cache(maxsize=32)
def _speaks_of(place: re.Pattern[str], text: str) -> bool:
    return place.search(text) is not None


def _around(passage: Passage, one: Sum, other: Sum) -> str:
    return passage.before(one.claim, 40) + passage.between(one.claim, other.claim) + passage.after(other.claim, 60)


def _window(
    passage: Passage, days: Mapping[int, Sequence[Day]], claim: Claim, rates: Rates
) -> tuple[date, date, bool] | None:
    """The days whose rates may have been used and whether they are known; None where the table does not reach."""
    near = [(day.mention.first, day.mention.last, day.claim) for day in days.get(passage.sentence_of(claim), ())]
    known = [(first, last, claim.quote) for first, last, claim in near if first and last]
    explicit = [(first, last) for first, last, quote in known if _YEAR.search(quote)]
    published = passage.article.published
    year = published.part(0) if published else None
    if published and published.day:
        first = last = published.day
    elif year is not None:
        first, last = date(year, 1, 1), date(year, 12, 31)
    elif explicit:
        first, last = min(first for first, _ in explicit), max(last for _, last in explicit)
    else:
        return rates.first, rates.last, False
    firsts = [other for other, _, _ in known]
    first = min([first, *(other for other in firsts if other <= last)])
    if first < rates.first or last > rates.last + timedelta(days=7):
        return None
    return first - HALF_YEAR, last + HALF_YEAR, True


def _finding(rates: Rates, one: Sum, other: Sum, extent: Extent, known: bool, day: date | None) -> Finding:
    implied = one.value / other.value
    rate = rates.on(other.unit, one.unit, day) if day else None
    middle = rate.value if rate else (extent.low + extent.high) / 2
    times = max(implied / middle, middle / implied)
    accused, fit, suggestion = _slip(one, other, implied, middle)
    # Rates are read as units of the weaker currency for one of the stronger.
    upper, lower, told, usual, low, high = one, other, implied, middle, extent.low, extent.high
    if middle < 1:
        upper, lower, told, usual, low, high = other, one, 1 / implied, 1 / middle, 1 / extent.high, 1 / extent.low
    pair = f"{upper.unit} per {lower.unit}"
    covered = f"from {max(extent.first, rates.first)} to {min(extent.last, rates.last)}"
    spread = f"{shown(low)} to {shown(high)} {covered}"
    reference = f"{shown(usual)} {pair} on {rate.day} (range {spread})" if rate else f"{spread} ({pair})"
    times_used = "the year around the dates named" if known else "the whole table, the article's date being unknown"
    return Finding(
        check=CHECK.name,
        severity=Severity.ERROR if times >= Decimal("1.5") else Severity.WARNING,
        claims=(accused.claim.key, (other if accused is one else one).claim.key),
        message=(
            f"“{one.claim.quote}” and “{other.claim.quote}” imply {shown(told)} {pair}; "
            f"the ECB reference rate was {shown(usual)}: {times_off(times)}."
        ),
        arithmetic=(
            f"{shown(upper.value)} {upper.unit} / {shown(lower.value)} {lower.unit} = {shown(told)} {pair}",
            f"ECB reference rate {reference}",
            f"{times_off(times)}: {fit} would fit",
        ),
        tolerance=(
            f"Rounding of the stated digits; the rates of {times_used}, 3 % wider, "
            "and 10 % more where a word like “about” stands."
        ),
        suggestion=suggestion,
    )


def _slip(one: Sum, other: Sum, implied: Decimal, middle: Decimal) -> tuple[Sum, str, str]:
    """Which of the two is likely wrong, what would fit in its place, and the slip that explains it."""
    times = max(implied / middle, middle / implied)
    power = power_in(times)
    if power is None:
        fit = f"{readable(one.value / middle)} {other.unit}"
        if one.value == other.value:
            return other, fit, f"{fit} would fit: the same figure stands under two signs."
        if Decimal("0.9") < implied * middle < Decimal("1.1"):
            return other, fit, f"{fit} would fit: the rate was applied the wrong way round."
        return other, fit, ""
    # The same slip may have made the larger side too large or the smaller too small; a numeral in the thousands before
    # "billion" gives itself away, otherwise it is the conversion that is doubted.
    larger = one if implied > middle else other
    accused = larger if numeral(larger.claim.quote) >= 1000 else other
    fits = [
        f"{readable(item.value / power if item is larger else item.value * power)} {item.unit}" for item in (one, other)
    ]
    why = cause(power, accused.claim.quote, unit=accused.unit) or cause(power, one.claim.quote, unit=one.unit)
    fit = f"{fits[0]} or {fits[1]}"
    return accused, fit, f"{fit} would fit: {why}." if why else f"{fit} would fit."


CHECK = Check("currency-equivalence", "Amounts in two currencies", look)
