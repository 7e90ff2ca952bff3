"""The workbook: scenario, evidence and plan as sheets whose formulas recompute everything."""
