"""Plural nouns and their singulars, by their spelling."""

from factcheck.kinds.amount.words import IRREGULAR, NOT_PLURAL


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in IRREGULAR or (word.endswith(("men", "women", "children")) and len(word) > 4):
        return True
    return (
        len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in NOT_PLURAL
    )


def lemma(word: str) -> str:
    """The singular of a plural noun in lower case."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")) and len(word) > 4:
        return word[:-2]
    return word[:-1]
