"""The proof of coverage: every article, every provision, every word in a duty or waived with a reason."""

from dataclasses import dataclass
from functools import cached_property

from quyche.regulation.coverage import Coverage
from quyche.regulation.index import Index, Place
from quyche.regulation.model import Duty, Waiver


@dataclass(frozen=True)
class ProvisionProof:
    """How the words of one provision are covered."""

    place: Place
    coverage: Coverage

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties that quote the provision, in order of its words."""
        return tuple(stretch.entry for stretch in self.coverage.stretches if isinstance(stretch.entry, Duty))

    @cached_property
    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers that quote the provision, in order of its words."""
        return tuple(stretch.entry for stretch in self.coverage.stretches if isinstance(stretch.entry, Waiver))


@dataclass(frozen=True)
class ArticleProof:
    """One row of the proof."""

    article: Place
    provisions: tuple[ProvisionProof, ...]

    @property
    def words(self) -> int:
        """How many words the article has, headings aside."""
        return sum(proof.coverage.total for proof in self.provisions)

    @property
    def covered(self) -> int:
        """How many of them are in a duty or a waiver."""
        return sum(proof.coverage.covered for proof in self.provisions)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties of the article."""
        return tuple(duty for proof in self.provisions for duty in proof.duties)

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """The waivers of the article."""
        return tuple(waiver for proof in self.provisions for waiver in proof.waivers)


def proof(index: Index) -> tuple[ArticleProof, ...]:
    """Return the proof, a row an article in reading order."""
    return tuple(
        ArticleProof(
            article,
            tuple(
                ProvisionProof(place, index.coverage[place.id])
                for place in index.within(article.provision)
                if place.id in index.coverage
            ),
        )
        for article in index.articles
    )
