"""Scenarios side by side: their figures on one footing, their inputs, and how differences read."""
