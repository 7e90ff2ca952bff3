"""Charts and pictures: values in, marks or HTML out; legible without colour, and no state."""
