"""Plans on smooth supply curves: steps that lose nothing that counts, and what they may lose."""
