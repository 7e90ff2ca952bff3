"""What a planner moves, as plain values: levers, rules, entries, plans by hand; pure."""
