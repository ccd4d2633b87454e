"""``quyche schema``: print the JSON Schema that editors use for ``regulation.yaml``."""

import argparse
import sys

from quyche.exchange.data import regulation_schema

NAME = "schema"
HELP = "in lược đồ JSON của regulation.yaml"


def arguments(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_: argparse.Namespace) -> int:
    """Print the schema."""
    sys.stdout.write(regulation_schema())
    return 0
