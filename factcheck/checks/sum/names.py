"""Lists of names and the number of them that the text gives: "three companies: A, B, C and D"."""

import re
from collections.abc import Iterator

from factcheck.model import Finding, Severity
from factcheck.passage import Passage, Sum

_LIST = re.compile(r"(?: [a-z]+){0,2} ?(?::|—|–| - ) ?")
_WERE = re.compile(r"(?: [a-z]+){0,2} (?:were|are) ")
_ITEM = re.compile(r"(?:the )?[A-Z][\w.'&’-]*(?: (?:of|the|de|la|du|von|van|al|&|[A-Z][\w.'&’-]*)){0,5}")
_LIST_COMMA = re.compile(r"(?: [a-z]+)?, ")
_ENDED = re.compile(r"[^.;:()\d]*?, (?:were|are|was|have|had|will|all|declined|said|denied|agreed|signed|met|won)\b")
_NAME = r"(?:the )?[A-Z][\w.'&’-]*(?: [A-Z][\w.'&’-]*){0,3}"
_APPOSITION = re.compile(
    rf", (?P<list>{_NAME}(?:, {_NAME}){{0,10}},? and {_NAME}), (?!and\b|or\b|but\b|with\b|who\b|which\b|as\b)[a-z]+\b"
)
_COUNTED = frozenset(
    "company country city town state nation province region firm bank airline team club party school university "
    "hospital man woman person player minister village island district member candidate artist author river "
    "lake ship language newspaper airport station capital suspect driver actor singer scientist winner finalist bidder "
    "contender nominee defendant victim hostage leader brother sister writer senator lawmaker councillor "
    "governor mayor "
    "rival partner subsidiary brand film planet "
    "judge".split()
)


def members(passage: Passage, item: Sum) -> Iterator[Finding]:
    """People counted and then listed singly: "four people were hurt: a man, two women and a child"."""
    if item.unit not in _PEOPLE or item.amount.bound != "=" or not 2 <= item.value <= 20:
        return
    match = _PEOPLE_LISTED.match(passage.after(item.claim, 200))
    if match is None:
        return
    listed = re.split(r", (?:and )?| and ", match["list"])
    counts = [_ONES[entry.partition(" ")[0].lower()] for entry in listed]
    if sum(counts) == item.value or not any(entry.startswith(("a ", "an ", "his ", "her ")) for entry in listed):
        return
    yield Finding(
        check="sum",
        severity=Severity.WARNING,
        claims=(item.claim.key,),
        message=f"“{item.claim.quote}” is followed by a list of {sum(counts)}.",
        arithmetic=(f"{' + '.join(map(str, counts))} = {sum(counts)}", f"the text says {int(item.value)}"),
        tolerance="None, for only lists are counted in which every entry is one person or a number of them.",
        suggestion=f"{sum(counts)} would fit.",
    )


_ONES = {
    word: number
    for number, words in enumerate(("a an one his her their", "two", "three", "four", "five", "six", "seven"), 1)
    for word in words.split()
}
_PEOPLE = frozenset("person victim suspect passenger casualty member worker pupil student hostage".split())
_ENTRY = (
    rf"(?:{'|'.join(_ONES)}) (?:[a-z]+ )?(?:man|woman|child|boy|girl|teenager|baby|soldier|officer|policeman|driver|"
    r"passenger|men|women|children|boys|girls|teenagers|soldiers|officers|policemen|drivers|passengers|wife|husband|"
    r"son|"
    r"daughter|sons|daughters|pedestrian|pedestrians|cyclist|cyclists|nurse|nurses|doctor|doctors|teacher|teachers|"
    r"civilian|"
    r"civilians)"
)
_PEOPLE_LISTED = re.compile(
    rf"(?: [a-z]+){{0,4}}(?:: | [-–—] |[–—]| \()(?P<list>{_ENTRY}(?:, {_ENTRY}){{0,6}},? and {_ENTRY})(?:[.;)]|"
    rf" [-–—]|[–—]|$)"
)


def names(passage: Passage, item: Sum) -> Iterator[Finding]:
    """A number of things that is followed by their names: "three companies: A, B, C and D"."""
    if item.unit.rpartition(" ")[2] not in _COUNTED or item.amount.bound != "=" or not 2 <= item.value <= 12:
        return
    after = passage.after(item.claim, 400)
    match = _LIST.match(after)
    if match is None and passage.before(item.claim, 5).lower().endswith(("the ", "all ")) and _ENDED.match(after):
        match = _LIST_COMMA.match(after)
        after = re.split(r", (?:were|are|was|have|had|will|all|declined|said|denied|agreed|signed|met|won)\b", after)[0]
    if match is None and (bare := _APPOSITION.match(after)) is not None:
        match, after = _LIST_COMMA.match(after), after[: bare.end("list")]
    if match is None and re.search(r"\bthe $", passage.before(item.claim, 5), re.I):
        match = _WERE.match(after)
    if match is None:
        return
    listed = re.split(r"[.;–—]|\s-\s", after[match.end() :], maxsplit=1)[0].strip()
    chunks = [chunk.strip() for chunk in listed.split(",")]
    *firsts, last = chunks
    last = last.removeprefix("and ")
    tail = last.split(" and ") if last == chunks[-1] else [last]
    if "and" not in listed.split() or len(tail) > 2:
        return
    names = [*firsts, *tail]
    if not all(_ITEM.fullmatch(name) for name in names):
        return
    stated = int(item.value)
    if len(names) in (stated, stated * 2) or len(set(names)) != len(names):
        return
    yield Finding(
        check="sum",
        severity=Severity.WARNING,
        claims=(item.claim.key,),
        message=f"“{item.claim.quote}” is followed by {len(names)} names, not {stated}.",
        arithmetic=(f"{', '.join(names)}: {len(names)}", f"the text says {stated}"),
        tolerance="Pairs of a place and its country are allowed for; lists with other words in them are not counted.",
        suggestion=f"{len(names)} would fit.",
    )
