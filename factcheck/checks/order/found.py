"""What is found wrong with the order of two dates."""

import re

from factcheck.dating import Known
from factcheck.model import Finding, Severity

UNREAL = re.compile(
    r"\b(?:would|could|might|if|when|unless|novel|film|fiction\w*|imagin\w*|forecast|predict\w*|projected|scenario|"
    r"should|(?-i:may)|until|once)\b|[\"“”]",
    re.I,
)
"""What makes a sentence one that does not tell what happened."""


def finding(accused: Known, other: Known, message: str, tolerance: str, *, later: bool = False) -> Finding:
    """The finding about a date that is too early for another, or too late where `later`."""
    return Finding(
        check="order",
        severity=Severity.ERROR,
        claims=(accused.claim.key, other.claim.key),
        message=message,
        arithmetic=(f"{accused.first} > {other.last}" if later else f"{accused.last} < {other.first}",),
        tolerance=tolerance,
        suggestion="The two dates exchanged would fit.",
    )
