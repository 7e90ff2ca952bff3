"""The linear programme of a plan for other solvers, and their answers held against it."""
