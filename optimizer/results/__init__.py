"""From a solution to tidy tables and sentences; pure."""
