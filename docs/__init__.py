"""The documentation: pages as Markdown, what builds them in `making`."""
