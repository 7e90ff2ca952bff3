"""What would another budget, or another limit of a rule, bring?"""
