"""From files to a checked scenario."""
