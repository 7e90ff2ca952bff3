"""Which programme leads where two numbers are different?"""
