"""Why not more, or less, for a programme?"""
