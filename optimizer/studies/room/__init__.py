"""How far may the plan move at a small loss?"""
