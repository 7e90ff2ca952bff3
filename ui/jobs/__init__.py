"""Studies under way beside the pages: tasks, the pool of worker processes, limits."""
