"""Talent Budget Optimizer: exact decision support for spending a fixed budget on AI talent."""
