"""Numbers as official texts write them: Roman for Chương and Mục, letters of the Vietnamese alphabet for điểm."""

ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of điểm in Vietnamese legal texts: ``đ`` follows ``d``; ``f``, ``j``, ``w``, ``z`` are not used."""

ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def to_roman(number: int) -> str:
    """Return ``number`` (1 or more) in Roman numerals."""
    letters = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def from_roman(letters: str) -> int | None:
    """Return the value of Roman numerals in their one standard spelling; ``None`` for anything else."""
    rest, number = letters.upper(), 0
    for value, sign in ROMAN:
        while rest.startswith(sign):
            number, rest = number + value, rest[len(sign) :]
    return number if number and not rest and to_roman(number) == letters.upper() else None


def from_words(words: str) -> int | None:
    """Return the value of a number in words: ``"THỨ HAI"`` -> 2; ``None`` for anything else."""
    first, _, second = words.lower().partition(" ")
    return ORDINALS.index(second) + 1 if first == "thứ" and second in ORDINALS else None


def ordinal(number: str) -> int | None:
    """Return the place of an official number in its row: ``"8"`` -> 8, ``"IV"`` -> 4, ``"2.3"`` -> 3, ``"đ"`` -> 5.

    A number followed by a letter (``"9a"``, inserted by an amendment) has the place of its digits. ``None`` if
    unreadable.
    """
    last = number.rsplit(".", 1)[-1]
    digits = last.rstrip("abcdđeghiklmnopqrstuvxy")
    if digits.isdecimal():
        return int(digits)
    if len(last) == 1 and last in POINT_LETTERS:
        return POINT_LETTERS.index(last) + 1
    return from_roman(last) or from_words(number)


def number_like(num: str, place: int) -> str:
    """Return the number that counts ``place`` in the row that ``num`` stands in: after ``a``, letters; in 2.4, 2.x."""
    if num.isalpha() and num.islower() and len(num) == 1:
        return POINT_LETTERS[place - 1]
    head, dot, _ = num.rpartition(".")
    return f"{head}{dot}{place}"
