"""Cautions: what a sound document says that a planner will probably not want."""
