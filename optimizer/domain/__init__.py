"""What a decision is: frozen values, no files, no solver."""
