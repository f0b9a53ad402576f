"""Classes of English words: function words, words of time, common verbs, and the forms that rules do not give."""

BE = frozenset("am is are was were be been being 's 're 'm isn't aren't wasn't weren't ain't".split())
HAVE = frozenset("have has had having 've hasn't haven't hadn't".split())
MODAL = frozenset(
    "will would can could may might must shall should do does did 'll 'd cannot won't wouldn't can't couldn't "
    "shouldn't don't doesn't didn't mustn't ca wo".split()
)
AUXILIARY = BE | HAVE | MODAL
SUBJECT_PRONOUNS = frozenset("he she they we i you it who".split())
POSSESSIVES = frozenset("his her its their our my your whose".split())
DETERMINERS = POSSESSIVES | frozenset(
    "the a an this that these those some several many most all both each every no any another other few more "
    "one two three four five six seven eight nine ten dozens hundreds thousands millions such certain various".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to into over under about after before during since until against between "
    "among through throughout without within near across behind despite toward towards including like per via "
    "amid amidst beyond along upon outside inside above below around following alongside besides".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor yet so because while when whenever as whom which whose if whether although though where "
    "how why what than unless that who whereas since until before after once".split()
)
ADVERBS = frozenset(
    "also then later now still never not just only even once again already often always ever soon instead too "
    "meanwhile however therefore thus rather quite very perhaps maybe so n't first "
    "finally earlier long far back yesterday today tonight tomorrow twice here there together moreover".split()
)
NOT_ADVERBS = frozenset(
    "rally family ally reply supply assembly italy july monopoly apply anomaly bully belly lily fly imply comply "
    "rely multiply tally folly holly sally jelly homily butterfly elderly friendly costly deadly lonely lovely ugly "
    "daily weekly monthly likely unlikely emily molly kelly billy reilly kimberly beverly".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec".split()
)
TIME_WORDS = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "yesterday today tonight tomorrow morning afternoon evening night week month year recently earlier later "
        "last next this early late ago weeks months years days day hours minutes".split()
    )
)
TITLES = frozenset("mr mrs ms dr prof rev gen col lt capt maj sgt gov sen rep sir dame lord lady".split())
COMMON_VERBS = (
    "go come get give take make put keep let seem appear look become leave lead hold win lose run turn start "
    "begin stop happen bring meet work play move live stand sit spend pay send build buy sell grow fall rise "
    "raise cut fail serve help allow follow create open close end use try call need mean remain stay cause "
    "include contain continue attend arrive return visit join receive provide produce reach represent face "
    "kill die attack vote elect campaign control carry speak talk write read break draw drive eat choose "
    "fight catch throw pass pull push increase reduce decline drop climb gain lift launch introduce issue "
    "publish release host plan decide expect want like love hate know think see hear find feel believe set "
    "hit beat ban bar block back support oppose force remove replace add change affect improve protect "
    "prevent avoid ignore address handle manage deal apply appoint nominate name charge arrest convict "
    "sentence sue file settle sign deliver deploy withdraw expire"
)
IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "find": "found", "read": "read",
    "swear": "swore sworn", "seek": "sought", "think": "thought", "feel": "felt", "know": "knew known",
    "see": "saw seen", "understand": "understood", "hear": "heard", "show": "showed shown",
    "begin": "began begun", "speak": "spoke spoken", "make": "made", "stand": "stood", "shoot": "shot",
    "go": "went gone", "come": "came come", "take": "took taken", "choose": "chose chosen",
    "forget": "forgot forgotten", "sing": "sang sung", "fight": "fought", "tear": "tore torn", "hit": "hit",
    "lie": "lied", "mean": "meant", "get": "got gotten", "give": "gave given", "put": "put", "keep": "kept",
    "let": "let", "become": "became become", "leave": "left", "lead": "led", "hold": "held", "win": "won",
    "lose": "lost", "run": "ran run", "bring": "brought", "meet": "met", "sit": "sat", "spend": "spent",
    "pay": "paid", "send": "sent", "build": "built", "buy": "bought", "sell": "sold", "grow": "grew grown",
    "fall": "fell fallen", "rise": "rose risen", "cut": "cut", "break": "broke broken", "draw": "drew drawn",
    "drive": "drove driven", "eat": "ate eaten", "catch": "caught", "throw": "threw thrown", "set": "set",
    "beat": "beat beaten", "deal": "dealt", "bet": "bet", "withdraw": "withdrew withdrawn",
    "forecast": "forecast", "foresee": "foresaw foreseen", "lit": "lit", "shut": "shut",
    "dream": "dreamed dreamt", "learn": "learned learnt", "hammer": "hammered",
}  # fmt: skip
DOUBLED = frozenset(
    "beg admit quip brag plan chat slam rip pan refer stop drop ban bar nod chip tip spur rebut allot begin "
    "run get sit put cut set hit bet win let shut swim dub snap concur submit commit".split()
)
UNDOUBLED = frozenset(["benefit"])
NOUN_FORMS = frozenset(
    "claim claims report reports call calls demand demands request requests plan plans order orders promise "
    "promises answer answers comment comments estimate estimates show shows hope hopes fear fears doubt "
    "doubts worry worries warning warnings question questions attack attacks challenge challenges support "
    "back push pushes pledge pledges offer offers project projects forecast forecasts study vow vows note "
    "notes remark remarks release releases document documents detail details approach blame need needs view "
    "views wish wishes thought thoughts love state states mind minds dream dreams bet bets fault faults press "
    "pressure pressures invite tweet tweets quote quotes joke jokes counter counters float favor favors "
    "favour favours pitch pitches sign signs threat address addresses feeling understanding finding findings "
    "meeting reading writing feel look looks use uses work works play plays move moves stand stands turn "
    "turns start starts end ends cause causes vote votes campaign campaigns visit visits return returns "
    "increase increases decline declines drop drops gain gains lift launch launches issue issues host hosts "
    "ban bans bar bars block blocks force forces change changes deal deals charge charges name names sentence "
    "sentences file files cut cuts hit hits set sets run runs win wins fall falls rise rises lead leads help "
    "kill control controls break breaks drive drives catch draw draws fight fights pass passes pull talk "
    "talks means lives reason reasons suspect suspects trust figure figures veto vetoes task tasks backs "
    "champion champions celebrated left lost recall echo express focus focuses care cares notice assault "
    "hammer savage trash pan insult insults rebuke rebukes shout shouts shot lit guess repeat dispute "
    "disputes appeal appeals dare loves hate hates believed like likes signal signals hail fire aim aims "
    "petition petitions lobby protest protests command read commands reads".split()
)
SPEAKERS = frozenset(
    "statement statements letter letters report reports rally rallies protest protests petition petitions "
    "resolution lawsuit suit bill march marches marchers demonstration demonstrations vigil motion motions ad ads "
    "email emails memo sign signs crowd crowds tweet tweets poll polls survey surveys study studies message "
    "messages headline headlines post posts order brief editorial article story voices critics "
    "protesters demonstrators people officials sources reporters residents activists lawmakers senators".split()
)
VENUES = frozenset(
    "statement interview speech email e-mail tweet tweets letter report conference briefing memo memoir book column "
    "post rally debate hearing address call message article testimony appearance event release filing blog video "
    "broadcast show forum remarks op-ed editorial essay ad television tv twitter facebook court writing".split()
)
ASKED = frozenset("asked pressed questioned told".split())
"""Past forms that without a subject say what somebody was asked: "asked about the bridge, she said"."""
NAME_PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le el al ibn bin bint ben abu ter ten zu af 't".split()
)
"""Words in lower case that stand inside a name: "van", "bin", "al" of "al-Masri"."""
NOBODY = frozenset("no nobody none neither".split())
"""Words that begin a source which says that nobody said it: "no official", "none of them", "neither side"."""
JOINERS = frozenset("-&/.'’%")
"""Marks that may stand inside a noun phrase."""


def is_adverb(low: str) -> bool:
    """Whether a word can stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS)
