"""The words that dates are made of, as tables: what starts a date, what stands around it and what each says."""

MONTHS = {
    name: at + 1
    for at, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        )
    )
    for name in names.split()
}
FULL_MONTHS = frozenset(name for name in MONTHS if len(name) > 4 or name in ("june", "july", "may"))
DOUBTFUL_MONTHS = frozenset(("may", "march", "mar", "august", "april", "june"))
"""Months that are also verbs, adjectives or given names."""

WEEKDAYS = {
    name: at + 1
    for at, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
WEEKDAY_PLURALS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month of each season; 14 is the February of the year after."""

DAY_PARTS = {
    "dawn": "TMO",
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "dusk": "TEV",
    "lunchtime": "TMI",
    "overnight": "TNI",
}
DAY_PART_PLURALS = {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"}

UNITS = {
    "second": "second",
    "seconds": "second",
    "minute": "minute",
    "minutes": "minute",
    "hour": "hour",
    "hours": "hour",
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "weekend": "weekend",
    "weekends": "weekend",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "semester": "semester",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
    "millennium": "millennium",
    "millennia": "millennium",
}
UNIT_CODES = {
    "second": ("PT", "S"),
    "minute": ("PT", "M"),
    "hour": ("PT", "H"),
    "day": ("P", "D"),
    "week": ("P", "W"),
    "weekend": ("P", "WE"),
    "fortnight": ("P", "W"),
    "month": ("P", "M"),
    "quarter": ("P", "Q"),
    "semester": ("P", "S"),
    "year": ("P", "Y"),
    "decade": ("P", "DE"),
    "century": ("P", "CE"),
    "millennium": ("P", "ML"),
}

ORDINALS = {
    word: at + 1
    for at, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
} | {"thirtieth": 30}
ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))

DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

RELATIVES = {
    "this": 0,
    "current": 0,
    "present": 0,
    "last": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
"""Words before a unit or a name that count from the day of publication."""

TEXT_RELATIVES = {
    "that": 0,
    "same": 0,
    "following": 1,
    "ensuing": 1,
    "subsequent": 1,
    "previous": -1,
    "preceding": -1,
    "prior": -1,
}
"""Words before a unit that count from the date the text is at."""

SPANS_OF_TIME = frozenset(
    "past last next coming previous first final following preceding recent opening initial".split()
)
"""Words that make a count of units a length of time: "the past two years"."""

MODIFIERS = frozenset(("early", "late", "mid", "earlier", "later"))
EDGES = frozenset("beginning start end middle close rest remainder turn outset half".split())
"""Nouns before "of" that take a part of what follows: "the end of November"."""

APPROXIMATORS = (
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("a", "mere"),
    ("no", "more", "than"),
    ("no", "less", "than"),
    ("almost",),
    ("nearly",),
    ("about",),
    ("around",),
    ("approximately",),
    ("roughly",),
    ("some",),
    ("over",),
    ("under",),
    ("only",),
)

VAGUE_COUNTS = frozenset("several many numerous countless various few some".split())
COUNTED = {"couple": "2", "dozen": "12", "dozens": "X", "hundreds": "X", "thousands": "X", "scores": "X", "number": "X"}
"""Nouns that count when "of" follows, as TIMEX3 amounts; X is an unknown number."""

BETWEEN = frozenset("full whole consecutive straight long calendar business working trading solid entire short".split())
"""Adjectives that may stand between a count and its unit."""

EVERY = {
    "daily": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "annual": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "nightly": "XXXX-XX-XXTNI",
    "everyday": "P1D",
    "biannually": "P6M",
    "biennially": "P2Y",
}

PRESENT = frozenset("now currently nowadays presently".split())
PAST = frozenset(("recently",))

MOVING_HOLIDAYS = {
    ("labor", "day"): (9, 1, 1),
    ("memorial", "day"): (5, 1, -1),
    ("thanksgiving", "day"): (11, 4, 4),
    ("thanksgiving",): (11, 4, 4),
    ("martin", "luther", "king", "jr", ".", "day"): (1, 1, 3),
    ("martin", "luther", "king", "day"): (1, 1, 3),
}
"""Feasts of the United States on the n-th weekday of a month: month, weekday (Monday is 1), n (-1 is the last)."""

HOLIDAYS = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
    ("valentine", "'s", "day"): (2, 14),
    ("halloween",): (10, 31),
    ("independence", "day"): (7, 4),
    ("st", ".", "patrick", "'s", "day"): (3, 17),
    ("bastille", "day"): (7, 14),
    ("veterans", "day"): (11, 11),
    ("armistice", "day"): (11, 11),
}

FUTURE_CUES = frozenset(
    "will would shall must 'll won't may might could should scheduled expected planned slated due plans plan planning "
    "set upcoming intends aims hopes hope expects until starts begins opens meets ends resumes expires runs takes "
    "forthcoming tomorrow postponed adjourned rescheduled delayed".split()
)
PAST_CUES = frozenset(
    "was were had did said told came went saw took made began found won lost met left held sold rose fell grew hit "
    "led ran got gave became sent spent paid bought built brought broke put cut wrote spoke since after ago been "
    "yesterday shot struck fought sank sunk drew flew chose froze stood thought caught taught felt kept slept".split()
)
NOT_PAST = frozenset(
    "need indeed exceed proceed succeed speed feed seed breed united red bed hundred naked sacred".split()
)

AFTER_DAY = frozenset(
    ". , ; : ) ] \" ' 's in at on of for with by from as when while the after before and or to was were is are will "
    "would has have had during said - – — ! ?".split()
)
"""What may follow a number that is a day of the month."""

COUNTED_NOUNS = frozenset(
    "people men women troops soldiers miles km metres meters feet jobs workers employees percent % million billion "
    "trillion dead dollars yen euros pounds shares points votes seats tons tonnes members families cases deaths "
    "copies homes prisoners square acres cars students delegates passengers residents civilians kilometers "
    "kilometres hectares children pages words units stores ships aircraft tanks guns square thousand hundred "
    "degrees dollar bn sq l ml kg cm mm ft lb lbs hp kw mw kwh mwh gb mb rpm mph hz mhz ghz litres liters "
    "kilograms grams hires".split()
)
"""Nouns that make the four digits before them a count and no year."""

FISCAL = frozenset("fiscal financial calendar full entire whole academic school".split())
"""Words that may stand between "this" or "last" and a unit."""

MEASURED = frozenset(
    "kg g mg ml lb oz "
    "barrels tons tonnes litres liters gallons pints cups glasses bottles cans kilos kilograms pounds ounces grams "
    "units hours minutes cases bags boxes packs bushels carats metres meters hectares acres megawatts gigawatts "
    "terabytes gigabytes portions servings tablets doses copies pairs loads truckloads dollars euros yen".split()
)
"""What is measured out of something, so that "a year" after it is a rate: "tons of copper a year"."""
