"""What the command line says before a command runs: help and slips of the keyboard, all in Vietnamese."""

import argparse
import re

import pytest

from quyche.cli import COMMANDS, main

ENGLISH = re.compile(
    r"\b(usage|positional|arguments?|options?|show|message|exit|error|required|invalid|choose|expected)\b"
)
SLIPS = {
    "": "quyche: còn thiếu LỆNH",
    "nope": "quyche: LỆNH: không có “nope”; chọn một trong: ",
    "import": "quyche import: còn thiếu NGUỒN",
    "import a.txt --nope": "quyche: không có tuỳ chọn hay chỗ ghi cho: --nope",
    "import a.txt --text hai": "quyche import: --text: “hai” không phải số nguyên",
    "import a.txt --text": "quyche import: --text: phải ghi thêm một giá trị",
    "import a.txt --gap d20": "quyche import: --gap: phải ghi thêm 2 giá trị",
    "import a.txt --force=có": "quyche import: --force: không nhận giá trị “có”",
    "schema nope": "quyche schema: LOẠI: không có “nope”; chọn một trong: ",
    "draft nope": "quyche draft: LỚP: không có “nope”; chọn một trong: ",
}


@pytest.mark.parametrize("name", [command.NAME for command in COMMANDS])
def test_help_is_vietnamese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    words = capsys.readouterr().out
    assert stopped.value.code == 0
    assert words.startswith(f"cách dùng: quyche {name}")
    assert "in phần hướng dẫn này" in words
    assert english(words) == []


@pytest.mark.parametrize("typed", SLIPS)
def test_a_slip_is_told_in_vietnamese(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(typed.split())
    words = capsys.readouterr().err
    assert stopped.value.code == 2
    assert words.startswith("cách dùng: quyche")
    assert words.splitlines()[-1].startswith(SLIPS[typed])
    assert english(words) == []


def test_what_argparse_says_itself_is_found_out(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser(prog="x")
    parser.add_argument("NGUỒN")
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert english(f"{capsys.readouterr().err} {parser.format_help()}") != []


def english(words: str) -> list[str]:
    """Return the words of argparse among ``words``, names of options apart."""
    return ENGLISH.findall(re.sub(r"--\w+", "", words))
