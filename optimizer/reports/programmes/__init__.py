"""Questions to the linear programme of a file, and their answers as data and as text."""
