"""Everything a front end may import."""
