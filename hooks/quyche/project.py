"""A project's folder: where its files stand, and all of them loaded and checked against the regulation at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from quyche.checklists.building import checklist_bodies
from quyche.checklists.setup import Setup, load_setup
from quyche.comparing.loading import Comparisons, load_comparisons
from quyche.duties.assignment import Duties
from quyche.glossary.loading import Terms, load_terms
from quyche.instruments.checking import REGISTER, check_mentions
from quyche.instruments.loading import load_register
from quyche.instruments.model import Register
from quyche.lineage import Lineage, load_lineage
from quyche.notes import Notes, load_notes
from quyche.regulation.faults import AllFaults
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.search.names import Synonyms, load_synonyms
from quyche.teaching.exercise import SetExercise, load_exercise
from quyche.teaching.lessons.loading import Lessons, load_lessons
from quyche.teaching.questions.loading import load_questions
from quyche.teaching.questions.model import QuestionBank
from quyche.teaching.situations import Situations, load_situations

LayerT = TypeVar("LayerT")

REGULATION = Path("regulation.yaml")
CHECKLISTS = Path("checklists")
CHECKLIST = "checklist.yaml"
"""In ``CHECKLISTS``. A folder that holds only templates, nothing that an editor wrote, makes no sheets."""
TEMPLATE = "template.docx"
"""In ``CHECKLISTS``: the Word template, ours or an office's own."""
NOTES = Path("docs", "chu-thich")
TERMS = Path("docs", "thuat-ngu.yaml")
LINEAGE = Path("docs", "luoc-do.yaml")
SYNONYMS = Path("docs", "tu-dong-nghia.yaml")
QUESTIONS = Path("docs", "giang-day", "cau-hoi.yaml")
SITUATIONS = Path("docs", "giang-day", "tinh-huong.yaml")
TEACHING = Path("docs", "giang-day")
EXERCISE = TEACHING / "bai-tap.yaml"
COMPARISONS = Path("docs", "so-sanh")
CACHE = Path(".cache")


@dataclass(frozen=True)
class Project:
    """The regulation in the folder ``root`` and every layer over it. A layer that is not written yet is empty.

    ``setup`` is ``None`` where the project has no checklists; ``exercise`` too, for it fills one.
    """

    root: Path
    duties: Duties
    setup: Setup | None
    notes: Notes
    terms: Terms
    register: Register
    lineage: Lineage
    synonyms: Synonyms
    questions: QuestionBank
    situations: Situations
    lessons: Lessons
    exercise: SetExercise | None
    comparisons: Comparisons

    @property
    def index(self) -> Index:
        """The regulation with its look-ups."""
        return self.duties.index

    @property
    def has_sheets(self) -> bool:
        """Whether there is anything to assess, and somebody said how."""
        return self.setup is not None and bool(checklist_bodies(self.index))


def load_project(root: Path) -> Project:
    """Return the project in the folder ``root``.

    Raises:
        DataError: anything is wrong; it holds every fault of every file, or only those of ``regulation.yaml`` where it
            cannot be used, for the other files are held against it.
    """
    index = load(root / REGULATION)
    layers = _Layers(root, index)
    setup = layers.read(CHECKLISTS, load_setup, None) if any((root / CHECKLISTS).glob("*.yaml")) else None
    register = layers.read(REGISTER, load_register, None) if (root / REGISTER).exists() else Register()
    project = Project(
        root,
        Duties(index),
        setup=setup,
        notes=layers.resting(register, NOTES, load_notes, Notes()),
        terms=layers.resting(register, TERMS, load_terms, Terms()),
        register=register or Register(),
        lineage=layers.resting(register, LINEAGE, load_lineage, Lineage()),
        synonyms=layers.read(SYNONYMS, load_synonyms, Synonyms(terms=())),
        questions=layers.read(QUESTIONS, load_questions, QuestionBank()),
        situations=layers.read(SITUATIONS, load_situations, Situations()),
        lessons=layers.read(TEACHING, load_lessons, Lessons()),
        exercise=layers.read(EXERCISE, partial(load_exercise, setup=setup), None) if setup else None,
        comparisons=layers.read(COMPARISONS, load_comparisons, ()),
    )
    if register is not None and (root / REGISTER).exists():
        layers.faults.take(partial(check_mentions, root, register, index))
    layers.faults.tell()
    return project


class _Layers:
    """Reads one layer after another and keeps the faults of all."""

    def __init__(self, root: Path, index: Index) -> None:
        self.faults = AllFaults()
        self._root = root
        self._index = index

    def read(self, path: Path, load_layer: Callable[[Path, Index], LayerT], empty: LayerT) -> LayerT:
        """Return what ``load_layer`` makes of the file or folder at ``path``; ``empty`` where there is none."""
        if not (self._root / path).exists():
            return empty
        found = self.faults.take(partial(load_layer, self._root / path, self._index))
        return empty if found is None else found

    def resting(
        self,
        register: Register | None,
        path: Path,
        load_layer: Callable[[Path, Index, Register], LayerT],
        empty: LayerT,
    ) -> LayerT:
        """Return what ``read`` does of a layer that names instruments of the ``register``.

        Without a register, for it is broken, ``empty``: that is told once, not for each instrument.
        """
        return (
            empty if register is None else self.read(path, lambda file, index: load_layer(file, index, register), empty)
        )
