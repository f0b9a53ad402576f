"""Small word tables of the amount grammar: cues before and after numbers, labels, words that end a noun phrase."""

LABELS = frozenset(
    "article articles section sections sec chapter chapters clause paragraph para page pages pp figure "
    "figures fig figs table tables eq eqs equation equations ref refs appendix annex exhibit item rule "
    "resolution amendment act bill law order directive decree protocol phase stage step level category "
    "cat type class grade tier rank version ver model mark mk part volume vol no nos number numbers num "
    "issue episode season series round game match test heat leg set week day year group pool room floor "
    "gate platform terminal pier berth bay lane line route highway interstate junction exit runway flight "
    "channel studio unit building block house apt apartment suite door area zone district ward precinct "
    "region sector division league formula covid prop proposition division world big top last under over-under channel "
    "code id case cases. docket file invoice serial licence license plate ticket bus train tram ship "
    "train. age. claim claims formula question q lot hole jersey shirt seed seeded post po box zip tel "
    "flat junctions routes exits gates platforms rooms floors flats lots bays "
    "phone fax call dial isbn issn doi pmid arxiv note psalm verse scene opus op symphony concerto sonata "
    "title".split()
)
"""Words that a bare number follows as its name: "Article 9", "page 12", "Game 7"."""

STOPS = frozenset(
    "a apiece about above according across after against ago ahead all along already also although always "
    "am amid among an and another any anyway are around as ask asked at away back barely be because been "
    "before behind being below beneath beside besides between beyond both but by came can cannot come "
    "compared could currently despite did do does doing done down during each earlier early either else "
    "even ever every except few followed following for from gets getting go goes going gone got had has "
    "have having he hence her here him himself his how however i if in including inside instead into is "
    "it its itself just largely last late later least less like likely made make makes many may me might "
    "mine more most mostly much must my near nearly neither never next no none nor not now of off on once "
    "one only onto or other our out outside over overall overnight own per perhaps plus previously put "
    "quite rather really recently respectively said saw say says see seen several shall she should since "
    "so some something still such take taken takes than that the their them themselves then there these they this "
    "those though through throughout thus till times to today together tomorrow tonight too took toward "
    "towards under unless until unlike up upon us versus via vs was we went were what when where whereas "
    "whether which while who whom whose why will with within without would yes yesterday yet you your "
    "can't won't don't didn't isn't wasn't weren't aren't hasn't haven't hadn't it's that's".split()
)
"""Words that end the noun phrase after a number."""

VERBS = frozenset(
    "according adds again aged agreed agrees alive allows appears argues arrived ate attended available beat "
    "became becomes began begins believed believes bent bit blew bought brings broke brought built called "
    "caught chose claimed climbed closed come comes continues cost costs cover covers created cut dead dealt "
    "declined died displaced drank drew dropped drove early earned ended entered expected expects face faces "
    "failed fed fell felt finds finished fled flew follows forgot fought froze gained gave get gets gives goes "
    "grew happened helped helps hid hit holds hopes hurt include included includes increased injured instead "
    "joined jumped keeps kept killed know knows laid lasted leaves led left lie lies lit live lived lives "
    "living lost makes means meant meets met missing need needed needs occurred offered opened owned paid "
    "passed play played posted produced proves puts quit raised ran rang reached reads received recorded "
    "remain remained remains reported require required respond responded resulted returned revealed rode rose "
    "sang sank says scheduled seem seemed seems sent served share shone shook shot showed shut sit sits slept "
    "slid sold sought speaks spent split spoke spread stand stands started stayed stole stood struck stuck "
    "suffered suggest suggests survived swam swore takes talks taught tells tested thinks thought threw "
    "together told traveled travelled tried turned understood used voted walked walks want wanted wants warns "
    "wept woke won wore work worked wounded writes wrote shed sheds "
    "knew heard hung knelt learnt learned lent overcame sprang stank stung strove swept swung tore undertook "
    "upheld withdrew wrung crept clung dug forgave sprung overtook underwent withstood foresaw arose awoke "
    "bore bred dwelt flung mistook rebuilt repaid slew spat spun wove signed backed opposed favoured "
    "supported abstained escaped perished pleaded".split()
)
"""Verb forms that follow a count without being its noun."""

STREETS = frozenset(
    "street st road rd avenue ave boulevard blvd lane ln drive dr way court ct square sq place terrace "
    "highway parkway crescent close gardens quay row".split()
)
"""What names a street, after its house number and its name."""

PERSON_NOUNS = frozenset("people persons men women children".split())

MILESTONES = frozenset("mark milestone barrier threshold".split())
"""What a number reaches and does not count: "the 12 million mark"."""

PERSONS = frozenset("man woman person child boy girl baby".split())
"""Singular persons: what follows "one man" is its verb."""

SUFFIXES = {"plus": ">", "odd": "~", "ish": "~", "strong": "="}
"""Words that hang on a number by a hyphen and bound it ("200-plus drones"), or say nothing more ("400-strong")."""

