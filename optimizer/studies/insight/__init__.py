"""What drives the outcome, and what would it be worth to know more?"""
