"""How well does the model foretell what programmes brought?"""
