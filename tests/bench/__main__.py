"""``make bench``: what the project costs beside what it is compared with, in one run, and into the README."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import sync_playwright

from quyche.project import load_project
from quyche.regulation.loading import load
from tests.bench import report
from tests.bench.builds import first_documents, our_build, stock_build
from tests.bench.projects import articles, in_stock_theme, many_times
from tests.bench.weights import Weight, weights
from tests.browser.visiting import launched
from tests.search.compare import compare, counted

TIMES = (1, 10, 35)
TRIES = 4


def main(project: Path) -> None:
    """Measure, print each part as soon as it is known, and write all into the README of ``project``."""
    parts: list[str] = []

    def known(found: Iterator[str]) -> None:
        for part in found:
            parts.append(part)
            sys.stdout.write(f"{part}\n\n")
            sys.stdout.flush()

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("building ours ...")
        ours = our_build(project, folder / "ours", TRIES)
        stock = in_stock_theme(folder / "ours", folder)
        say("building the same pages in the stock theme ...")
        stock_seconds = stock_build(stock, folder / "stock-site", TRIES)
        say("making all documents anew ...")
        documents = first_documents(project, folder)
        by_size = {articles(project): ours}
        for times in TIMES[1:]:
            say(f"building {times} times the text ...")
            grown = many_times(project, folder, times)
            by_size[articles(grown)] = our_build(grown, folder / f"site-{times}", 1)
        known(report.builds(by_size, stock_seconds, documents))
        say("weighing pages ...")
        known(report.weights(weigh(project, folder / "ours", folder / "stock-site")))
        say("searching ...")
        found = compare(project)
        found |= {f"{name} ×10": figures for name, figures in compare(folder / "x10").items()}
        known(report.searches(found, *counted(load(project / "regulation.yaml"))))
    report.into_readme(project / "README.md", parts, datetime.now(UTC).date())


def weigh(project: Path, ours: Path, stock: Path) -> dict[str, dict[str, tuple[Weight, Weight]]]:
    """Return page -> site -> what a first visit and then another page of its kind cost.

    Two articles stand for all: the one in the middle and the heaviest, by a first visit to our site. After the last
    article the first is read.
    """
    index = load_project(project).index
    bodies = [body.id for body in index.pages][:2]
    forms = [body.id for body in index.pages if (ours / "tu-danh-gia" / body.id).is_dir()][:2]
    numbers = [place.provision.num for place in index.articles]
    paths = {number: f"quy-che/dieu-{number}/" for number in numbers}
    around = [*numbers, numbers[0]]
    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        visits = {pair: weights(browser, ours, *(paths[number] for number in pair)) for pair in pairwise(around)}
        by_weight = sorted(visits, key=lambda pair: visits[pair][0].bytes + visits[pair][0].fonts)
        middle, heaviest = by_weight[len(by_weight) // 2], by_weight[-1]
        pages = {
            f"home, then Điều {numbers[0]}": ("", paths[numbers[0]]),
            f"article in the middle (Điều {middle[0]})": tuple(paths[number] for number in middle),
            f"heaviest article (Điều {heaviest[0]})": tuple(paths[number] for number in heaviest),
            "body": tuple(f"co-quan/{body}/" for body in bodies),
            "form": tuple(f"tu-danh-gia/{body}/" for body in forms),
        }
        found = {
            page: {name: weights(browser, site, *addresses) for name, site in {"ours": ours, "stock": stock}.items()}
            for page, addresses in pages.items()
        }
        browser.close()
    return found


def say(words: str) -> None:
    """Tell whoever waits what is being done."""
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main(Path.cwd())
