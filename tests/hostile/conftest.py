"""The forms and the modules of the roll-up, as their own tests have them."""

from tests.phieu.conftest import engine, form, form_folder, forms
from tests.tong_hop.conftest import checklists, sheets
from tests.tong_hop.conftest import run as rollup

__all__ = ["checklists", "engine", "form", "form_folder", "forms", "rollup", "sheets"]
