"""The command line ``quyche``: one module a command, each with ``NAME``, ``HELP``, ``arguments`` and ``run``."""

import sys
from collections.abc import Sequence

from quyche.cli import build, check, checklist, diff, draft, importing, new, offline, schema
from quyche.cli.parser import Parser
from quyche.regulation.faults import DataError, system_words

COMMANDS = (check, build, offline, checklist, importing, draft, new, diff, schema)
STOPPED = 130
"""The exit status of what was stopped with Ctrl-C, as shells know it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments`` (those of the process by default) and return its exit status."""
    parser = Parser(prog="quyche", description="Từ một quy chế đến trang thông tin tra cứu và bộ phiếu tự đánh giá.")
    parsers = parser.add_subparsers(required=True, metavar="LỆNH")
    for command in COMMANDS:
        one = parsers.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.arguments(one)
        one.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
    except DataError as error:
        print(error, file=sys.stderr)
        print(f"Có {len(error.faults)} chỗ cần sửa.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or 'quyche'}: {system_words(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng giữa chừng theo yêu cầu.", file=sys.stderr)
        return STOPPED
    return status
