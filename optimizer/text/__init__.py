"""Any text: bytes to letters, cut to a line, without signs that a terminal would obey."""
