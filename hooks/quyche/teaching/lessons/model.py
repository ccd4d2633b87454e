"""Lessons and classes as they are written under ``docs/giang-day/``: ``bai-1.yaml`` … and ``lop-hoc.yaml``."""

from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.regulation.model import ProvisionId, Record, Slug, Words

Minutes = Annotated[int, Field(ge=1, le=480)]
SiteAddress = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*/)+$")]
"""A page of the site, from its root, ending in a slash."""


class Excerpt(Record):
    """Verbatim words of a provision. Words that do not stand in it stop the build."""

    provision: ProvisionId
    words: Words


class Slide(Record):
    """One slide: a title, verbatim excerpts, editorial points, and what the lecturer says (``notes``, in paragraphs).

    ``cites`` names provisions that the points speak of; every slide quotes or cites at least one.
    """

    title: Words
    quotes: tuple[Excerpt, ...] = ()
    points: tuple[Words, ...] = ()
    cites: tuple[ProvisionId, ...] = ()
    notes: Annotated[tuple[Words, ...], Field(min_length=1)]

    @property
    def provisions(self) -> tuple[str, ...]:
        """The provisions that the slide quotes or cites, each once, in order."""
        return tuple(dict.fromkeys((*(quote.provision for quote in self.quotes), *self.cites)))


class Step(Record):
    """One step of the lesson: how long it takes, what each side does, the slides shown meanwhile."""

    title: Words
    minutes: Minutes
    lecturer: Words
    learners: Words
    slides: tuple[Slide, ...] = ()


class Aims(Record):
    """What the learners take away."""

    knowledge: Annotated[tuple[Words, ...], Field(min_length=1)]
    skills: Annotated[tuple[Words, ...], Field(min_length=1)]
    attitude: Annotated[tuple[Words, ...], Field(min_length=1)]


class Material(Record):
    """What to have at hand; ``path`` is its page on the site."""

    words: Words
    path: SiteAddress | None = None


class ReviewQuestion(Record):
    """A question for the end, its right answer, and where that is read."""

    question: Words
    answer: Words
    provisions: Annotated[tuple[ProvisionId, ...], Field(min_length=1)]
    quotes: tuple[Excerpt, ...] = ()


class WrapUp(Record):
    """The last minutes: what to hold on to, questions for review."""

    minutes: Minutes
    points: Annotated[tuple[Words, ...], Field(min_length=1)]
    questions: Annotated[tuple[ReviewQuestion, ...], Field(min_length=1)]


class Lesson(Record):
    """One lesson. The minutes of its steps and of the wrap-up sum to ``minutes``."""

    id: Slug
    number: Annotated[int, Field(ge=1, le=99)]
    title: Words
    lede: Words
    minutes: Minutes
    audience: Words
    aims: Aims
    methods: Annotated[tuple[Words, ...], Field(min_length=1)]
    materials: Annotated[tuple[Material, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    wrap_up: WrapUp

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return tuple(slide for step in self.steps for slide in step.slides)


class ClassStep(Record):
    """A stretch of a class: its ``lesson`` or ``path`` on the site, or neither (a break, a discussion)."""

    minutes: Minutes
    words: Words
    lesson: Slug | None = None
    paths: tuple[SiteAddress, ...] = ()


class ClassPlan(Record):
    """What to use in a class of ``minutes``, in order. The minutes of the steps sum to it."""

    minutes: Minutes
    title: Words
    suits: Words
    steps: Annotated[tuple[ClassStep, ...], Field(min_length=1)]
    before: tuple[Words, ...] = ()


class Classes(Record):
    """``lop-hoc.yaml``: a plan for each length of class."""

    lede: Words
    plans: Annotated[tuple[ClassPlan, ...], Field(min_length=1)]
