"""The parts of a page: each draws one answer of the plan."""
