"""General methods of statistics that know nothing of talent."""
