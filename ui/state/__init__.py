"""What the desk knows of a visitor: choices, link, documents, pins, and cached answers."""
