"""What is the best plan, what holds it back, and what does each rule cost?"""
