"""The pages of the desk: each has one render()."""
