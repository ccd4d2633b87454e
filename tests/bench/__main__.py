"""``make bench``: what the project costs beside what it is compared with, in one run, and into the README."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from quyche.project import load_project
from quyche.regulation.loading import load
from tests.bench import report
from tests.bench.builds import first_documents, our_build, stock_build
from tests.bench.projects import articles, in_stock_theme, many_times
from tests.bench.weights import Weight, weights
from tests.browser.visiting import ARGUMENTS
from tests.search.compare import compare, counted

TIMES = (1, 10, 35)


def main(project: Path) -> None:
    """Measure, print, and write the figures into the README of ``project``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("building ours ...")
        ours = our_build(project, folder / "ours")
        stock = in_stock_theme(folder / "ours", folder)
        say("building the same pages in the stock theme ...")
        stock_seconds = stock_build(stock, folder / "stock-site")
        say("making all documents anew ...")
        documents = first_documents(project, folder)
        by_size = {articles(project): ours}
        for times in TIMES[1:]:
            say(f"building {times} times the text ...")
            grown = many_times(project, folder, times)
            by_size[articles(grown)] = our_build(grown, folder / f"site-{times}")
        say("weighing pages ...")
        weighed = weigh(project, folder / "ours", folder / "stock-site")
        say("searching ...")
        found = compare(project)
        found |= {f"{name} ×10": figures for name, figures in compare(folder / "x10").items()}
        parts = [
            *report.builds(by_size, stock_seconds, documents),
            *report.weights(weighed),
            *report.searches(found, *counted(load(project / "regulation.yaml"))),
        ]
    sys.stdout.write("\n\n".join(parts) + "\n")
    report.into_readme(project / "README.md", parts, datetime.now(UTC).date())


def weigh(project: Path, ours: Path, stock: Path) -> dict[str, dict[str, tuple[Weight, Weight]]]:
    """Return page -> site -> what a first visit and then another page of its kind cost."""
    index = load_project(project).index
    bodies = [body.id for body in index.pages][:2]
    forms = [body.id for body in index.pages if (ours / "tu-danh-gia" / body.id).is_dir()][:2]
    numbers = [place.provision.num for place in index.articles][4:6]
    pages = {
        "home, then an article": ("", f"quy-che/dieu-{numbers[0]}/"),
        "article": tuple(f"quy-che/dieu-{number}/" for number in numbers),
        "body": tuple(f"co-quan/{body}/" for body in bodies),
        "form": tuple(f"tu-danh-gia/{body}/" for body in forms),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGUMENTS))
        found = {
            page: {name: weights(browser, site, *paths) for name, site in {"ours": ours, "stock": stock}.items()}
            for page, paths in pages.items()
        }
        browser.close()
    return found


def say(words: str) -> None:
    """Tell whoever waits what is being done."""
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main(Path.cwd())
