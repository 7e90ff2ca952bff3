"""Several sums at once: efficient points, priorities, frontier efficiency, plans that differ."""
