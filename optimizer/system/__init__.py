"""What the operating system gives: processes, workers, files; nothing of budgets."""
