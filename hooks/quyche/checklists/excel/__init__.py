"""The checklist as an Excel workbook to fill; ``writing.write_excel`` makes it, one module a sheet."""
