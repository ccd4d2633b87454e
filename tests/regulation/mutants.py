"""Mutants: a module's source with one small slip each, as somebody in a hurry would make it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from types import ModuleType
from typing import Any

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
}


@dataclass(frozen=True)
class Mutant:
    """The namespace of a mutated module, and what was changed where."""

    names: dict[str, Any]
    slip: str


def mutants(module: ModuleType) -> Iterator[Mutant]:
    """Yield the mutants of ``module``, one slip inside a function each."""
    source = _source(module)
    for place, function in enumerate(ast.parse(source).body):
        for number, node in enumerate(ast.walk(function) if isinstance(function, ast.FunctionDef) else ()):
            for turn, slip in enumerate(_slips(node)):
                mutated = ast.parse(source)  # ten times as quick as a deep copy
                _make(next(islice(ast.walk(mutated.body[place]), number, None)), turn)
                ast.fix_missing_locations(mutated.body[place])
                names: dict[str, Any] = {"__name__": module.__name__}
                exec(compile(mutated, str(module.__file__), "exec"), names)  # noqa: S102 -- our own
                yield Mutant(names, f"line {getattr(node, 'lineno', '?')}: {slip}")


def _source(module: ModuleType) -> str:
    assert module.__file__ is not None
    with open(module.__file__, encoding="utf-8") as file:  # noqa: PTH123 -- a module's own path
        return file.read()


def _slips(node: ast.AST) -> list[str]:
    """Return what can be done wrong at ``node``; ``_make`` does the one with the same number."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OPPOSITE:
        return [f"{ast.unparse(node)} turned round"]
    if isinstance(node, ast.If):
        return [f"if {ast.unparse(node.test)}: always", f"if {ast.unparse(node.test)}: never"]
    if isinstance(node, ast.BoolOp):
        return [f"{ast.unparse(node)}: and for or"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [f"{ast.unparse(node)} without not"]
    if isinstance(node, ast.Expr) and isinstance(node.value, (ast.Yield, ast.YieldFrom)):
        return [f"{ast.unparse(node)[:60]} left out"]
    return []


def _make(node: ast.AST, turn: int) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = OPPOSITE[type(node.ops[0])]()
    elif isinstance(node, ast.If):
        node.test = ast.Constant(turn == 0)
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp):
        node.op = ast.UAdd()
    elif isinstance(node, ast.Expr):
        node.value = ast.Tuple([ast.Constant(None)], ast.Load()) if turn else ast.Constant(None)
