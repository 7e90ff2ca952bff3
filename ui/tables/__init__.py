"""Tables with headings of the reader's language; the numbers are the engine's own."""
