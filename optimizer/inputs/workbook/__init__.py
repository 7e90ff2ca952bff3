"""Workbooks in: the rows of an edited workbook → the document they state, checked as any other."""
