"""From a scenario to a linear programme; pure."""
