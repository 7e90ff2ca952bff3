"""Which one plan serves all draws?"""
