"""Which commands can be called at the same time, and so must have keys of their own."""

from collections.abc import Iterable
from itertools import chain

from textual.binding import BindingType
from textual.dom import DOMNode

from factcheck.app.screens._base import BaseScreen
from factcheck.app.screens._pick import PickScreen
from factcheck.app.screens.add_claim import AddClaimScreen
from factcheck.app.screens.audit import AuditScreen
from factcheck.app.screens.confirm import ConfirmScreen
from factcheck.app.screens.desk import DeskScreen
from factcheck.app.screens.evidence import EvidenceScreen
from factcheck.app.screens.filter import FilterScreen
from factcheck.app.screens.find import FindScreen
from factcheck.app.screens.help import HelpScreen
from factcheck.app.screens.history import HistoryScreen
from factcheck.app.screens.note import NoteScreen
from factcheck.app.screens.number import NumberScreen
from factcheck.app.screens.published import PublishedScreen
from factcheck.app.screens.reading import ReadingScreen
from factcheck.app.screens.reason import ReasonScreen
from factcheck.app.screens.recheck import RecheckScreen
from factcheck.app.screens.resolve import ResolveScreen
from factcheck.app.screens.review import ReviewScreen
from factcheck.app.screens.rules import RulesScreen
from factcheck.app.screens.same import SameScreen
from factcheck.app.screens.sign_off import SignOffScreen
from factcheck.app.screens.timeline import TimelineScreen
from factcheck.app.widgets.article_list import ArticleList
from factcheck.app.widgets.article_view import ArticleView
from factcheck.app.widgets.chart import Chart
from factcheck.app.widgets.claim_list import ClaimList
from factcheck.app.widgets.figure_list import FigureList
from factcheck.app.widgets.panel import FindingsPanel, GapsPanel, Panel

Holders = tuple[type[DOMNode], ...]

FULL: tuple[Holders, ...] = (
    (DeskScreen, ArticleList),
    (ReviewScreen, ClaimList),
    (AuditScreen, FigureList),
    (ReadingScreen,),
    (FindingsPanel, Panel),
    (GapsPanel, Panel),
)
"""What fills the screen: the commands of the app can be called there too."""
ALONE: tuple[Holders, ...] = (
    (ArticleView,),
    (AddClaimScreen,),
    (ConfirmScreen,),
    (EvidenceScreen,),
    (FilterScreen, PickScreen),
    (FindScreen,),
    (HelpScreen,),
    (HistoryScreen,),
    (NoteScreen,),
    (NumberScreen,),
    (PublishedScreen,),
    (ReasonScreen,),
    (RecheckScreen,),
    (ResolveScreen,),
    (RulesScreen,),
    (SameScreen, PickScreen),
    (SignOffScreen,),
    (TimelineScreen, Chart),
)
"""What hears its keys before anything else does: questions, and the text while words are selected in it."""


def scopes(app: type[DOMNode]) -> list[list[BindingType]]:
    """The bindings that can be called together, an app's among them where nothing is asked."""
    return [_bindings((app, BaseScreen, *holders)) for holders in FULL] + [_bindings(holders) for holders in ALONE]


def _bindings(holders: Iterable[type[DOMNode]]) -> list[BindingType]:
    return list(chain.from_iterable(holder.BINDINGS for holder in holders))
