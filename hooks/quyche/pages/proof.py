"""The proof of coverage as a page: a row an article, then every provision with its duties and waivers."""

from pathlib import PurePosixPath

from quyche.addresses import PROOF
from quyche.duties.assignment import Duties
from quyche.duties.proof import ArticleProof, proof
from quyche.pages.bodies import bound_in_person
from quyche.pages.page import Columns, Heading, Page
from quyche.pages.rendering import Renderer, article_menu
from quyche.regulation.citations import html_id
from quyche.regulation.model import Duty
from quyche.regulation.vocabulary import WaiverKind


def proof_page(renderer: Renderer) -> Page:
    """Return the page that proves that every word is covered."""
    articles = proof(renderer.duties.index)
    headings = [Heading("do-phu", "Bảng rà soát", 1), Heading("bang", "Từng điều")]
    headings += [Heading("chi-tiet", "Từng điều khoản")]
    headings += [
        Heading(f"chi-tiet-{html_id(row.article.id)}", article_menu(row.article.provision), 3) for row in articles
    ]
    return renderer.page(
        "proof",
        PROOF,
        headings=tuple(headings),
        columns=Columns.NO_CONTENTS,
        articles=articles,
        source_name=PurePosixPath(renderer.duties.index.regulation.source.file).name,
        bound_names=lambda row: _bound_names(renderer.duties, row),
        is_duty=lambda entry: isinstance(entry, Duty),
        numbered=sum(
            1
            for row in articles
            for unit in row.provisions
            if unit.place.provision.num and unit.place is not row.article
        ),
        duty_count=sum(len(row.duties) for row in articles),
        waiver_count=sum(len(row.waivers) for row in articles),
        words=sum(row.words for row in articles),
        covered=sum(row.covered for row in articles),
    )


def _bound_names(duties: Duties, row: ArticleProof) -> list[str]:
    bound = {assignment.body.id for duty in row.duties for assignment in duties.binding[duty.id]}
    if any(duties.index.bodies[name].common for duty in row.duties for name in duty.by):
        names = ["mọi cơ quan, tổ chức"]
    else:
        names = [body.short_name for body in duties.index.pages if body.id in bound]
    return names + [
        f"{body.short_name} ({WaiverKind.INDIVIDUAL.label})" for body in bound_in_person(duties, row.waivers)
    ]
