"""Builds the site from `docs/`: pages by hand, and what is read off the code and the data."""