SCORES = frozenset(
    "win wins victory victories loss losses defeat defeats draw draws lead score scoreline vote votes "
    "majority decision ruling verdict aggregate record thrashing rout tie edge advantage deficit margin "
    "ahead down up triumph thriller split".split()
)
"""Words after "3-1" that make it a score or a tally."""

RATE_NOUNS = frozenset(
    "share barrel hour day week month year gallon litre liter ounce tonne ton pound kilogram kilo kg "
    "person minute second game match century night head gram mile unit bushel annum decade user dozen "
    "kilometre kilometer km metre meter acre hectare head piece pop litre bottle pack packet ticket vote "
    "seat student pupil child employee worker customer visit trip page word line bag cup glass pint can "
    "box card kwh mwh megawatt quarter fortnight season term household family capita sq square cubic "
    "episode dose session lesson bale crate loaf bird plate item carton inch foot yard stock unit lb oz ml".split()
)
"""What "a", "an" or "each" makes a rate of: "$600 a month"."""

BEFORE = {
    ">": (
        "more than, greater than, higher than, larger than, bigger than, longer than, over, well over, "
        "just over, at least, above, exceed, exceeds, exceeded, exceeding, in excess of, no less than, no "
        "fewer than, not less than, upwards of, upward of, north of, surpass, surpassed, surpasses, "
        "surpassing, beyond, topped, topping, tops, better than, older than, a minimum of, minimum of, "
        "minimum, starting at, taller than, heavier than, faster than, further than, farther than, > , ≥, "
        "greater or equal to, equal or greater than, greater than or equal to, equal to or greater than, "
        "past, passed, worth over, excess of, a little over, a little more than, slightly more than, "
        "slightly over, comfortably over"
    ),
    "<": (
        "less than, fewer than, lower than, smaller than, shorter than, under, just under, well under, "
        "below, just below, at most, up to, no more than, not more than, no greater than, no higher than, "
        "no later than, as many as, as much as, as high as, not exceeding, within, shy of, just shy of, "
        "south of, a maximum of, maximum of, maximum, younger than, sub-, <, ≤, slower than, cheaper "
        "than, a little under, a little less than, slightly less than, slightly under, short of, limit "
        "of, as long as, as little as, a cap of, capped at, equal or less than, less than or equal to, "
        "equal to or less than"
    ),
    "~": (
        "about, around, approximately, approx, approx., nearly, almost, roughly, some, an estimated, "
        "estimated, circa, close to, near, nearing, approaching, somewhere around, somewhere near, in the "
        "region of, on the order of, an average of, ~, ≈, c., ca., or so, reportedly, more or less, "
        "virtually, practically, just about, in the neighbourhood of, in the neighborhood of, an "
        "approximate, an average, average of, averaging, averaged"
    ),
}
"""Cues before an amount and the bound they set; the longest that fits counts."""

AFTER = {
    ">": (
        "or more, or above, or over, or older, or higher, or greater, or better, or longer, and above, "
        "and over, and older, and up, at least, plus, minimum, at minimum"
    ),
    "<": (
        "or less, or fewer, or under, or below, or younger, and under, and below, at most, maximum, or "
        "lower, tops, at the most"
    ),
    "~": "or so, or thereabouts, approximately, give or take, more or less, ish",
}
"""Cues after an amount."""

IRREGULAR = {
    "times": "times",
    "fold": "times",
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "shelves": "shelf",
    "leaves": "leaf",
    "thieves": "thief",
    "loaves": "loaf",
    "calves": "calf",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "analyses": "analysis",
    "crises": "crisis",
    "bases": "base",
    "theses": "thesis",
    "diagnoses": "diagnosis",
    "data": "data",
    "media": "media",
    "police": "police",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "pies": "pie",
    "sorties": "sortie",
    "calories": "calorie",
    "rookies": "rookie",
    "zombies": "zombie",
    "selfies": "selfie",
    "prairies": "prairie",
    "brownies": "brownie",
    "budgies": "budgie",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "buses": "bus",
    "viruses": "virus",
    "pence": "penny",
    "pennies": "penny",
    "aircraft": "aircraft",
    "troops": "troop",
    "series": "series",
    "species": "species",
    "sheep": "sheep",
    "fish": "fish",
    "dice": "die",
    "cacti": "cactus",
    "nuclei": "nucleus",
    "oxen": "ox",
    "shoes": "shoe",
    "toes": "toe",
    "canoes": "canoe",
    "foes": "foe",
    "woes": "woe",
    "alumni": "alumnus",
}
"""Plurals that no rule of spelling explains."""

PEOPLE_ENDINGS = ("men", "women", "people", "children")
NOT_PLURAL = frozenset(
    "plus thus this is was has does us bus gas yes its his series business process access press loss "
    "cross address always perhaps across less unless versus various serious previous famous religious "
    "dangerous religious anonymous obvious enormous numerous consecutive analysis crisis basis status "
    "focus bonus campus census virus chaos physics politics news economics".split()
)
"""Words in -s that are singular, or no nouns."""
