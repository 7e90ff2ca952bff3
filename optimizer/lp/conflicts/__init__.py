"""Rows that cannot hold together, and the smallest changes that let them."""
