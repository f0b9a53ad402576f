"""What the whole project talks about. Values only: nothing here reads, draws or stores."""

from factcheck.model.acts import Act, Answer, Answered, Event, Evidence, Medium, Verb, Verdict
from factcheck.model.claims import (
    Article,
    Claim,
    Finding,
    Gap,
    Origin,
    PlainValue,
    Published,
    Severity,
    Span,
    Value,
    claim_key,
)
from factcheck.model.desk import ArticleStatus, Assignment, Day, Elsewhere, LogRow, SignOff, Tally
from factcheck.model.standing import Entry, Given, Ledger, Sources, Standing, Trail

__all__ = [
    "Act",
    "Answer",
    "Answered",
    "Article",
    "ArticleStatus",
    "Assignment",
    "Claim",
    "Day",
    "Elsewhere",
    "Entry",
    "Event",
    "Evidence",
    "Finding",
    "Gap",
    "Given",
    "Ledger",
    "LogRow",
    "Medium",
    "Origin",
    "PlainValue",
    "Published",
    "Severity",
    "SignOff",
    "Sources",
    "Span",
    "Standing",
    "Tally",
    "Trail",
    "Value",
    "Verb",
    "Verdict",
    "claim_key",
]
