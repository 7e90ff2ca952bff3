"""The best plan of every draw, and what fixed plans are worth there."""
