"""Any linear programme, exactly: it knows nothing of talent."""
