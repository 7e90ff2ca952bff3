"""How far may each number move before the plan changes?"""
