"""The figures as the README shows them, between two marks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.bench.builds import Build
from tests.bench.weights import Weight
from tests.search.compare import Figures

BEGIN, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table, the first column to the left and the others to the right."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * 1}{'---:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def builds(by_size: Mapping[int, Build], stock: float, documents: float) -> Iterator[str]:
    """Yield the tables of the builds: growth with the share of each part, and what they are compared with."""
    first = next(iter(by_size.values()))
    yield ("**Build** (seconds of the processor, caches filled; “generator” is loading, generating and finishing)")
    yield table(
        ("Articles", "all", "loading", "generating", "finishing", "MkDocs and theme", "per article, ms"),
        (
            (
                str(count),
                *(
                    f"{value:.1f}"
                    for value in (build.processor, build.loading, build.generating, build.finishing, build.theme)
                ),
                f"{1000 * build.processor / count:.0f}",
            )
            for count, build in by_size.items()
        ),
    )
    generator = first.loading + first.generating + first.finishing
    yield table(
        ("Beside", "seconds", "ratio"),
        (
            ("our whole build", f"{first.processor:.1f}", ""),
            ("stock theme, same finished pages", f"{stock:.1f}", f"{first.processor / stock:.2f}"),
            ("our generator beside the theme that renders it", f"{generator:.1f}", f"{generator / first.theme:.2f}"),
            (
                "all documents, none kept (PDF, Word, Excel, slides)",
                f"{documents:.1f}",
                f"{documents / first.processor:.2f}",
            ),
        ),
    )


def weights(found: Mapping[str, Mapping[str, tuple[Weight, Weight]]]) -> Iterator[str]:
    """Yield the table of what comes over the wire; ``found`` is page -> site -> first visit, another page."""
    yield "**Over the wire** (KB gzipped; requests in brackets; fonts apart)"
    yield table(
        ("Page", "ours, first", "ours, next", "fonts, first", "stock, first", "stock, next"),
        (
            (
                page,
                *(_weight(visit) for visit in sites["ours"]),
                f"{sites['ours'][0].fonts / 1000:.0f}",
                *(_weight(visit) for visit in sites["stock"]),
            )
            for page, sites in found.items()
        ),
    )


def _weight(visit: Weight) -> str:
    return f"{visit.bytes / 1000:.0f} ({visit.requests})"


def searches(found: Mapping[str, Figures], queries: int, made: int) -> Iterator[str]:
    """Yield the table of the searches."""
    yield f"**Search** ({queries} listed queries, {made} spellings of words of the text)"
    yield table(
        ("", *found),
        (
            ("listed queries found", *(str(one.found) for one in found.values())),
            ("… as the first result", *(str(one.first) for one in found.values())),
            ("spellings found", *(str(one.variants_found) for one in found.values())),
            ("… in the top three", *(str(one.variants_top) for one in found.values())),
            ("keystrokes on the way that find nothing", *(f"{one.empty_on_the_way:.0%}" for one in found.values())),
            ("set-up, ms", *(f"{one.set_up:.0f}" for one in found.values())),
            ("a keystroke, mean ms", *(f"{one.keystroke:.1f}" for one in found.values())),
            ("index, KB gzipped", *(f"{one.index_gz / 1000:.0f}" for one in found.values())),
            ("worker, KB gzipped", *(f"{one.worker_gz / 1000:.0f}" for one in found.values())),
        ),
    )


def into_readme(readme: Path, parts: Iterable[str], day: date) -> None:
    """Write the figures of ``day`` between the marks of ``readme``."""
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    words = "\n\n".join([f"Measured on {day.isoformat()} by `make bench`, everything in one run.", *parts])
    readme.write_text(f"{before}{BEGIN}\n\n{words}\n\n{END}{after}", encoding="utf-8")
