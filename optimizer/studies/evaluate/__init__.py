"""What would a given plan yield, break and leave on the table?"""
