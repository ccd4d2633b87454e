"""Lean style sheets: only rules that no page can use go, and addresses still lead where they led."""

import pytest

from quyche.publishing.styles import lean, moved, words_of

WORDS = words_of([b'<p class="kept on-page">', b'element.classList.add("by-script")'])


@pytest.mark.parametrize(
    "css",
    [
        ".kept{color:red}",
        ".on-page .by-script>a{color:red}",
        "p{color:red}",
        "#an-id{color:red}",
        ".kept:not(.gone){color:red}",
        ".kept:not(:is(.gone,.off):nth-child(2)){color:red}",
        '.kept[href$=".gone"]{color:red}',
        "@media print{.kept{color:red}}",
        "@page{margin:1cm}",
        '@font-face{font-family:"A";src:url("../fonts/a.woff2")}',
        ':root{--used:url("data:image/svg+xml,<svg>;</svg>")}.kept{content:var(--used)}',
        "@keyframes turn{0%{color:red}to{color:blue}}",
    ],
)
def test_what_a_page_can_use_stays(css: str) -> None:
    assert lean(css, WORDS) == css


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".gone{color:red}", ""),
        (".gone,.kept{color:red}", ".kept{color:red}"),
        (".kept .gone{color:red}p{color:blue}", "p{color:blue}"),
        ("@media print{.gone{color:red}}", ""),
        ("@media print{.gone{color:red}.kept{color:red}}", "@media print{.kept{color:red}}"),
        (":root{--idle:url('data:image/svg+xml,<svg>');--b:1px}", ":root{--b:1px}"),
        ("/* why */ .kept { color : red ; }", ".kept{color:red}"),
    ],
)
def test_what_no_page_can_use_goes(css: str, left: str) -> None:
    assert lean(css, WORDS) == left


def test_a_sheet_that_is_none_is_refused_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        lean("p{color:red}\n}", WORDS)


def test_addresses_lead_where_they_led() -> None:
    css = 'a{b:url("../fonts/a.woff2") url(data:x) url(#y)}'
    assert moved(css, "assets/css/x.css", "assets/y.css", {}) == 'a{b:url("fonts/a.woff2") url(data:x) url(#y)}'
    renamed = {"assets/fonts/a.woff2": "assets/fonts/a.0.woff2"}
    assert '"../fonts/a.0.woff2"' in moved(css, "assets/css/x.css", "assets/css/x.css", renamed)
