"""Amounts in Chinese and Japanese writing: "2017亿日元", "三十万人", "百分之二点五", "三成", "50元6角"."""

from decimal import Decimal

from factcheck.document import Tokens
from factcheck.kinds.amount.han_numbers import HAN_STARTS, HanNumber, han_number_at
from factcheck.kinds.amount.reading import Reading, Sort, gap, word_at
from factcheck.kinds.amount.tables import MONEY, rows_of
from factcheck.numbers import Number

__all__ = ["HAN_STARTS", "han_reading_at", "is_han_date", "read_han_bound"]

_COINS = {"角": 10, "毛": 10, "分": 100, "美分": 100, "便士": 100, "钱": 100, "銭": 100, "日本銭": 100, "仙": 100}
_COUNTERS = frozenset(
    "个個名位人家户戶台臺辆輛架艘只隻条條张張件次对對双雙座间間所支部本份项項起款种種股箱吨回本匹頭头枚打"
)
_PARTS_OF_DATES = frozenset("年月日号號时時点點届屆期章节節楼樓路線线")
_LARGE = frozenset("百千万萬亿億兆佰仟")
_TO = frozenset("到至")
_NOT_TENTHS = frozenset("为為立功员員本果就长長都分年品交绩績人")
_UNIT_LIKE = frozenset("ドルユーロ")
_BEFORE = {
    ">": (
        "超过 超過 大于 大於 高于 高於 多于 多於 至少 至少有 至少是 最少 不少于 不少於 不小于 不低于 不低於 逾 超 突破 "
        "大于等于 过"
    ),
    "<": (
        "低于 低於 小于 小於 少于 少於 不到 不足 至多 最多 最多为 不超过 不超過 小于等于 不大于 不多于 未满 未到 高达 "
        "多达"
    ),
    "~": "约 約 大约 大約 近 将近 將近 大概 大概有 差不多 接近 估计 約为 约为",
}
_AFTER = {
    ">": "以上 或以上 或者以上 或更多 或者更多 之上",
    "<": "以下 以内 以內 之内 之下 之內",
    "~": "左右 上下 前后",
}


