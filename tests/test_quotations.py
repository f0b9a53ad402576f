"""Quotations in every kind of marks, whole, split over paragraphs and broken."""

import pytest

from factcheck.document import Document
from factcheck.quotations import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no" to it.', ['"yes"', '"no"']),
        ("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"]),
        ("Sie sagten: „Wir gehen.“ Und gingen.", ["„Wir gehen.“"]),
        ("Il a dit « on verra » hier.", ["« on verra »"]),
        ("他说「可以」。", ["「可以」"]),
        ("She called it 'a very bad idea' twice.", ["'a very bad idea'"]),
        ("She called it ‘a bad idea’ twice.", ["‘a bad idea’"]),
        ("The workers' union won't meet the bosses' side.", []),
        ("It's the '90s again, y'all.", []),
        ("“One.\n\n“Two.”\n\nThree.", ["“One.", "“Two.”"]),
        ("“One that never ends.\n\nTwo “is fine” here.", ["“One that never ends.", "“is fine”"]),
        ("The desk is 12\" wide.", []),
        ("“The “inner” part counts,” he said.", ["“The “inner” part counts,”"]),
        ("“He never ended this. She said “it is fine” then.", ["“He never ended this.", "“it is fine”"]),
        ("'I thought: \"That's it.\"' Then he left.", ["'I thought: \"That's it.\"'"]),
        ("'He said \"no\" to me,' she said.", ["'He said \"no\" to me,'"]),
        ("It was in the '\"wild\" west and the dogs' home.", ['"wild"']),
        ('She said," It held". Then "no".', ['" It held"', '"no"']),
        ('He never opened this," she said. "It held."', ['"It held."']),
        ('""', []),
    ],
)  # fmt: skip
def test_quotations(text: str, expected: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in quotations(Document(text))] == expected


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert [quotation.continues for quotation in quotations(Document("“One.\n\n“Two.”"))] == [False, True]
