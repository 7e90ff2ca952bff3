"""Observations of what programmes cost → calibrated draws of what the next one will."""
