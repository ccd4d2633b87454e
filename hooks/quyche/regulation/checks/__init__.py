"""One small check per rule. A check takes the look-ups and yields what breaks its rule; it never raises.

A new rule: write it in the module of its subject, add it to that module's ``CHECKS`` and give it a bad sample in the
tests.
"""

from quyche.regulation.checks import bodies, cuts, duties, partners, text
from quyche.regulation.references import Check

CHECKS: tuple[Check, ...] = (*text.CHECKS, *bodies.CHECKS, *duties.CHECKS, *cuts.CHECKS, *partners.CHECKS)
