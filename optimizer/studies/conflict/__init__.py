"""Which rules cannot hold together, and what would let them?"""
