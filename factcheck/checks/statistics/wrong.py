"""What a statistic that cannot be is found to be, and the sentence it stands in."""

Wrong = tuple[str, tuple[str, ...], str]
"""The sentence, the arithmetic, the tolerance."""


def sentence_at(view: str, at: int) -> str:
    """The sentence around a place of the text, as far as 400 characters either way."""
    start = max(view.rfind(". ", max(at - 400, 0), at), view.rfind("\n", max(at - 400, 0), at)) + 1
    ends = [end for end in (view.find(". ", at, at + 400), view.find("\n", at, at + 400)) if end >= 0]
    return view[start : min([*ends, at + 400])]
