"""Many draws of one programme: solved each, decided in two stages, judged by a criterion."""
