"""What does one outcome cost of another?"""
