"""One module for each question a planner asks of a scenario."""