def _by_first(rows: list[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for name, unit in rows:
        table.setdefault(name[0], []).append((name, unit))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_UNITS = _by_first([(name, unit) for unit, names in rows_of("han.txt") for name in names.split()])
_CUES_BEFORE = sorted(
    ((cue, bound) for bound, cues in _BEFORE.items() for cue in cues.split()), key=lambda c: -len(c[0])
)
_CUES_AFTER = _by_first([(cue, bound) for bound, cues in _AFTER.items() for cue in cues.split()])


def han_reading_at(tokens: Tokens, at: int, limit: int, done: int) -> Reading | None:
    """The amount in Han writing that begins at token `at`, or None (it may still be one in Latin writing)."""
    first, sign = at, 1
    if (
        at - 1 > done
        and word_at(tokens, at - 1) in ("负", "負", "-")
        and (word_at(tokens, at - 1) != "-" or gap(tokens, at) == 0)
    ):
        first, sign = at - 1, -1
    number = han_number_at(tokens, at)
    if number is None or number.last >= limit or word_at(tokens, at - 1) in ("第", "初"):
        return None
    reading = _reading(number, first, sign)
    if number.percent:
        reading.unit, reading.sort = "%", Sort.PERCENT
    else:
        _read_unit(tokens, reading, number)
    if reading.sort is Sort.BARE and not _stands(tokens, reading, number):
        return None
    read_han_bound(tokens, reading)
    return reading


def is_han_date(tokens: Tokens, at: int) -> bool:
    """Whether the number at token `at` is a part of a date, or an ordinal: "2016年", "第3"."""
    return word_at(tokens, at + 1) in _PARTS_OF_DATES or word_at(tokens, at - 1) == "第"


def _reading(number: HanNumber, first: int, sign: int) -> Reading:
    value = number.value * sign
    cardinal = Number(number.value, number.value, first, number.last, plain=number.digits)
    return Reading(cardinal, value, value, first, number.last, bound=">" if number.more else "=")


def _read_unit(tokens: Tokens, reading: Reading, number: HanNumber) -> None:
    at = reading.last + 1
    if word_at(tokens, at) in ("个", "個") and not _name_at(tokens, at):
        at += 1
    found = _name_at(tokens, at)
    before = "".join(tokens.words[max(0, reading.first - 3) : reading.first])
    if word_at(tokens, at) == "折":
        reading.scale(10 if abs(reading.low) < 10 else 1)
        reading.unit, reading.sort, reading.last = "%", Sort.PERCENT, at
        return
    if found is None:
        if before.endswith(("人民币", "人民幣")):
            reading.unit, reading.sort, reading.first = "CNY", Sort.MONEY, reading.first - 3
        return
    name, unit, last = found
    if name == "成":
        if word_at(tokens, last + 1) in _NOT_TENTHS or reading.high > 10:
            return
        reading.scale(10)
    elif (
        name in ("点", "點", "周", "天", "名", "位")
        and number.last == number.first
        and not number.digits
        and name in ("点", "點")
    ):
        return
    reading.unit, reading.last = unit, last
    reading.sort = (
        Sort.MONEY
        if unit in MONEY
        else Sort.PERCENT
        if unit == "%"
        else Sort.COUNT
        if unit in ("person", "time")
        else Sort.MEASURE
    )
    if unit == "CNY" and before.endswith(("人民币", "人民幣")):
        reading.first -= 3
    if word_at(tokens, last + 1) == "半":
        reading.low, reading.high, reading.last = reading.low + Decimal("0.5"), reading.high + Decimal("0.5"), last + 1
    if word_at(tokens, reading.last + 1) == "大" and unit in ("month", "day", "week", "year"):
        reading.last += 1
    if reading.sort is Sort.MONEY:
        _read_coins(tokens, reading)


def _name_at(tokens: Tokens, at: int) -> tuple[str, str, int] | None:
    """The unit's name that begins at token `at`: name, unit and last token."""
    word = word_at(tokens, at)
    if not word:
        return None
    text = "".join(tokens.words[at : at + 8])
    for name, unit in _UNITS.get(word[0], ()):
        if text.startswith(name):
            last, rest = at, len(name) - len(word)
            while rest > 0:
                last += 1
                rest -= len(tokens.words[last])
            return name, unit, last
    return None


def _read_coins(tokens: Tokens, reading: Reading) -> None:
    """ "50元6角三分", "两美元又三美分": what follows in tenths and hundredths."""
    for _ in range(2):
        at = reading.last + 1
        if word_at(tokens, at) in ("又", "零"):
            at += 1
        number = han_number_at(tokens, at) if at < len(tokens) else None
        if number is None or number.value >= 100:
            return
        text = "".join(tokens.words[number.last + 1 : number.last + 4])
        name = next((name for name in sorted(_COINS, key=len, reverse=True) if text.startswith(name)), None)
        if name is None:
            return
        share = number.value / _COINS[name]
        reading.low, reading.high, reading.last = reading.low + share, reading.high + share, number.last + len(name)


def _stands(tokens: Tokens, reading: Reading, number: HanNumber) -> bool:
    """Whether a number without a unit is a count, not a part of a word, a date or a name."""
    after, before = word_at(tokens, number.last + 1), word_at(tokens, reading.first - 1)
    if after in _PARTS_OF_DATES or after == "%":
        return False
    if number.digits:
        return number.scaled
    if all(word in _LARGE for word in tokens.words[number.first : number.last + 1]):
        return False
    if number.last > number.first:
        return True
    if after in _COUNTERS:
        return number.value > 1
    if after in _TO and number.last + 2 < len(tokens) and han_number_at(tokens, number.last + 2) is not None:
        return True
    return (not after or not after.isalpha()) and (not before or not before.isalpha() or before in "是到至有却之")


def read_han_bound(tokens: Tokens, reading: Reading) -> None:
    """Takes the bound that the characters around an amount set: "超过", "约", "以上"."""
    text = "".join(tokens.words[max(0, reading.first - 5) : reading.first])
    if reading.bound == "=":
        reading.bound = next((bound for cue, bound in _CUES_BEFORE if text.endswith(cue)), "=")
    at = reading.last + 1
    following = "".join(tokens.words[at : at + 4])
    if reading.bound == "=" and following:
        reading.bound = next(
            (bound for cue, bound in _CUES_AFTER.get(following[0], ()) if following.startswith(cue)), "="
        )
