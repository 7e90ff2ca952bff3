"""One renderer for each form: an answer laid out once becomes text, JSON, a table or a document."""
