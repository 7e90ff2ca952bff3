"""From a plan to files to take away: workbooks, documents, pages and models."""
