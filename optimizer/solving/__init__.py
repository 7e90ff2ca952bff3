"""From a scenario to certified plans: true supply curves, ties, variants, many draws."""
