"""Long work beside the pages: processes of the desk, what they are asked, how it stands."""
