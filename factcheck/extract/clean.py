"""The one place where an article's text is changed, once, before the first offset exists."""


def clean(raw: str) -> str:
    """`raw` with every line end made \\n, and nothing else."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")
