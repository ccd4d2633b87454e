"""What servers are told: only files whose names change with their contents are kept for good."""

from quyche.publishing.policy import FOR_GOOD, headers


def test_only_hashed_files_are_kept_for_good() -> None:
    told = headers(["assets/js/app.0a1b2c3d.js", "assets/js/trinh-chieu.js", "assets/css/compare.css", "index.html"])
    after = told.split("/assets/")
    assert len(after) == 2
    assert after[1].startswith("js/app.0a1b2c3d.js\n")
    assert FOR_GOOD in after[1]
    assert FOR_GOOD not in after[0]


def test_of_files_that_need_no_hash_all_are_asked_about() -> None:
    assert FOR_GOOD not in headers(["assets/css/compare.css", "0a1b2c3d.html"])
