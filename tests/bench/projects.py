"""What is measured: our project, the same many times over, and the same finished pages in the stock theme."""

import re
import shutil
from pathlib import Path

from lxml import html

from quyche.regulation.loading import load
from tests.fixtures.growing import grown
from tests.site.building import SHARED

STOCK = """site_name: Stock
docs_dir: docs
use_directory_urls: true
theme: {name: material, language: vi, font: false, features: [navigation.tabs, search.highlight]}
plugins: [search]
hooks: [pages.py]
"""
HOOK = '''"""Give each page the HTML that was finished elsewhere, as our own hook does."""
from pathlib import Path


def on_page_content(html, page, config, files):
    return Path(page.file.abs_src_path).with_suffix(".html.txt").read_text(encoding="utf-8")
'''


def many_times(ours: Path, folder: Path, times: int) -> Path:
    """Return a project in ``folder`` whose regulation is ours ``times`` over, without notes and lessons."""
    project = folder / f"x{times}"
    (project / "docs").mkdir(parents=True)
    for name in (*SHARED, "checklists", "docs/tu-dong-nghia.yaml", "mkdocs.yml"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).symlink_to(ours / name)
    shutil.copytree(ours / ".cache" / "fonts", project / ".cache" / "fonts")
    (project / "docs" / "du-lieu").mkdir()
    shutil.copy(ours / "docs/du-lieu/regulation.schema.json", project / "docs/du-lieu")
    grown(ours / "regulation.yaml", project / "regulation.yaml", times)
    return project


def articles(project: Path) -> int:
    """Return how many articles the regulation of ``project`` has."""
    return len(load(project / "regulation.yaml").articles)


def in_stock_theme(site: Path, folder: Path) -> Path:
    """Return a project in ``folder`` that shows the finished pages of ``site`` in the theme as it comes."""
    project = folder / "stock"
    (project / "docs").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    (project / "pages.py").write_text(HOOK, encoding="utf-8")
    for page in sorted(site.rglob("index.html")):
        article = re.search(r"<article[^>]*>(.*)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
        if article is None:  # a presentation: a page without the theme
            continue
        target = project / "docs" / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        title = html.fromstring(page.read_text(encoding="utf-8")).findtext(".//h1") or "Trang"
        target.write_text(f"# {title}\n", encoding="utf-8")
        target.with_suffix(".html.txt").write_text(article[1], encoding="utf-8")
    return project
