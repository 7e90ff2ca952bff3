"""How sure is the plan?"""
