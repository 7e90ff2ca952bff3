"""Linear programmes in rational numbers: nothing is rounded."""
