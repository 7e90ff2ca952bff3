"""What differs between scenarios?"""
