"""Model files and solution files of every solver, read and written."""
